package org.parley.exchange.tree;

import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.exact.Rational;

/// Decimals as formats write them, exactly: `0.61`, `044`, `-3`, `1.5E-2`. What a `double` would
/// also take, as `NaN` or `0x1p3`, is none.
public final class Decimals {

  private static final int LONGEST = 100;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,2})?");

  private Decimals() {}

  /// The decimal as written; empty where it is none, has more than 100 characters or an exponent of
  /// more than two digits.
  public static Optional<Rational> parse(String text) {
    String stripped = text.strip();
    return stripped.length() <= LONGEST && DECIMAL.matcher(stripped).matches()
        ? Optional.of(Rational.parse(stripped))
        : Optional.empty();
  }

  /// The whole number as written; empty where it is none or does not fit 32 bits.
  public static Optional<Integer> parseWhole(String text) {
    try {
      return Optional.of(Integer.parseInt(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
