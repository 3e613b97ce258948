package org.parley.casefile.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.Node.Style;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// A fast parser for the subset of YAML that most case files use.
///
/// It covers block mappings and sequences; single-line scalars, plain or quoted; single-line flow
/// collections; block scalars without indentation indicators; comments. Every other text, and every
/// faulty one, is left to the full parser, which words all faults. On the subset both give equal
/// nodes with equal offsets, which a law over random texts verifies. Cost: linear in the text.
final class SubsetReader {

  /// Aborts parsing of a text outside the subset.
  private static final class NotInSubset extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotInSubset() {
      super("not in the subset", null, false, false);
    }
  }

  private static final int MAX_KEY = 100;
  private static final int MAX_DEPTH = 30;

  /// The depth of a list at the top.
  private static final int LIST_DEPTH = 2;

  /// Characters that cannot begin a plain scalar here.
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@` ";

  private final String text;
  private final Map<String, String> words = new HashMap<>();

  /// The lists at the top, by where they begin.
  private final Map<Integer, ListLines> lists = new HashMap<>();

  /// The current line: its beginning, its first non-space character, and its end.
  private int line;

  private int first;
  private int end;

  private SubsetReader(String text) {
    this.text = text;
  }

  /// The lines of a list at the top.
  ///
  /// @param indent the column of its dashes
  /// @param starts where the line of each dash begins
  /// @param after where the line after the list begins, which is neither blank nor a comment
  record ListLines(int indent, List<Integer> starts, int after) {}

  /// A whole text.
  ///
  /// @param lists the lines of the lists at the top, by where they begin
  record WholeText(Node root, Map<Integer, ListLines> lists) {}

  /// The root of the document; null if the text is outside the subset.
  static @Nullable Node read(String text) {
    WholeText whole = whole(text);
    return whole == null ? null : whole.root;
  }

  /// The same with the lists at the top.
  static @Nullable WholeText whole(String text) {
    if (!hasPlainCharacters(text, 0, text.length())) {
      return null;
    }
    SubsetReader reader = new SubsetReader(text);
    try {
      reader.lineAt(0);
      Node root = reader.indent() == 0 ? reader.mapping(0, 1) : null;
      return root != null && reader.isAtEnd() ? new WholeText(root, reader.lists) : null;
    } catch (NotInSubset e) {
      return null;
    }
  }

  /// An item of a list at the top.
  ///
  /// @param start where the line of its dash begins
  /// @param indent the column of its dash
  static Node item(String text, int start, int indent) {
    SubsetReader reader = new SubsetReader(text);
    reader.bounds(start);
    return reader.item(indent, LIST_DEPTH);
  }

  /// Some items of a list at the top.
  ///
  /// @param starts where the line of each dash begins
  /// @param end the end of the last of them
  /// @param after where the line after them begins
  record SomeItems(List<Integer> starts, int end, int after) {}

  /// The items of a list at the top from one on, until a line that is known.
  ///
  /// @param start where the line of the first dash begins
  /// @param isKnown whether a line, by its beginning, is known as the next item or as the one after
  ///   the list
  /// @return null if the text is outside the subset, or no such line ends them
  static @Nullable SomeItems items(String text, int start, int indent, IntPredicate isKnown) {
    SubsetReader reader = new SubsetReader(text);
    List<Integer> starts = new ArrayList<>();
    int end = start;
    try {
      reader.bounds(start);
      while (!reader.isAtEnd() && reader.indent() == indent && reader.isItem()) {
        if (!starts.isEmpty() && isKnown.test(reader.line)) {
          break;
        }
        starts.add(reader.line);
        end = reader.item(indent, LIST_DEPTH).end();
      }
      return !starts.isEmpty() && isKnown.test(reader.line)
          ? new SomeItems(starts, end, reader.line)
          : null;
    } catch (NotInSubset e) {
      return null;
    }
  }

  /// Whether every character is printable, and a line end is LF alone.
  static boolean hasPlainCharacters(String text, int from, int until) {
    for (int i = from; i < until; i++) {
      char c = text.charAt(i);
      if ((c >= ' ' && c <= '~') || c == '\n') {
        continue;
      }
      if (c == '\t' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
        return false;
      }
      int point = text.codePointAt(i);
      if (!StreamReader.isPrintable(point)) {
        return false;
      }
      i += Character.charCount(point) - 1;
    }
    return true;
  }

  // lines

  private boolean isAtEnd() {
    return line >= text.length();
  }

  private int indent() {
    return first - line;
  }

  /// Moves to the first line from here on that is neither blank nor a comment.
  private void lineAt(int start) {
    int at = start;
    while (at < text.length()) {
      bounds(at);
      if (first < end && text.charAt(first) != '#') {
        return;
      }
      at = end + 1;
    }
    line = text.length();
    first = line;
    end = line;
  }

  private void bounds(int start) {
    line = start;
    int newline = text.indexOf('\n', start);
    end = newline < 0 ? text.length() : newline;
    int at = start;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    first = at;
  }

  /// Moves to the next line, which must not be indented deeper than its collection.
  private void nextLine(int indent) {
    lineAt(end + 1);
    if (indent() > indent) {
      throw new NotInSubset();
    }
  }

  // block collections

  private Node mapping(int indent, int depth) {
    return mapping(indent, first, depth);
  }

  /// A block mapping whose keys stand at `indent`, the first of them at `start`.
  private Node mapping(int indent, int start, int depth) {
    limit(depth);
    List<Entry> entries = new ArrayList<>();
    int at = start;
    int last;
    do {
      int colon = keyEnd(at);
      if (colon < 0) {
        throw new NotInSubset();
      }
      Scalar key = key(at, colon);
      if (isTaken(entries, key.value())) {
        throw new NotInSubset();
      }
      Node value = value(colon + 1, indent, depth);
      entries.add(new Entry(key, value));
      last = value.end();
      at = first;
    } while (!isAtEnd() && indent() == indent);
    return new Mapping(start, last, false, entries);
  }

  /// The value after the colon of a key at `indent`.
  private Node value(int after, int indent, int depth) {
    int at = skipSpaces(after);
    if (!isLineEnd(at)) {
      return inline(at, indent, depth);
    }
    lineAt(end + 1);
    if (isAtEnd() || indent() < indent) {
      throw new NotInSubset();
    }
    Node below;
    if (isItem()) {
      below = sequence(indent(), depth + 1);
    } else if (indent() > indent) {
      below = mapping(indent(), depth + 1);
    } else {
      throw new NotInSubset();
    }
    if (!isAtEnd() && indent() > indent) {
      throw new NotInSubset();
    }
    return below;
  }

  private boolean isItem() {
    return text.charAt(first) == '-' && first + 1 < end && text.charAt(first + 1) == ' ';
  }

  private Node sequence(int indent, int depth) {
    limit(depth);
    int start = first;
    List<Node> items = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    while (!isAtEnd() && indent() == indent && isItem()) {
      starts.add(line);
      items.add(item(indent, depth));
    }
    if (depth == LIST_DEPTH) {
      lists.put(start, new ListLines(indent, starts, line));
    }
    return new Sequence(start, items.getLast().end(), false, items);
  }

  private Node item(int indent, int depth) {
    int at = skipSpaces(first + 1);
    if (isLineEnd(at)) {
      throw new NotInSubset();
    }
    Node item = keyEnd(at) < 0 ? inline(at, indent, depth) : mapping(at - line, at, depth + 1);
    if (!isAtEnd() && indent() > indent) {
      throw new NotInSubset();
    }
    return item;
  }

  private void limit(int depth) {
    if (depth > MAX_DEPTH) {
      throw new NotInSubset();
    }
  }

  /// A value on the line of its key or dash; moves to the line after it.
  private Node inline(int at, int indent, int depth) {
    char c = text.charAt(at);
    if (c == '|' || c == '>') {
      return block(at, indent);
    }
    Node value = c == '[' || c == '{' || c == '"' || c == '\'' ? flow(at, depth) : plain(at, false);
    if (!isLineEnd(skipSpaces(value.end()))) {
      throw new NotInSubset();
    }
    nextLine(indent);
    return value;
  }

  /// Whether only a comment follows on the line; a space precedes a comment.
  private boolean isLineEnd(int at) {
    return at >= end || (text.charAt(at) == '#' && text.charAt(at - 1) == ' ');
  }

  private int skipSpaces(int from) {
    int at = from;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  // keys

  /// The colon after the key that begins here; -1 if there is none.
  private int keyEnd(int start) {
    int at = start;
    while (at < end && isKeyCharacter(text.charAt(at), at == start)) {
      at++;
    }
    boolean ends =
        at > start
            && at < end
            && text.charAt(at) == ':'
            && (at + 1 == end || text.charAt(at + 1) == ' ')
            && at - start <= MAX_KEY;
    return ends ? at : -1;
  }

  private static boolean isKeyCharacter(char c, boolean isFirst) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (!isFirst && (c == '-' || c == '_' || c == '.'));
  }

  private Scalar key(int start, int colon) {
    String written = text.substring(start, colon);
    String known = words.putIfAbsent(written, written);
    return new Scalar(start, colon, known == null ? written : known, Style.PLAIN);
  }

  private static boolean isTaken(List<Entry> entries, String key) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().value().equals(key)) {
        return true;
      }
    }
    return false;
  }

  // scalars

  /// A plain scalar, up to a comment, the end of the line, or the end of its item.
  private Scalar plain(int start, boolean flow) {
    if (start >= end || (INDICATORS.indexOf(text.charAt(start)) >= 0 && !isNegative(start))) {
      throw new NotInSubset();
    }
    int last = start;
    int at = start;
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c == ' ') {
        continue;
      }
      if (c == ':' && (at + 1 == end || " ,[]{}".indexOf(text.charAt(at + 1)) >= 0)) {
        throw new NotInSubset();
      }
      if (c == '#' && text.charAt(at - 1) == ' ') {
        if (flow) {
          throw new NotInSubset();
        }
        break;
      }
      if (flow && ",[]{}".indexOf(c) >= 0) {
        break;
      }
      last = at;
    }
    return new Scalar(start, last + 1, text.substring(start, last + 1), Style.PLAIN);
  }

  private boolean isNegative(int start) {
    return text.charAt(start) == '-'
        && start + 1 < end
        && text.charAt(start + 1) >= '0'
        && text.charAt(start + 1) <= '9';
  }

  private Scalar quoted(int start) {
    char quote = text.charAt(start);
    StringBuilder value = new StringBuilder();
    int at = start + 1;
    while (at < end) {
      char c = text.charAt(at);
      char next = at + 1 < end ? text.charAt(at + 1) : '\n';
      if (c == '\\' && quote == '"') {
        value.append(escaped(next, at + 2));
        at += next == 'u' ? 6 : 2;
      } else if (c == '\'' && quote == '\'' && next == '\'') {
        value.append(c);
        at += 2;
      } else if (c == quote) {
        return new Scalar(start, at + 1, value.toString(), Style.QUOTED);
      } else {
        value.append(c);
        at++;
      }
    }
    throw new NotInSubset();
  }

  /// The character of an escape sequence.
  ///
  /// @param digits the offset of its digits, if any
  private char escaped(char letter, int digits) {
    return switch (letter) {
      case '"', '\\' -> letter;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = digits; i < digits + 4; i++) {
          int digit = i < end ? "0123456789ABCDEF".indexOf(text.charAt(i)) : -1;
          if (digit < 0) {
            throw new NotInSubset();
          }
          code = code << 4 | digit;
        }
        if (Character.isSurrogate((char) code)) {
          throw new NotInSubset();
        }
        yield (char) code;
      }
      default -> throw new NotInSubset();
    };
  }

  /// A block scalar: `|`, `|-`, `>` or `>-`, of lines that are indented alike.
  private Scalar block(int start, int indent) {
    boolean folded = text.charAt(start) == '>';
    boolean strip = start + 1 < end && text.charAt(start + 1) == '-';
    if (end != start + (strip ? 2 : 1) || end == text.length()) {
      throw new NotInSubset();
    }
    bounds(end + 1);
    int inner = indent();
    if (first == end || inner <= indent) {
      throw new NotInSubset();
    }
    StringBuilder value = new StringBuilder();
    int blank = 0;
    while (true) {
      if (first < end && indent() >= inner) {
        limitLine(folded, blank, inner);
        value.repeat('\n', blank);
        value.append(text, line + inner, end).append(folded ? ' ' : '\n');
        blank = 0;
      } else if (line == end && line < text.length()) {
        blank++;
      } else {
        break;
      }
      bounds(end + 1);
    }
    if (first == end && line < text.length()) {
      throw new NotInSubset();
    }
    value.setLength(value.length() - 1);
    if (!strip) {
      value.append('\n');
    }
    int last = line;
    lineAt(line);
    if (indent() > indent) {
      throw new NotInSubset();
    }
    return new Scalar(start, last, value.toString(), Style.BLOCK);
  }

  /// Lines of a block scalar end with LF; folded lines are joined by one space each.
  private void limitLine(boolean folded, int blank, int inner) {
    boolean joins = blank == 0 && indent() == inner && text.charAt(end - 1) != ' ';
    if (end == text.length() || (folded && !joins)) {
      throw new NotInSubset();
    }
  }

  // flow collections

  private Node flow(int start, int depth) {
    if (start >= end) {
      throw new NotInSubset();
    }
    return switch (text.charAt(start)) {
      case '[' -> flowSequence(start, depth + 1);
      case '{' -> flowMapping(start, depth + 1);
      case '"', '\'' -> quoted(start);
      default -> plain(start, true);
    };
  }

  private Node flowSequence(int start, int depth) {
    limit(depth);
    List<Node> items = new ArrayList<>();
    int at = skipSpaces(start + 1);
    if (isAt(at, ']')) {
      return new Sequence(start, at + 1, true, items);
    }
    while (true) {
      Node item = flow(at, depth);
      items.add(item);
      at = skipSpaces(item.end());
      if (isAt(at, ']')) {
        return new Sequence(start, at + 1, true, items);
      }
      at = afterComma(at);
    }
  }

  private Node flowMapping(int start, int depth) {
    limit(depth);
    List<Entry> entries = new ArrayList<>();
    int at = skipSpaces(start + 1);
    if (isAt(at, '}')) {
      return new Mapping(start, at + 1, true, entries);
    }
    while (true) {
      int colon = keyEnd(at);
      if (colon < 0) {
        throw new NotInSubset();
      }
      Scalar key = key(at, colon);
      if (isTaken(entries, key.value())) {
        throw new NotInSubset();
      }
      Node value = flow(skipSpaces(colon + 1), depth);
      entries.add(new Entry(key, value));
      at = skipSpaces(value.end());
      if (isAt(at, '}')) {
        return new Mapping(start, at + 1, true, entries);
      }
      at = afterComma(at);
    }
  }

  private boolean isAt(int at, char c) {
    return at < end && text.charAt(at) == c;
  }

  private int afterComma(int at) {
    if (!isAt(at, ',')) {
      throw new NotInSubset();
    }
    return skipSpaces(at + 1);
  }
}
