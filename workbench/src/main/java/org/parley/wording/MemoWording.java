package org.parley.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.parley.exact.Rational;

/// The wording of memos, in one language.
public final class MemoWording {

  private static final int DECIMALS = 2;

  private final Messages messages;

  public MemoWording(Messages messages) {
    this.messages = messages;
  }

  /// In the current language.
  public static MemoWording current() {
    return new MemoWording(Messages.current());
  }

  /// A sentence of memos.
  ///
  /// @param key its key below `memo`
  public String text(String key, Object... values) {
    return messages.text("memo." + key, values);
  }

  /// A number to two places.
  public String number(Rational value) {
    return text("number", "value", decimal(value, DECIMALS));
  }

  /// A change to two places, with its sign.
  public String change(Rational value) {
    return (value.signum() > 0 ? "+" : "") + number(value);
  }

  /// A share in per cent, to one place.
  public String percent(Rational share) {
    return text("percent", "value", decimal(share.times(Rational.of(100)), 1));
  }

  private static BigDecimal decimal(Rational value, int places) {
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()), places, RoundingMode.HALF_EVEN);
  }
}
