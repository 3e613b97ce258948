package org.parley.sequence;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The fewest and the most days of a number of months, over all start dates.
///
/// @param fewest days
/// @param most days
record DayRange(long fewest, long most) {

  /// Years and months repeat after this many months, and this many days.
  private static final int CYCLE_MONTHS = 4_800;

  private static final long CYCLE_DAYS = 146_097;

  /// From the 2nd to this day, every month behaves as on the 1st.
  private static final int MIDMONTH = 28;

  private static final LocalDate CYCLE = LocalDate.of(2000, 1, 1);

  /// By months of a cycle and rounding; every plan asks for the same few. At most two a month of
  /// the cycle.
  private static final Map<Lag, DayRange> KNOWN = new ConcurrentHashMap<>();

  /// Cost: linear in the months of a cycle, once for each number of months.
  static DayRange of(long months, Rounding rounding) {
    long cycles = Math.floorDiv(months, CYCLE_MONTHS);
    int rest = Math.floorMod(months, CYCLE_MONTHS);
    DayRange known = KNOWN.computeIfAbsent(Lag.ofMonths(rest, rounding), DayRange::searched);
    return new DayRange(known.fewest + cycles * CYCLE_DAYS, known.most + cycles * CYCLE_DAYS);
  }

  private static DayRange searched(Lag lag) {
    long fewest = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int month = 0; month < CYCLE_MONTHS; month++) {
      LocalDate first = CYCLE.plusMonths(month);
      for (int day = 1; day <= first.lengthOfMonth(); day++) {
        if (day > 1 && day < MIDMONTH) {
          continue;
        }
        LocalDate from = first.withDayOfMonth(day);
        long length = lag.after(from).toEpochDay() - from.toEpochDay();
        fewest = Math.min(fewest, length);
        most = Math.max(most, length);
      }
    }
    return new DayRange(fewest, most);
  }
}
