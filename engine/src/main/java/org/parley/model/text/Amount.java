package org.parley.model.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// An exact number, whole or decimal: `600000`, `2.5`, `-3`.
///
/// @param said its shortest decimal form, without zeros that say nothing
public record Amount(String said) implements Comparable<Amount> {

  /// The most digits of an amount.
  public static final int MOST_DIGITS = 15;

  private static final Pattern FORM = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  /// A number with separators of thousands, or a decimal comma.
  private static final Pattern SEPARATED = Pattern.compile("-?\\d+(?:[,.' \\u00a0\\u202f_]\\d+)+");

  /// Validates the form.
  ///
  /// @throws InvalidValueException if it is no decimal of at most [#MOST_DIGITS] digits
  public Amount {
    if (!FORM.matcher(said).matches()) {
      throw new InvalidValueException(
          SEPARATED.matcher(said).matches()
              ? InvalidValue.Plain.SEPARATED_AMOUNT
              : InvalidValue.Plain.NOT_AN_AMOUNT,
          said);
    }
    if (said.chars().filter(Character::isDigit).count() > MOST_DIGITS) {
      throw new InvalidValueException(InvalidValue.Plain.AMOUNT_TOO_LONG, said);
    }
    said = plain(new BigDecimal(said));
  }

  public static Amount of(long whole) {
    return new Amount(Long.toString(whole));
  }

  public static Amount of(BigDecimal value) {
    return new Amount(plain(value));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  public BigDecimal value() {
    return new BigDecimal(said);
  }

  @Override
  public int compareTo(Amount other) {
    return value().compareTo(other.value());
  }

  @Override
  public String toString() {
    return said;
  }
}
