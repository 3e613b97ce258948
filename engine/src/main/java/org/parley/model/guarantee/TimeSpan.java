package org.parley.model.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// A length of time as a text states it: `24 hours`, `30 days`, `10 years 6 months`, `0 seconds`.
///
/// Seconds, minutes and hours are exact; days, weeks, months and years are those of a calendar. The
/// two do not mix.
///
/// @param said numbers with units, in any order
public record TimeSpan(String said) {

  private static final Pattern PART = Pattern.compile("(\\d{1,9}) ([a-z]+)");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9} [a-z]+( \\d{1,9} [a-z]+)*");
  private static final Map<String, Long> SECONDS =
      Map.of("second", 1L, "minute", 60L, "hour", 3_600L);
  private static final Map<String, Integer> DAYS = Map.of("day", 1, "week", 7);
  private static final Map<String, Integer> MONTHS = Map.of("month", 1, "year", 12);

  public TimeSpan {
    if (!WHOLE.matcher(said).matches()) {
      throw new InvalidValueException(InvalidValue.Plain.NOT_A_LENGTH_OF_TIME, said);
    }
    boolean exact = false;
    boolean calendar = false;
    Matcher part = PART.matcher(said);
    while (part.find()) {
      String unit = singular(part.group(2));
      exact |= SECONDS.containsKey(unit);
      calendar |= DAYS.containsKey(unit) || MONTHS.containsKey(unit);
      if (!SECONDS.containsKey(unit) && !DAYS.containsKey(unit) && !MONTHS.containsKey(unit)) {
        throw new InvalidValueException(InvalidValue.Plain.NO_UNIT_OF_TIME, part.group(2));
      }
    }
    if (exact && calendar) {
      throw new InvalidValueException(InvalidValue.Plain.MIXED_UNITS_OF_TIME, said);
    }
  }

  /// A unit of time.
  public enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  /// A number of one unit.
  public record Part(int number, Unit unit) {}

  /// Its parts as written.
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    Matcher part = PART.matcher(said);
    while (part.find()) {
      parts.add(
          new Part(
              Integer.parseInt(part.group(1)),
              Unit.valueOf(singular(part.group(2)).toUpperCase(Locale.ROOT))));
    }
    return parts;
  }

  private static String singular(String unit) {
    String lower = unit.toLowerCase(Locale.ROOT);
    return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private long total(Map<String, ? extends Number> units) {
    long total = 0;
    Matcher part = PART.matcher(said);
    while (part.find()) {
      Number each = units.get(singular(part.group(2)));
      if (each != null) {
        total =
            Math.addExact(
                total, Math.multiplyExact(Long.parseLong(part.group(1)), each.longValue()));
      }
    }
    return total;
  }

  /// Whether it counts calendar units, days or longer.
  public boolean isCalendar() {
    Matcher part = PART.matcher(said);
    return part.find() && !SECONDS.containsKey(singular(part.group(2)));
  }

  /// The number of seconds of an exact one.
  public long seconds() {
    return total(SECONDS);
  }

  /// The number of days in addition to whole months.
  public int days() {
    return Math.toIntExact(total(DAYS));
  }

  /// The number of months, years included.
  public int months() {
    return Math.toIntExact(total(MONTHS));
  }

  @Override
  public String toString() {
    return said;
  }
}
