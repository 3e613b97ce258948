package org.parley.provision;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// The lines of a text that quote another one: "Article 5 is replaced by the following:". Their
/// numbers count the provisions of that text.
final class QuotedLines {

  /// The mark that closes what another opens.
  private static final Map<Character, String> CLOSING =
      Map.of('"', "\"", '“', "”", '„', "“”", '«', "»", '”', "”");

  /// Lines of a quotation at most; one that is longer was never closed.
  private static final int MOST_LINES = 200;

  private static final int LONGEST_AFTER = 2;

  private QuotedLines() {}

  /// The numbers of the lines within quotations of several lines, the first among them.
  static BitSet of(List<String> lines) {
    BitSet quoted = new BitSet();
    String above = "";
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      int end = opens(line, above) ? end(lines, at) : at;
      if (end > at) {
        quoted.set(at, end + 1);
      }
      above = line.isEmpty() ? above : lines.get(end);
      at = end + 1;
    }
    return quoted;
  }

  /// The marks that close what a line opens; none if it opens nothing.
  private static String closing(String line) {
    return CLOSING.getOrDefault(line.charAt(0), "");
  }

  /// Whether a line opens a quotation that is announced, and does not close it.
  private static boolean opens(String line, String above) {
    return !line.isEmpty()
        && above.endsWith(":")
        && !closing(line).isEmpty()
        && !isClosedIn(line.substring(1), closing(line));
  }

  private static boolean isClosedIn(String words, String marks) {
    return words.chars().anyMatch(each -> marks.indexOf(each) >= 0);
  }

  /// The line at whose end the quotation is closed; the first one if that is nowhere.
  private static int end(List<String> lines, int from) {
    String first = lines.get(from);
    int most = Math.min(lines.size(), from + MOST_LINES);
    for (int at = from + 1; at < most; at++) {
      if (closes(lines.get(at), first.charAt(0), closing(first))) {
        return at;
      }
    }
    return from;
  }

  /// Whether a line ends with a mark that closes more than was opened in it.
  private static boolean closes(String line, char opening, String marks) {
    int last = line.length() - 1;
    int most = Math.max(-1, last - LONGEST_AFTER);
    while (last > most && ".;,".indexOf(line.charAt(last)) >= 0) {
      last--;
    }
    boolean isMark = last >= 0 && marks.indexOf(line.charAt(last)) >= 0;
    long closed = line.chars().filter(each -> marks.indexOf(each) >= 0).count();
    long opened = line.chars().filter(each -> each == opening).count();
    return isMark && (marks.indexOf(opening) >= 0 ? closed % 2 == 1 : closed > opened);
  }
}
