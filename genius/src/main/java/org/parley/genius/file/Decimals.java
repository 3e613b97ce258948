package org.parley.genius.file;

import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.exact.Rational;

/// Exact decimals as formats write them: `0.61`, `044`, `-3`, `1.5E-2`. Other forms of a `double`,
/// such as `NaN` or `0x1p3`, are rejected.
public final class Decimals {

  private static final int LONGEST = 100;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,2})?");

  private Decimals() {}

  /// Parses a decimal; empty if it is invalid, has more than 100 characters or an exponent of more
  /// than two digits.
  public static Optional<Rational> parse(String text) {
    String stripped = text.strip();
    return stripped.length() <= LONGEST && DECIMAL.matcher(stripped).matches()
        ? Optional.of(Rational.parse(stripped))
        : Optional.empty();
  }

  /// Parses an integer; empty if it is invalid or does not fit 32 bits.
  public static Optional<Integer> parseWhole(String text) {
    try {
      return Optional.of(Integer.parseInt(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
