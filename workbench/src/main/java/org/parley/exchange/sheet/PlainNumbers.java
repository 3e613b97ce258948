package org.parley.exchange.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.reading.dates.DecimalDigits;

/// Numbers without what countries and bookkeepers write around their digits.
final class PlainNumbers {

  private static final Pattern BLANKS =
      Pattern.compile("[\\s\u00a0\u202f\u2009\u2007\u066c'’\\u200e\\u200f]");
  private static final Pattern MINUS = Pattern.compile("[\u2212\u2010-\u2013\uff0d\ufe63]");
  private static final Pattern BOOKED = Pattern.compile("\\(([\\d.,]+)\\)|([\\d.,]+)-");

  private PlainNumbers() {}

  /// The number with ASCII digits and sign, without blanks between its digits. "(300)" and "300-"
  /// are less than zero. Other words may lose blanks.
  static String of(String cell) {
    String bare = MINUS.matcher(BLANKS.matcher(digits(cell)).replaceAll("")).replaceAll("-");
    Matcher booked = BOOKED.matcher(bare);
    return booked.matches()
        ? "-" + (booked.group(1) != null ? booked.group(1) : booked.group(2))
        : bare;
  }

  /// Decimal digits of every script as those of ASCII, and the decimal sign of Arabic as a point.
  static String digits(String cell) {
    return DecimalDigits.inAscii(cell).replace('\u066b', '.');
  }
}
