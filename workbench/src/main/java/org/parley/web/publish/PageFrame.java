package org.parley.web.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of the server, taken apart into what it says and what stands around it.
///
/// @param frame the page with gaps in place of the values and of its content: alike for all pages
///   of a section
/// @param values the title and the descriptions in its head, in order
/// @param main the content of its `main`
record PageFrame(String frame, List<String> values, String main) {

  /// Stands for a value. No page has a character for private use in its frame, or it is not taken
  /// apart.
  private static final String GAP = "\uE000";

  private static final String HEAD_END = "</head>";
  private static final String MAIN = "<main ";
  private static final String MAIN_END = "</main>";

  private static final Pattern VALUE =
      Pattern.compile(
          "(<title>)([^<]*)(?=</title>)"
              + "|(<meta (?:property=\"og:(?:title|description)\"|name=\"description\") content=\")([^\"]*)");

  /// A value that HTML writes in one way only.
  private static final Pattern PLAIN = Pattern.compile("[^&<>\\u00a0\\p{Cntrl}\\p{Co}]*");

  /// The parts of a page; empty if it has to be read as a whole.
  static Optional<PageFrame> of(String html) {
    int headEnd = html.indexOf(HEAD_END);
    int main = html.indexOf('>', Math.max(0, html.indexOf(MAIN, Math.max(0, headEnd)))) + 1;
    int mainEnd = html.lastIndexOf(MAIN_END);
    if (headEnd < 0 || html.indexOf(MAIN, headEnd) < 0 || mainEnd < main) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    String head = withGaps(html.substring(0, headEnd), values);
    String frame = head + html.substring(headEnd, main) + GAP + html.substring(mainEnd);
    return isFrame(frame, values)
        ? Optional.of(new PageFrame(frame, List.copyOf(values), html.substring(main, mainEnd)))
        : Optional.empty();
  }

  private static String withGaps(String head, List<String> values) {
    return VALUE
        .matcher(head)
        .replaceAll(
            value -> {
              boolean isTitle = value.group(1) != null;
              values.add(value.group(isTitle ? 2 : 4));
              return Matcher.quoteReplacement(value.group(isTitle ? 1 : 3) + GAP);
            });
  }

  /// Whether a frame has its gaps alone, and no link that depends on the address of the page.
  private static boolean isFrame(String frame, List<String> values) {
    return values.stream().allMatch(each -> PLAIN.matcher(each).matches())
        && gaps(frame) == values.size() + 1
        && !frame.contains("=\"?");
  }

  private static int gaps(String frame) {
    int count = 0;
    for (int at = frame.indexOf(GAP); at >= 0; at = frame.indexOf(GAP, at + 1)) {
      count++;
    }
    return count;
  }

  /// A frame that was settled, between its gaps.
  record Pieces(List<String> pieces) {

    /// The pieces of a frame.
    ///
    /// @param gaps how many gaps it had; empty if one was lost
    static Optional<Pieces> of(String frame, int gaps) {
      List<String> pieces = List.of(frame.split(GAP, -1));
      return pieces.size() == gaps + 1 ? Optional.of(new Pieces(pieces)) : Optional.empty();
    }

    /// The page with its values and its content.
    String around(List<String> values, String main) {
      StringBuilder page = new StringBuilder(main.length() + 8_192);
      for (int i = 0; i < values.size(); i++) {
        page.append(pieces.get(i)).append(values.get(i));
      }
      return page.append(pieces.get(values.size()))
          .append(main)
          .append(pieces.getLast())
          .toString();
    }
  }
}
