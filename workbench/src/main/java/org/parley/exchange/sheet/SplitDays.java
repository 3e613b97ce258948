package org.parley.exchange.sheet;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Joins the parts of a day that stand in three columns beside each other: day, month and year, in
/// any order. The column has the heading of the day, or that of all three.
final class SplitDays {

  private static final String DAY = "date.day";
  private static final String MONTH = "date.month";
  private static final String YEAR = "date.year";

  /// The parts of a day by their folded headings.
  private static final Map<String, String> PARTS =
      WordFiles.of(SplitDays.class).stream()
          .filter(each -> each.getKey().startsWith("date."))
          .flatMap(
              each ->
                  Stream.of(each.getValue().split(",", -1))
                      .map(word -> Map.entry(ClaimColumn.folded(word), each.getKey())))
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));

  private SplitDays() {}

  /// The sheet with each such day in one column.
  static Sheet joined(Sheet sheet) {
    for (int i = 0; i + 2 < sheet.heading().size(); i++) {
      List<String> parts = sheet.heading().subList(i, i + 3).stream().map(SplitDays::part).toList();
      if (parts.containsAll(List.of(DAY, MONTH, YEAR))) {
        return joined(joined(sheet, i, parts));
      }
    }
    return sheet;
  }

  private static String part(String heading) {
    return PARTS.getOrDefault(ClaimColumn.folded(heading.substring(heading.indexOf(':') + 1)), "");
  }

  private static Sheet joined(Sheet sheet, int at, List<String> parts) {
    String heading = sheet.heading().get(at + parts.indexOf(DAY));
    int colon = heading.indexOf(':');
    return sheet.joined(
        at,
        colon < 0 ? heading : heading.substring(0, colon),
        cells ->
            day(
                cells.get(parts.indexOf(DAY)),
                cells.get(parts.indexOf(MONTH)),
                cells.get(parts.indexOf(YEAR))));
  }

  /// The day as it is written in one cell.
  private static String day(String day, String month, String year) {
    boolean isPlain =
        year.matches("\\d{4}") && month.matches("\\d{1,2}") && day.matches("\\d{0,2}");
    if (isPlain) {
      return year + "-" + padded(month) + (day.isEmpty() ? "" : "-" + padded(day));
    }
    return Stream.of(day, month, year)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String padded(String number) {
    return number.length() < 2 ? "0" + number : number;
  }
}
