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

  /// The numbers of the lines within quotations of several lines. The line that opens one is among
  /// them, unless its own words stand before: "is replaced by: “Article 5".
  static BitSet of(List<String> lines) {
    BitSet quoted = new BitSet();
    String above = "";
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      int opened = line.isEmpty() ? -1 : opened(line, above);
      int end = opened < 0 ? at : end(lines, at, line.charAt(opened));
      if (end > at) {
        quoted.set(opened == 0 ? at : at + 1, end + 1);
      }
      above = line.isEmpty() ? above : lines.get(end);
      at = end + 1;
    }
    return quoted;
  }

  /// Whether words announce a quotation and open it, without its end.
  static boolean areBegun(String words) {
    return opened(words, "") >= 0;
  }

  /// Where a line opens a quotation that a colon announces, and does not close it; -1 for none.
  private static int opened(String line, String above) {
    int colon = above.endsWith(":") ? -2 : line.lastIndexOf(": ");
    int mark = colon + 2;
    String marks =
        colon == -1 || mark >= line.length() ? "" : CLOSING.getOrDefault(line.charAt(mark), "");
    boolean isClosed = line.chars().skip(mark + 1L).anyMatch(each -> marks.indexOf(each) >= 0);
    return marks.isEmpty() || isClosed ? -1 : mark;
  }

  /// The line at whose end the quotation is closed; the first one if that is nowhere.
  private static int end(List<String> lines, int from, char opening) {
    int most = Math.min(lines.size(), from + MOST_LINES);
    for (int at = from + 1; at < most; at++) {
      if (closes(lines.get(at), opening, CLOSING.getOrDefault(opening, ""))) {
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
