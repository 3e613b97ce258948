package org.parley.model.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.parley.model.LocalizedText;

/// A number that settles a point, instead of listed options: the size of a force, a term of years,
/// a share in per cent.
///
/// Its values are `least`, `least` plus one step, and so on to `most`.
///
/// @param unit its unit, as read after a number: `troops`, `hectares`, `%`
/// @param least its least value
/// @param most its largest value
/// @param step the distance of two neighbouring values
public record Quantity(LocalizedText unit, Amount least, Amount most, Amount step) {

  /// The most values of a quantity.
  public static final long MOST_VALUES = 1_000_000_000;

  /// Whether the ends and the step make at least two values, and no more than [#MOST_VALUES].
  public boolean isSound() {
    return step.value().signum() > 0
        && least.compareTo(most) < 0
        && steps(most).signum() == 0
        && values().compareTo(BigInteger.valueOf(MOST_VALUES)) <= 0;
  }

  /// The distance of an amount from the value before it.
  private BigDecimal steps(Amount amount) {
    return amount.value().subtract(least.value()).remainder(step.value());
  }

  /// Whether an amount is between the ends.
  public boolean spans(Amount amount) {
    return least.compareTo(amount) <= 0 && amount.compareTo(most) <= 0;
  }

  /// Whether an amount is one of its values.
  public boolean has(Amount amount) {
    return spans(amount) && steps(amount).signum() == 0;
  }

  /// The number of values.
  public BigInteger values() {
    return most.value()
        .subtract(least.value())
        .divideToIntegralValue(step.value())
        .toBigInteger()
        .add(BigInteger.ONE);
  }

  /// The place of a value: 0 for the least.
  public long indexOf(Amount value) {
    return value
        .value()
        .subtract(least.value())
        .divideToIntegralValue(step.value())
        .longValueExact();
  }

  /// The value at a place.
  public Amount at(long index) {
    return Amount.of(least.value().add(step.value().multiply(BigDecimal.valueOf(index))));
  }

  /// The last value that is not above an amount between the ends.
  public Amount valueBelow(Amount amount) {
    return Amount.of(amount.value().subtract(steps(amount)));
  }

  /// The first value that is not below an amount between the ends.
  public Amount valueAbove(Amount amount) {
    Amount below = valueBelow(amount);
    return below.equals(amount) ? amount : Amount.of(below.value().add(step.value()));
  }

  /// The same with another name of its unit.
  Quantity withNames(UnaryOperator<LocalizedText> names) {
    return new Quantity(names.apply(unit), least, most, step);
  }
}
