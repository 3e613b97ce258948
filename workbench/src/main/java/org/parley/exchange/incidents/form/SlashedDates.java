package org.parley.exchange.incidents.form;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.exchange.sheet.DayOrder;

/// Dates such as `1/12/2025` in one file. Somebody said whether the day or the month comes first,
/// or one of them shows it.
final class SlashedDates {

  private static final Pattern SLASHED =
      Pattern.compile("\\s*(\\d{1,2})/(\\d{1,2})/\\d{4}(|\\s.*)", Pattern.DOTALL);
  private static final int MONTHS = 12;

  private DayOrder order;

  SlashedDates(DayOrder said) {
    this.order = said;
  }

  DayOrder order() {
    return order;
  }

  /// Whether the order is still to be shown, and one of these cells may be two days.
  boolean isOpen(List<String> cells) {
    boolean isTwoDays = false;
    for (String each : cells) {
      Matcher slashed = SLASHED.matcher(each);
      if (order == DayOrder.UNKNOWN && slashed.matches()) {
        int first = Integer.parseInt(slashed.group(1));
        int second = Integer.parseInt(slashed.group(2));
        if ((first > MONTHS) != (second > MONTHS)) {
          order = first > MONTHS ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
        }
        isTwoDays |= first <= MONTHS && second <= MONTHS && first != second;
      }
    }
    return order == DayOrder.UNKNOWN && isTwoDays;
  }
}
