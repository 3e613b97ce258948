package org.parley.exchange.document;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.parley.document.BracketPrinter.PrintedAlternative;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentLine.LineRole;
import org.parley.document.ElementKind;
import org.parley.exchange.tree.XmlWriter;
import org.parley.model.text.Segment;
import org.parley.redline.ComparedLine;
import org.parley.redline.DocumentComparison;
import org.parley.redline.Piece;
import org.parley.wording.Messages;

/// The paragraphs of a Word document, with the places of its comments.
final class WordBody {

  static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /// The names of bookmarks that Word takes.
  private static final String BOOKMARK = "\\p{L}[\\p{L}\\p{Nd}_]{0,39}";

  private final WrittenText text;
  private final XmlWriter body = new XmlWriter();
  private final DocumentComparison comparison;
  private final WordComments comments;
  private final String author;
  private String marked = "";
  private int revisions;
  private int bookmarks;

  private WordBody(WrittenText text) {
    this.text = text;
    this.comparison = text.comparison();
    this.comments = new WordComments(text, comparison);
    this.author = Messages.current().text("whole-text.author", "version", text.version().version());
  }

  static WordBody of(WrittenText text) {
    WordBody word = new WordBody(text);
    word.write();
    return word;
  }

  String document() {
    return body.toString();
  }

  String comments() {
    return comments.comments();
  }

  /// The state of the comments.
  String commentStates() {
    return comments.extended();
  }

  private void write() {
    body.open("w:document").with("xmlns:w", NAMESPACE).with("xmlns:r", RELATIONSHIPS);
    body.open("w:body").line();
    comparison.lines().forEach(this::paragraph);
    section();
    body.close().close();
  }

  /// A4 with the margins of office paper.
  private void section() {
    body.open("w:sectPr");
    margin("headerReference", "header");
    margin("footerReference", "footer");
    body.open("w:pgSz").with("w:w", "11906").with("w:h", "16838").close();
    body.open("w:pgMar").with("w:top", "1418").with("w:right", "1418").with("w:bottom", "1418");
    body.with("w:left", "1418").with("w:header", "708").with("w:footer", "708");
    body.with("w:gutter", "0").close();
    if (text.isRightToLeft()) {
      body.empty("w:bidi");
    }
    body.close();
  }

  private void margin(String name, String part) {
    body.open("w:" + name).with("w:type", "default");
    body.with("r:id", WordFile.relationOf(part)).close();
  }

  private void paragraph(ComparedLine line) {
    body.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", WordStyles.of(line.line()));
    if (text.isRightToLeft()) {
      body.empty("w:bidi");
    }
    if (line.before() == null || line.after() == null) {
      body.open("w:rPr");
      revision(line.after() == null ? "w:del" : "w:ins", author);
      body.close().close();
    }
    body.close();
    boolean isMarked = bookmark(line);
    comments.beginning(line).forEach(this::begin);
    new Pieces(line).write();
    comments.ending(line).forEach(this::end);
    if (isMarked) {
      body.empty("w:bookmarkEnd", "w:id", Integer.toString(bookmarks));
    }
    body.close().line();
  }

  private void begin(int comment) {
    body.empty("w:commentRangeStart", "w:id", Integer.toString(comment));
  }

  private void end(int comment) {
    String id = Integer.toString(comment);
    body.empty("w:commentRangeEnd", "w:id", id).open("w:r");
    body.open("w:rPr").empty("w:rStyle", "w:val", "CommentReference").close();
    body.empty("w:commentReference", "w:id", id).close();
  }

  /// Marks the first paragraph of an element of the later text by the id of the element.
  private boolean bookmark(ComparedLine line) {
    if (line.after() == null) {
      return false;
    }
    DocumentElement element = line.after().element();
    String name = element.id();
    boolean isFirst = !name.equals(marked);
    marked = name;
    if (!isFirst || !name.matches(BOOKMARK)) {
      return false;
    }
    bookmarks++;
    body.open("w:bookmarkStart").with("w:id", Integer.toString(bookmarks));
    body.with("w:name", name).close();
    return true;
  }

  private void revision(String name, String by) {
    revisions++;
    body.open(name).with("w:id", Integer.toString(revisions)).with("w:author", by);
    body.with("w:date", text.day() + "T00:00:00Z");
  }

  /// The pieces of one paragraph, cut where a bracket begins and ends.
  private final class Pieces {

    private final ComparedLine line;
    private final List<PrintedAlternative> alternatives;

    /// How many characters of the paragraph shown are written.
    private int at;

    /// The comment on the bracket that is being written.
    private int bracketComment;

    /// The first alternative that is not written to its end.
    private int next;

    Pieces(ComparedLine line) {
      this.line = line;
      this.alternatives = line.after() == null ? List.of() : line.printed().alternatives();
    }

    void write() {
      for (Piece each : line.pieces()) {
        if (each.kind() == Piece.Kind.REMOVED) {
          removed(each.text());
        } else {
          shown(each);
        }
      }
    }

    private void removed(String words) {
      revision("w:del", author);
      run(words, "w:delText", false);
      body.close();
    }

    private void shown(Piece piece) {
      String words = piece.text();
      int from = 0;
      while (from < words.length()) {
        begin();
        boolean isBracket = isInAlternative();
        int room = nextCut() - at;
        int end = words.length() - from <= room ? words.length() : from + room;
        if (piece.kind() == Piece.Kind.ADDED) {
          revision("w:ins", isBracket ? adder(alternatives.get(next).of()) : author);
          run(words.substring(from, end), "w:t", isBracket);
          body.close();
        } else {
          run(words.substring(from, end), "w:t", isBracket);
        }
        at += end - from;
        from = end;
        end();
      }
    }

    private String adder(Segment.Alternative of) {
      return of.holders().isEmpty() ? author : holders(of);
    }

    private boolean isInAlternative() {
      return next < alternatives.size() && alternatives.get(next).start() <= at;
    }

    private int nextCut() {
      return next == alternatives.size()
          ? Integer.MAX_VALUE
          : isInAlternative() ? alternatives.get(next).end() : alternatives.get(next).start();
    }

    /// Opens the comment on a bracket that begins here.
    private void begin() {
      if (isInAlternative() && alternatives.get(next).start() == at && !isWithBefore(next)) {
        bracketComment =
            comments.add(
                author,
                text.day() + "T00:00:00Z",
                bracket().stream().map(WordBody.this::held).toList());
        WordBody.this.begin(bracketComment);
      }
    }

    /// Closes the comment on a bracket that ends here.
    private void end() {
      if (!isInAlternative() || alternatives.get(next).end() != at) {
        return;
      }
      next++;
      if (!isWithBefore(next)) {
        WordBody.this.end(bracketComment);
      }
    }

    /// Whether an alternative belongs to the bracket of the one before.
    private boolean isWithBefore(int place) {
      return place > 0
          && place < alternatives.size()
          && alternatives.get(place - 1).bracket() == alternatives.get(place).bracket();
    }

    private List<Segment.Alternative> bracket() {
      int end = next + 1;
      while (isWithBefore(end)) {
        end++;
      }
      return alternatives.subList(next, end).stream().map(PrintedAlternative::of).toList();
    }

    private void run(String words, String name, boolean isBracket) {
      boolean isStrong =
          line.line().role() == LineRole.HEAD && line.line().element().kind() == ElementKind.ITEM;
      boolean isPlain = !isBracket && !isStrong && !text.isRightToLeft();
      body.open("w:r");
      if (!isPlain) {
        body.open("w:rPr");
        if (isBracket) {
          body.empty("w:rStyle", "w:val", "Bracket");
        }
        if (isStrong) {
          body.empty("w:b");
        }
        if (text.isRightToLeft()) {
          body.empty("w:rtl");
        }
        body.close();
      }
      words(words, name);
      body.close();
    }
  }

  /// Tabs and line ends are elements of their own.
  private void words(String words, String name) {
    words(
        words,
        part -> body.open(name).with("xml:space", "preserve").text(part).close(),
        sign -> body.empty(sign));
  }

  private static void words(String words, Consumer<String> text, Consumer<String> sign) {
    int from = 0;
    for (int i = 0; i <= words.length(); i++) {
      boolean isEnd = i == words.length();
      char each = isEnd ? '\n' : words.charAt(i);
      if (isEnd || each == '\t' || each == '\n') {
        if (i > from) {
          text.accept(words.substring(from, i));
        }
        if (!isEnd) {
          sign.accept(each == '\t' ? "w:tab" : "w:br");
        }
        from = i + 1;
      }
    }
  }

  private String holders(Segment.Alternative of) {
    return text.printer().holders(of);
  }

  private String held(Segment.Alternative of) {
    Messages messages = Messages.current();
    String words =
        of.noText()
            ? text.printer().noText()
            : messages.text("whole-text.quoted", "words", Objects.requireNonNull(of.words()));
    return of.holders().isEmpty()
        ? messages.text("whole-text.nobody", "words", words)
        : messages.text("whole-text.holds", "party", holders(of), "words", words);
  }
}
