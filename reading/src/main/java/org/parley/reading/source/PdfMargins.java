package org.parley.reading.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the running heads and the numbers of pages out of a PDF. They are rows at the top or the
/// foot that many pages have, or several in the same place.
final class PdfMargins {

  /// Rows of a page that may be repeated, from its top and from its foot.
  private static final int MOST_ROWS = 3;

  private static final int FEWEST_PAGES = 3;

  /// How far a row of the margin is from the text at least, of the size of its signs.
  private static final float APART = 1.7f;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i:(?:page|seite|página|pág\\.|p\\.|стр\\.|с\\.) )?[-–—]? ?(?<number>\\d{1,4})(?: ?(?:/|of|de|von|sur|из|з) ?\\d{1,4})? ?[-–—]?");

  private final List<List<PdfRow>> pages = new ArrayList<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private int written;

  private PdfMargins() {}

  /// The rows of each page without those of its margins.
  static List<List<PdfRow>> without(List<List<PdfRun>> pages) {
    PdfMargins margins = new PdfMargins();
    for (int i = 0; i < pages.size(); i++) {
      margins.count(PdfRow.of(pages.get(i)), i);
    }
    List<List<PdfRow>> left = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      left.add(margins.left(i));
    }
    return left;
  }

  private void count(List<PdfRow> rows, int page) {
    pages.add(rows);
    written += rows.isEmpty() ? 0 : 1;
    Set<String> plain = new HashSet<>();
    Set<String> placed = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (i < MOST_ROWS || i >= rows.size() - MOST_ROWS) {
        PdfRow row = rows.get(i);
        plain.add(plain(row.words()));
        int foot = Math.round(row.foot());
        for (int at = foot - 1; at <= foot + 1; at++) {
          placed.add(place(row, page, at));
        }
      }
    }
    plain.forEach(each -> words.merge(each, 1, Integer::sum));
    placed.forEach(each -> places.merge(each, 1, Integer::sum));
  }

  /// The words of a row in a place; of the number of a page, how far it is from the count of pages.
  private static String place(PdfRow row, int page, int foot) {
    Matcher number = PAGE_NUMBER.matcher(row.words());
    return number.matches()
        ? foot + " #" + (Integer.parseInt(number.group("number")) - page)
        : foot + " " + plain(row.words());
  }

  private List<PdfRow> left(int page) {
    List<PdfRow> rows = pages.get(page);
    boolean[] gone = new boolean[rows.size()];
    for (int way = 1; way >= -1; way -= 2) {
      boolean isOutermost = true;
      for (int n = 0; n < Math.min(MOST_ROWS, rows.size()); n++) {
        int at = way > 0 ? n : rows.size() - 1 - n;
        boolean isGone =
            isOnMostPages(rows.get(at)) || (isOutermost && isMargin(rows, at, way, page));
        gone[at] |= isGone;
        isOutermost &= isGone;
      }
    }
    List<PdfRow> left = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!gone[i]) {
        left.add(rows.get(i));
      }
    }
    return left;
  }

  private boolean isOnMostPages(PdfRow row) {
    return words.getOrDefault(plain(row.words()), 0) >= Math.max(FEWEST_PAGES, written / 2 + 1);
  }

  /// Whether a row stands apart, in a place where other pages have the same.
  private boolean isMargin(List<PdfRow> rows, int at, int way, int page) {
    PdfRow row = rows.get(at);
    int inner = at + way;
    boolean isApart =
        inner >= 0
            && inner < rows.size()
            && Math.abs(rows.get(inner).foot() - row.foot()) >= APART * rows.get(inner).size();
    int count = places.getOrDefault(place(row, page, Math.round(row.foot())), 0);
    Matcher number = PAGE_NUMBER.matcher(row.words());
    return isApart
        && (number.matches()
            ? count > 1 || Integer.parseInt(number.group("number")) == page + 1
            : count > 1 && FEWEST_PAGES * count >= written);
  }

  /// Without the number of a page, which stands alone or after some words. "Article 5" stays.
  private static String plain(String words) {
    return PAGE_NUMBER.matcher(words).matches()
        ? words.replaceAll("\\d+", "#")
        : words.replaceFirst("(?<=\\S\\s\\S{1,40}\\s)\\d{1,4}$", "#");
  }
}
