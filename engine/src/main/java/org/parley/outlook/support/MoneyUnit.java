package org.parley.outlook.support;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.exact.Rational;

/// A unit of money: `EUR`, `million EUR` or `billion EUR`.
///
/// @param currency its ISO 4217 code
/// @param factor how many units of the currency it is
public record MoneyUnit(String currency, long factor) {

  private static final Pattern FORM =
      Pattern.compile("(?i:(thousand|million|billion)\\s+)?([A-Z]{3})");

  /// The unit in some words; empty for any other.
  public static Optional<MoneyUnit> find(String words) {
    Matcher parts = FORM.matcher(words.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scale = parts.group(1);
    long factor =
        switch (scale == null ? "" : scale.toLowerCase(Locale.ROOT)) {
          case "thousand" -> 1_000L;
          case "million" -> 1_000_000L;
          case "billion" -> 1_000_000_000L;
          default -> 1L;
        };
    return Optional.of(new MoneyUnit(parts.group(2), factor));
  }

  /// An amount in whole units of the currency.
  public Rational inCurrency(Rational amount) {
    return amount.times(Rational.of(factor));
  }
}
