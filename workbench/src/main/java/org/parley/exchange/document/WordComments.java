package org.parley.exchange.document;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.document.ChangeComments.ChangeThread;
import org.parley.exchange.tree.XmlWriter;
import org.parley.model.comment.Comment;
import org.parley.redline.ComparedElement;
import org.parley.redline.ComparedLine;
import org.parley.redline.DocumentComparison;
import org.parley.wording.Messages;

/// The comments of a Word document: holders of brackets, and comments on changes with their
/// replies. Those resolved are done, as Word marks them (commentsExtended, MS-DOCX 2.5.4).
final class WordComments {

  private static final String W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
  private static final String W15 = "http://schemas.microsoft.com/office/word/2012/wordml";
  private static final String COMPATIBILITY =
      "http://schemas.openxmlformats.org/markup-compatibility/2006";

  private static final int MOST_INITIALS = 3;

  private final XmlWriter comments = new XmlWriter();
  private final XmlWriter extended = new XmlWriter();
  private final IdentityHashMap<ComparedLine, List<Integer>> begin = new IdentityHashMap<>();
  private final IdentityHashMap<ComparedLine, List<Integer>> end = new IdentityHashMap<>();
  private int last;

  /// @param comparison its paragraphs, as they are written
  WordComments(WrittenText text, DocumentComparison comparison) {
    comments.open("w:comments").with("xmlns:w", WordBody.NAMESPACE).with("xmlns:w14", W14);
    comments.with("xmlns:mc", COMPATIBILITY).with("mc:Ignorable", "w14").line();
    extended.open("w15:commentsEx").with("xmlns:w15", W15);
    extended.with("xmlns:mc", COMPATIBILITY).with("mc:Ignorable", "w15").line();
    place(text.comments(), comparison);
  }

  /// Threads stand on their changes; those on what no longer differs, at its element, else at the
  /// end.
  private void place(ChangeComments threads, DocumentComparison comparison) {
    List<ComparedElement> shown =
        comparison.elements().stream().filter(each -> !each.lines().isEmpty()).toList();
    if (shown.isEmpty()) {
      return;
    }
    List<ComparedElement> changes = shown.stream().filter(ComparedElement::isChanged).toList();
    for (ChangeThread each : threads.threads()) {
      ComparedElement on =
          each.change() > 0
              ? changes.get(each.change() - 1)
              : shown.stream()
                  .filter(it -> it.element().id().equals(each.on().element()))
                  .findFirst()
                  .orElse(shown.getLast());
      thread(each, on.lines());
    }
  }

  private void thread(ChangeThread each, List<ComparedLine> lines) {
    boolean isDone = each.thread().isResolved();
    int first = 0;
    List<Comment> all = new ArrayList<>(List.of(each.thread().first()));
    all.addAll(each.thread().replies());
    for (Comment comment : all) {
      open(comment.by(), initials(comment.by()), date(comment));
      first = first == 0 ? last : first;
      words(comment);
      comments.close().line();
      extended.open("w15:commentEx").with("w15:paraId", paragraph(last));
      if (last != first) {
        extended.with("w15:paraIdParent", paragraph(first));
      }
      extended.with("w15:done", isDone ? "1" : "0").close();
      begin.computeIfAbsent(lines.getFirst(), _ -> new ArrayList<>()).add(last);
      end.computeIfAbsent(lines.getLast(), _ -> new ArrayList<>()).add(last);
    }
  }

  private static String date(Comment comment) {
    return comment.made().instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String initials(String author) {
    StringBuilder initials = new StringBuilder();
    for (String word : author.strip().split("\\s+", -1)) {
      initials.appendCodePoint(word.codePointAt(0));
    }
    int count = Math.min(MOST_INITIALS, initials.codePointCount(0, initials.length()));
    return initials.substring(0, initials.offsetByCodePoints(0, count));
  }

  /// A reply without words says what it does. The last paragraph is the one that the state refers
  /// to.
  private void words(Comment comment) {
    List<String> lines = new ArrayList<>();
    String text = comment.text();
    if (text != null) {
      text.lines().forEach(lines::add);
    }
    if (comment.decision() != null) {
      lines.add(Messages.current().text("comments.did", "decision", comment.decision()));
    }
    for (int i = 0; i < lines.size(); i++) {
      paragraph(lines.get(i), i == lines.size() - 1 ? paragraph(last) : null);
    }
  }

  /// Ids of paragraphs are hexadecimal numbers below 80000000.
  private static String paragraph(int comment) {
    return String.format(Locale.ROOT, "%08X", Math.addExact(0x10000000, comment));
  }

  private void paragraph(String words, @Nullable String id) {
    comments.open("w:p");
    if (id != null) {
      comments.with("w14:paraId", id);
    }
    comments.open("w:pPr").empty("w:pStyle", "w:val", "CommentText").close();
    comments.open("w:r").open("w:t").with("xml:space", "preserve").text(words);
    comments.close().close().close();
  }

  private void open(String author, String initials, String date) {
    last++;
    comments.open("w:comment").with("w:id", Integer.toString(last));
    comments.with("w:author", author).with("w:date", date).with("w:initials", initials);
  }

  /// Adds a comment that belongs to no thread, and returns its number.
  int add(String author, String date, List<String> lines) {
    open(author, "P", date);
    lines.forEach(each -> paragraph(each, null));
    comments.close().line();
    return last;
  }

  /// The comments that begin with a paragraph.
  List<Integer> beginning(ComparedLine line) {
    return Objects.requireNonNullElse(begin.get(line), List.of());
  }

  /// The comments that end with a paragraph.
  List<Integer> ending(ComparedLine line) {
    return Objects.requireNonNullElse(end.get(line), List.of());
  }

  /// The part with the comments, once all are added.
  String comments() {
    return comments.close().toString();
  }

  /// The part that says which are replies, and which are done.
  String extended() {
    return extended.close().toString();
  }
}
