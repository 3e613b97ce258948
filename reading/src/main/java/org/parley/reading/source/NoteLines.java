package org.parley.reading.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.provision.ProvisionNumber;

/// Notes that stand as lines of their own, `¹ Counted from the day of signature`. Each follows the
/// paragraph that it belongs to, after an asterisk, as a note of Word does.
final class NoteLines {

  /// Signs of a mark at most.
  private static final int LONGEST_MARK = 3;

  /// Lines of a paragraph at most.
  private static final int LONGEST_PARAGRAPH = 100;

  private static final List<String> UNITS =
      List.of("m", "km", "cm", "mm", "dm", "ha", "м", "км", "см", "мм", "дм", "ft", "mi", "yd");

  private final List<String> lines;
  private final BitSet gone = new BitSet();
  private final Map<String, Integer> cited = new HashMap<>();

  /// The notes by the line that they follow.
  private final Map<Integer, List<String>> notes = new TreeMap<>();

  private NoteLines(String words) {
    this.lines = new ArrayList<>(words.lines().toList());
  }

  /// The same text with its notes after their paragraphs.
  static String placed(String words) {
    return words.codePoints().anyMatch(RaisedMarks::isDigit)
        ? new NoteLines(words).placed()
        : words;
  }

  private String placed() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String mark = markAt(line, indent(line));
      Integer at = mark.isEmpty() ? null : cited.remove(mark);
      if (at == null) {
        cite(i, mark.isEmpty() ? 0 : indent(line) + mark.length());
      } else {
        place(i, mark, at);
      }
    }
    List<String> written = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!gone.get(i)) {
        written.add(lines.get(i));
      }
      notes.getOrDefault(i, List.of()).forEach(each -> written.addAll(List.of("", each)));
    }
    return String.join("\n", written);
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The mark at a place; empty for none, and for a power.
  private static String markAt(String line, int at) {
    int end = at;
    while (end < line.length()
        && end - at <= LONGEST_MARK
        && RaisedMarks.isDigit(line.charAt(end))) {
      end++;
    }
    return end - at > LONGEST_MARK ? "" : line.substring(at, end);
  }

  /// Notes the marks in a line, the last of each.
  private void cite(int line, int from) {
    String words = lines.get(line);
    for (int i = from; i < words.length(); i++) {
      String mark = markAt(words, i);
      if (!mark.isEmpty()) {
        if (!isPower(words, i)) {
          cited.put(mark, line);
        }
        i += mark.length() - 1;
      }
    }
  }

  /// Whether a raised number belongs to a unit, `30 m²`.
  private static boolean isPower(String words, int at) {
    int from = at;
    while (from > 0 && Character.isLetter(words.charAt(from - 1)) && at - from < 3) {
      from--;
    }
    return UNITS.contains(words.substring(from, at))
        && (from == 0 || !Character.isLetter(words.charAt(from - 1)));
  }

  /// Moves the note that begins in a line behind the paragraph that cites it.
  private void place(int line, String mark, int citing) {
    StringBuilder note = new StringBuilder("*");
    int end = line;
    do {
      note.append(' ').append(lines.get(end).strip());
      gone.set(end);
      end++;
    } while (end < lines.size() && goesOn(lines.get(end)));
    lines.set(citing, starred(lines.get(citing), mark));
    String indent = lines.get(citing).substring(0, indent(lines.get(citing)));
    String words = note.substring(2 + mark.length()).strip().replaceFirst("^[.)\\]]\\s*", "");
    notes
        .computeIfAbsent(lastOfParagraph(citing, line), _ -> new ArrayList<>())
        .add(indent + "* " + words);
  }

  private static boolean goesOn(String line) {
    int indent = indent(line);
    return indent < line.length()
        && !RaisedMarks.isDigit(line.charAt(indent))
        && line.charAt(indent) != '*'
        && ProvisionNumber.find(line).isEmpty();
  }

  /// With an asterisk in place of the last such mark.
  private static String starred(String line, String mark) {
    int found = -1;
    for (int i = indent(line); i < line.length(); i++) {
      String each = markAt(line, i);
      if (each.equals(mark) && !isPower(line, i)) {
        found = i;
      }
      i += Math.max(0, each.length() - 1);
    }
    return found < 0
        ? line
        : line.substring(0, found) + "*" + line.substring(found + mark.length());
  }

  private int lastOfParagraph(int line, int before) {
    int last = line;
    int most = Math.min(before, line + LONGEST_PARAGRAPH);
    while (last + 1 < most && !gone.get(last + 1) && goesOn(lines.get(last + 1))) {
      last++;
    }
    return last;
  }
}
