package org.parley.bargain.approval;

import java.util.List;
import org.parley.exact.Rational;

/// A probability, or an interval that holds it.
///
/// @param least a lower bound, 0 to 1
/// @param most an upper bound; equal if it is exact
public record Chance(Rational least, Rational most) {

  public static final Chance SURE = exactly(Rational.ONE);
  public static final Chance NONE = exactly(Rational.ZERO);
  public static final Chance UNKNOWN = new Chance(Rational.ZERO, Rational.ONE);

  public Chance {
    if (least.signum() < 0 || most.compareTo(Rational.ONE) > 0 || least.compareTo(most) > 0) {
      throw new IllegalArgumentException("not a chance: " + least + " to " + most);
    }
  }

  public static Chance exactly(Rational chance) {
    return new Chance(chance, chance);
  }

  public boolean isExact() {
    return least.equals(most);
  }

  public boolean isNone() {
    return most.signum() == 0;
  }

  public boolean isSure() {
    return least.equals(Rational.ONE);
  }

  /// The chance of all of these, whatever their dependence (Fréchet).
  public static Chance allOf(List<Chance> chances) {
    Rational least = Rational.ONE;
    Rational most = Rational.ONE;
    for (Chance each : chances) {
      least = least.plus(each.least).minus(Rational.ONE);
      most = smaller(most, each.most);
    }
    return new Chance(larger(least, Rational.ZERO), most);
  }

  /// The chance of at least one of these, whatever their dependence (Fréchet).
  public static Chance anyOf(List<Chance> chances) {
    Rational least = Rational.ZERO;
    Rational most = Rational.ZERO;
    for (Chance each : chances) {
      least = larger(least, each.least);
      most = most.plus(each.most);
    }
    return new Chance(least, smaller(most, Rational.ONE));
  }

  private static Rational smaller(Rational one, Rational other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Rational larger(Rational one, Rational other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
