package org.parley.casefile.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.Node.Style;

/// Changes to a YAML text that preserve every other character. No comment is lost: one in a removed
/// part moves to its own line.
///
/// Texts are given with LF and written with the line ends of the file. Changes may not overlap;
/// those at the same place apply in the order given.
public final class TextPatch {

  /// A change that cannot be applied to the text as written.
  public static final class Unpatchable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unpatchable(String message) {
      super(message);
    }
  }

  private record Change(int from, int to, String with) {}

  private record Span(int from, int to) {}

  private final String text;
  private final boolean endsWithLine;
  private final String lineEnd;
  private final @Nullable Node root;
  private final List<Change> changes = new ArrayList<>();

  /// An empty patch of a text.
  ///
  /// @param root the parsed text; null if it holds at most comments
  public TextPatch(String source, @Nullable Node root) {
    lineEnd = lineEnd(source);
    endsWithLine = source.isEmpty() || isBreak(source.charAt(source.length() - 1));
    text = endsWithLine ? source : source + lineEnd;
    this.root = root;
  }

  private static String lineEnd(String source) {
    int first = 0;
    while (first < source.length() && !isBreak(source.charAt(first))) {
      first++;
    }
    return first == source.length() || source.charAt(first) == '\n'
        ? "\n"
        : source.startsWith("\r\n", first) ? "\r\n" : "\r";
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  /// Collects the scalars that end after `from` and begin before `to`, in their order.
  private void collect(Node node, int from, int to, List<Span> scalars) {
    switch (node) {
      case Scalar scalar -> {
        Span span =
            new Span(
                scalar.style() == Style.BLOCK ? lineContentEnd(scalar.start()) : scalar.start(),
                end(scalar));
        if (span.to > from && span.from < to) {
          scalars.add(span);
        }
      }
      case Sequence(_, _, _, ListedText.Items items) -> {
        for (int i = Math.max(0, items.indexAt(from)); i <= items.indexAt(to); i++) {
          collect(items.get(i), from, to, scalars);
        }
      }
      case Sequence sequence ->
          sequence.items().forEach(each -> collectWithin(each, from, to, scalars));
      case Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  entry -> {
                    collectWithin(entry.key(), from, to, scalars);
                    collectWithin(entry.value(), from, to, scalars);
                  });
      case Node.Broken _ -> {}
    }
  }

  private void collectWithin(Node node, int from, int to, List<Span> scalars) {
    if (node.end() > from && node.start() < to) {
      collect(node, from, to, scalars);
    }
  }

  // positions

  /// The end of a node's text, without the line ends after a block.
  public int end(Node node) {
    return switch (node) {
      case Scalar scalar when scalar.style() == Style.BLOCK -> {
        int end = Math.min(scalar.end(), text.length());
        while (end > scalar.start() + 1
            && (isBreak(text.charAt(end - 1)) || isSpace(text.charAt(end - 1)))) {
          end--;
        }
        yield end;
      }
      case Mapping mapping when !mapping.flow() && !mapping.entries().isEmpty() ->
          end(mapping.entries().getLast().value());
      case Sequence sequence when !sequence.flow() && !sequence.items().isEmpty() ->
          end(sequence.items().getLast());
      default -> node.end();
    };
  }

  /// The offset after the colon of an entry.
  ///
  /// @throws Unpatchable if the key is written in an unsupported form
  public int colonEnd(Entry entry) {
    int at = entry.key().end();
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    if (at >= text.length() || text.charAt(at) != ':' || at >= entry.value().end()) {
      throw new Unpatchable("the key " + entry.key().value() + " is written in an unusual form");
    }
    return at + 1;
  }

  /// The offset of the dash of an item in a block sequence.
  public int dash(Sequence sequence, int index) {
    int at = index == 0 ? sequence.start() : end(sequence.items().get(index - 1));
    while (text.charAt(at) != '-') {
      at = text.charAt(at) == '#' ? lineContentEnd(at) : at + 1;
    }
    return at;
  }

  /// The column of an offset.
  public int column(int at) {
    return at - lineStart(at);
  }

  /// Whether only spaces precede an offset on its line.
  public boolean beginsLine(int at) {
    return text.substring(lineStart(at), at).isBlank();
  }

  /// The length of the text.
  public int length() {
    return text.length();
  }

  /// The beginning of the next line.
  public int nextLine(int at) {
    int end = lineContentEnd(at);
    return end == text.length() ? end : end + (text.startsWith("\r\n", end) ? 2 : 1);
  }

  /// Whether the line that begins here exists and is blank.
  public boolean isBlankLine(int lineStart) {
    return lineStart < text.length()
        && text.substring(lineStart, lineContentEnd(lineStart)).isBlank();
  }

  /// Whether the line before that of this offset exists and is blank.
  public boolean followsBlankLine(int at) {
    int start = lineStart(at);
    return start > 0
        && isBlankLine(lineStart(text.startsWith("\r\n", start - 2) ? start - 2 : start - 1));
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && !isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int lineContentEnd(int at) {
    int end = at;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private List<Span> comments(int from, int to) {
    List<Span> found = new ArrayList<>();
    List<Span> scalars = new ArrayList<>();
    if (root != null) {
      collect(root, from, to, scalars);
    }
    int at = from;
    for (Span scalar : scalars) {
      if (scalar.to <= at) {
        continue;
      }
      if (scalar.from >= to) {
        break;
      }
      comments(at, Math.min(scalar.from, to), found);
      at = Math.max(at, scalar.to);
    }
    comments(at, to, found);
    return found;
  }

  private void comments(int from, int to, List<Span> found) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '#') {
        int end = lineContentEnd(at);
        found.add(new Span(at, end));
        at = end;
      }
    }
  }

  private String words(Span comment) {
    return text.substring(comment.from, comment.to).stripTrailing();
  }

  // changes

  /// Inserts words, or whole lines if `at` begins a line.
  public void insert(int at, String words) {
    changes.add(new Change(at, at, local(QuotedKeys.in(words))));
  }

  private String local(String words) {
    return lineEnd.equals("\n") ? words : words.replace("\n", lineEnd);
  }

  /// Removes the lines from that of `from` to that of `end`, and one blank line if two would meet.
  ///
  /// @param indent the indentation of its comments afterwards
  public void removeLines(int from, int end, int indent) {
    int start = lineStart(from);
    int next = nextLine(end);
    StringBuilder kept = new StringBuilder();
    for (Span comment : comments(start, next)) {
      kept.append(" ".repeat(indent)).append(words(comment)).append(lineEnd);
    }
    boolean doubled =
        kept.isEmpty() && (start == 0 || followsBlankLine(start)) && isBlankLine(next);
    changes.add(new Change(start, doubled ? nextLine(next) : next, kept.toString()));
  }

  /// Replaces the text from `from` to `end`, which covers whole lines except for the beginning of
  /// the first.
  ///
  /// @param words the new text; ends with a line
  /// @param indent the indentation of the comments of removed lines afterwards
  public void replaceLines(int from, int end, String words, int indent) {
    String with = QuotedKeys.in(words);
    int next = nextLine(end);
    int firstBreak = with.indexOf('\n');
    String rest = text.substring(end, lineContentEnd(end));
    List<Span> comments = new ArrayList<>(comments(from, end));
    if (rest.isBlank() && !comments.isEmpty() && lineStart(comments.getFirst().from) <= from) {
      rest = "  " + words(comments.removeFirst());
    }
    StringBuilder out = new StringBuilder();
    out.append(with, 0, firstBreak).append(rest).append(lineEnd);
    out.append(local(with.substring(firstBreak + 1)));
    for (Span comment : comments) {
      out.append(" ".repeat(indent)).append(words(comment)).append(lineEnd);
    }
    changes.add(new Change(from, next, out.toString()));
  }

  /// Replaces the text between brackets or braces from `from` to `end`.
  public void replaceWords(int from, int end, String with) {
    StringBuilder out = new StringBuilder(QuotedKeys.in(with));
    for (Span comment : comments(from, end)) {
      out.append(' ').append(words(comment)).append(lineEnd);
      out.append(" ".repeat(column(from)));
    }
    changes.add(new Change(from, end, out.toString()));
  }

  /// The text with its changes.
  ///
  /// @throws Unpatchable where two changes overlap
  public String apply() {
    List<Change> sorted = new ArrayList<>(changes);
    sorted.sort(Comparator.comparingInt(Change::from).thenComparing(c -> c.to > c.from));
    StringBuilder out = new StringBuilder(text.length() + 256);
    int at = 0;
    for (Change change : sorted) {
      if (change.from < at) {
        throw new Unpatchable("two changes meet at the same place");
      }
      out.append(text, at, change.from).append(change.with);
      at = change.to;
    }
    out.append(text, at, text.length());
    int length = out.length() - lineEnd.length();
    if (!endsWithLine && length >= 0 && out.substring(length).equals(lineEnd)) {
      out.setLength(length);
    }
    return out.toString();
  }
}
