package org.parley.exchange.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/// Shares that a workbook keeps as numbers and shows as percentages.
final class Percentages {

  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,30})?(?:[Ee]-?\\d)?");

  private Percentages() {}

  /// A number as it shows: 0.25 is 25%. Other texts stay as they are.
  static String of(String number) {
    // beyond 15 digits a workbook has the error of its binary numbers
    return NUMBER.matcher(number).matches()
        ? new BigDecimal(number, new MathContext(15))
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString()
            + "%"
        : number;
  }
}
