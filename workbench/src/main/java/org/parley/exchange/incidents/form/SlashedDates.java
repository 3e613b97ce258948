package org.parley.exchange.incidents.form;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates such as `1/12/2025` in one file: whether the day or the month comes first, as soon as one
/// of them shows it.
final class SlashedDates {

  private static final Pattern SLASHED =
      Pattern.compile("\\s*(\\d{1,2})/(\\d{1,2})/(\\d{4})(|\\s.*)", Pattern.DOTALL);
  private static final int MONTHS = 12;

  private boolean isShown;
  private boolean isMonthFirst;

  /// Whether the order is still to be shown, and one of these cells has such a date.
  boolean isOpen(List<String> cells) {
    for (String each : cells) {
      Matcher slashed = SLASHED.matcher(each);
      if (!isShown && slashed.matches()) {
        int first = Integer.parseInt(slashed.group(1));
        int second = Integer.parseInt(slashed.group(2));
        isShown = (first > MONTHS) != (second > MONTHS);
        isMonthFirst = second > MONTHS;
      }
    }
    return !isShown && cells.stream().anyMatch(each -> SLASHED.matcher(each).matches());
  }

  /// The date with the year first, if the order was shown; other cells as they are.
  String plain(String cell) {
    Matcher slashed = SLASHED.matcher(cell);
    if (!isShown || !slashed.matches()) {
      return cell;
    }
    return slashed.group(3)
        + "-"
        + twoDigits(slashed.group(isMonthFirst ? 1 : 2))
        + "-"
        + twoDigits(slashed.group(isMonthFirst ? 2 : 1));
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }
}
