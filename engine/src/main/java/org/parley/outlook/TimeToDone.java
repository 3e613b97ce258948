package org.parley.outlook;

import org.parley.exact.Rational;
import org.parley.reference.AccordYear;
import org.parley.reference.DoneTimes;

/// How long others took to carry out a provision, from their accord on, by the product-limit
/// estimator of a life table in whole years.
///
/// Times are censored into years, and every accord is looked at in the same years. So the estimator
/// of Turnbull (1976) is the product, over the years, of the shares that stayed undone among those
/// at risk. Only the shares at whole years are stated. A simulation needs a day: it spreads the
/// accords of a year evenly over its days. The mass that is left after ten years is never spread:
/// it stays [#NEVER].
public final class TimeToDone {

  /// A draw is a whole number from 0 to below this.
  public static final long DRAWS = 1L << 31;

  /// Not done within the years on record.
  public static final long NEVER = Long.MAX_VALUE;

  /// Fewer accords are too few to draw from.
  public static final int LEAST_ACCORDS = 5;

  private final Rational[] doneBy = new Rational[AccordYear.LAST + 1];

  /// By year, how many draws lead to a day within it or before.
  private final long[] draws = new long[AccordYear.LAST + 1];

  private TimeToDone(DoneTimes times) {
    Rational undone = Rational.ONE;
    doneBy[0] = Rational.ZERO;
    for (int year = 1; year <= AccordYear.LAST; year++) {
      int atRisk = times.atRisk(year);
      if (atRisk > 0) {
        undone = undone.times(Rational.of(atRisk - times.done().get(year - 1), atRisk));
      }
      doneBy[year] = Rational.ONE.minus(undone);
      draws[year] = doneBy[year].times(Rational.of(DRAWS)).rounded().longValueExact();
    }
  }

  /// The estimate from some counts.
  public static TimeToDone of(DoneTimes times) {
    return new TimeToDone(times);
  }

  /// The share done by the end of a year, from 0 to 1.
  ///
  /// @param year from 0 to 10
  public Rational doneBy(int year) {
    return doneBy[year];
  }

  /// Whether anything is known of those that were undone so many days after the accord.
  public boolean knows(long elapsedDays) {
    return elapsedDays < BaseRates.days(AccordYear.LAST) && drawsBy(elapsedDays) < DRAWS;
  }

  /// The day after the accord on which a draw has it done; [#NEVER] if it is not within ten years.
  ///
  /// @param draw from 0 to below [#DRAWS]
  /// @param elapsedDays so many days after the accord it was still undone, 0 or more
  public long day(long draw, long elapsedDays) {
    long before = elapsedDays <= 0 ? 0 : drawsBy(elapsedDays);
    long at = before + draw * (DRAWS - before) / DRAWS;
    for (int year = 1; year <= AccordYear.LAST; year++) {
      if (at < draws[year]) {
        long begun = BaseRates.days(year - 1);
        long days = BaseRates.days(year) - begun;
        long within = (at - draws[year - 1]) * days / (draws[year] - draws[year - 1]);
        return Math.max(elapsedDays, begun + 1 + within);
      }
    }
    return NEVER;
  }

  /// How many draws lead to a day by this one.
  private long drawsBy(long days) {
    for (int year = 1; year <= AccordYear.LAST; year++) {
      long begun = BaseRates.days(year - 1);
      long end = BaseRates.days(year);
      if (days < end) {
        return draws[year - 1] + (draws[year] - draws[year - 1]) * (days - begun) / (end - begun);
      }
    }
    return draws[AccordYear.LAST];
  }
}
