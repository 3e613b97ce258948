package org.parley.exchange.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/// Numbers as a workbook keeps them, in a form that no country reads otherwise.
final class WorkbookNumbers {

  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,20}(?:\\.\\d{1,30})?(?:[Ee][-+]?\\d{1,2})?");

  /// Beyond 15 digits a workbook has the error of its binary numbers.
  private static final MathContext DIGITS = new MathContext(15);

  private WorkbookNumbers() {}

  /// The number without exponent. Three decimals get a zero: `1.234` might be more than a thousand.
  static String of(String raw) {
    if (!NUMBER.matcher(raw).matches()) {
      return raw;
    }
    BigDecimal number = new BigDecimal(raw).round(DIGITS).stripTrailingZeros();
    boolean isDoubtful = number.scale() == 3 && number.abs().compareTo(BigDecimal.ONE) >= 0;
    return isDoubtful ? number.setScale(4).toPlainString() : number.toPlainString();
  }
}
