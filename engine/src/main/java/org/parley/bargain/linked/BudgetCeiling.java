package org.parley.bargain.linked;

import java.util.Arrays;

/// A sum over points that is at most so much; a floor is a ceiling of the negative amounts.
///
/// Each unit of the sum may be priced: then a step costs its amount, and the room is refunded to
/// every package. No package that keeps the ceiling loses by that, whatever the price.
public final class BudgetCeiling {

  /// The largest product of price and [#span]: weighted sums have room for it.
  private static final long MOST_PRICED = 1L << 57;

  /// By point and step.
  private final long[][] amounts;

  private final long most;
  private final long span;

  /// @param amounts by point and step
  /// @param most the largest sum allowed
  BudgetCeiling(long[][] amounts, long most) {
    this.amounts = amounts;
    this.most = most;
    long sum = Math.abs(most) + 1;
    for (long[] row : amounts) {
      sum += Arrays.stream(row).map(Math::abs).max().orElse(0);
    }
    span = sum;
  }

  public long amount(int point, int step) {
    return amounts[point][step];
  }

  /// The largest sum allowed.
  public long most() {
    return most;
  }

  /// The sum of all amounts and of the room, for which arithmetic has to have room.
  long span() {
    return span;
  }

  /// The highest price of a unit that arithmetic has room for.
  ///
  /// @param ceilings how many there are
  public long mostPrice(int ceilings) {
    return MOST_PRICED / ceilings / span;
  }

  boolean allows(int[] steps) {
    return excess(steps) <= 0;
  }

  /// By how much the sum of a package is more than allowed; negative if it is less.
  long excess(int[] steps) {
    long sum = -most;
    for (int point = 0; point < steps.length; point++) {
      sum += amounts[point][steps[point]];
    }
    return sum;
  }

  /// Strikes out the steps that leave too little room for the least of the other points.
  ///
  /// @return whether a step was struck out
  /// @throws IllegalArgumentException if a point has no step left
  boolean narrow(long[] domains) {
    long room = most;
    for (int point = 0; point < domains.length; point++) {
      room -= least(point, domains[point]);
    }
    boolean changed = false;
    for (int point = 0; point < domains.length; point++) {
      long own = least(point, domains[point]);
      for (long open = domains[point]; open != 0; open &= open - 1) {
        int step = Long.numberOfTrailingZeros(open);
        if (amounts[point][step] - own > room) {
          domains[point] &= ~(1L << step);
          changed = true;
        }
      }
    }
    return changed;
  }

  private long least(int point, long domain) {
    long least = Long.MAX_VALUE;
    for (long open = domain; open != 0; open &= open - 1) {
      least = Math.min(least, amounts[point][Long.numberOfTrailingZeros(open)]);
    }
    if (least == Long.MAX_VALUE) {
      throw new IllegalArgumentException("point " + point + " has no step left");
    }
    return least;
  }
}
