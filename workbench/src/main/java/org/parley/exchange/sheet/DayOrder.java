package org.parley.exchange.sheet;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The order of day and month in dates such as `03/04/2025`.
public enum DayOrder {
  UNKNOWN,
  DAY_FIRST,
  MONTH_FIRST;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The order with a name; unknown for others.
  public static DayOrder of(@Nullable String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
