package org.parley.reading.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lines of a PDF without those on top or at the foot of many pages. Columns are read one after
/// the other. A word that was divided is whole again at the end of its line.
final class PdfLines {

  /// Ends each page.
  static final String PAGE = "\f";

  private static final String PARAGRAPH = "\u2029";

  /// How many lines of a page may be repeated, from its top and from its foot.
  private static final int MARGIN = 3;

  private static final int FEWEST_PAGES = 3;

  /// How much longer lines get if those of two columns are put side by side, in tenths.
  private static final int SIDE_BY_SIDE = 16;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i:(?:page|seite|página|pág\\.|p\\.|стр\\.|с\\.) )?[-–—]? ?\\d{1,4}(?: ?(?:/|of|de|von|sur|из|з) ?\\d{1,4})? ?[-–—]?");

  private PdfLines() {}

  /// @param sorted the text by position on the page
  /// @param unsorted the text as it was written
  static String of(String sorted, String unsorted) {
    boolean hasColumns = median(sorted) * 10 >= median(unsorted) * SIDE_BY_SIDE;
    List<List<String>> pages =
        Arrays.stream((hasColumns ? unsorted : sorted).replace("\r\n", "\n").split(PAGE, -1))
            .map(each -> each.lines().map(PdfLines::flat).toList())
            .toList();
    Set<String> repeated = repeated(pages);
    return pages.stream()
        .map(each -> String.join("\n", without(each, repeated)) + (endsInNote(each) ? "\n" : ""))
        .collect(Collectors.joining("\n"))
        .replace(PARAGRAPH, "\n")
        .replaceAll("(\\p{Ll})[-\u00ad]\n\\s*(\\p{Ll}\\S*) ?", "$1$2\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /// Whether notes stand at the foot, which do not go on on the next page.
  private static boolean endsInNote(List<String> page) {
    return page.stream()
        .map(each -> each.replace(PARAGRAPH, "").strip())
        .anyMatch(each -> !each.isEmpty() && RaisedMarks.isDigit(each.charAt(0)));
  }

  private static String flat(String line) {
    return line.replaceAll("[\\s\u00a0]+", " ").replace(PARAGRAPH + " ", PARAGRAPH).strip();
  }

  private static int median(String text) {
    int[] lengths =
        text.lines()
            .mapToInt(each -> each.strip().length())
            .filter(it -> it > 0)
            .sorted()
            .toArray();
    return lengths.length == 0 ? 1 : lengths[lengths.length / 2];
  }

  /// Lines at the margins of most pages.
  private static Set<String> repeated(List<List<String>> pages) {
    Map<String, Integer> counts = new HashMap<>();
    int written = 0;
    for (List<String> page : pages) {
      List<String> lines = page.stream().filter(each -> !plain(each).isEmpty()).toList();
      written += lines.isEmpty() ? 0 : 1;
      Set<String> margins = new HashSet<>();
      Stream.concat(
              lines.stream().limit(MARGIN), lines.stream().skip(Math.max(0, lines.size() - MARGIN)))
          .forEach(each -> margins.add(plain(each)));
      margins.forEach(each -> counts.merge(each, 1, Integer::sum));
    }
    int most = Math.max(FEWEST_PAGES, written / 2 + 1);
    return counts.entrySet().stream()
        .filter(each -> each.getValue() >= most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static List<String> without(List<String> page, Set<String> repeated) {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      boolean isMargin = isAtMargin(page, i);
      left.add(isMargin && repeated.contains(plain(page.get(i))) ? "" : page.get(i));
    }
    return left;
  }

  private static boolean isAtMargin(List<String> page, int at) {
    long above = page.subList(0, at).stream().filter(each -> !plain(each).isEmpty()).count();
    long below =
        page.subList(at + 1, page.size()).stream().filter(each -> !plain(each).isEmpty()).count();
    return above < MARGIN || below < MARGIN;
  }

  /// Without the number of a page, which stands alone or after some words. "Article 5" stays.
  private static String plain(String line) {
    String words = line.replace(PARAGRAPH, "").strip();
    return PAGE_NUMBER.matcher(words).matches()
        ? words.replaceAll("\\d+", "#")
        : words.replaceFirst("(?<=\\S\\s\\S{1,40}\\s)\\d{1,4}$", "#");
  }
}
