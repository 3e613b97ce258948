package org.parley.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.parley.exact.Rational;

/// How forecasts came out: scores, and calibration.
///
/// @param due the forecasts whose question is decided
/// @param happened of how many of them the event happened
/// @param brier their mean score of Brier
/// @param least the lower end of its 95 per cent interval over questions, in ten-thousandths
/// @param most the upper end
/// @param log their mean logarithmic score; infinite if what was called impossible happened
/// @param bins calibration: the chances stated, in fifths of the scale, against what happened
public record ForecastScore(
    int due, int happened, Rational brier, int least, int most, double log, List<Bin> bins) {

  /// Scores of fewer are not stated.
  public static final int LEAST_DUE = 10;

  /// Resamples for an interval.
  public static final int DRAWS = 2000;

  private static final int BINS = 5;
  private static final long SEED = 20_250_601;

  /// A chance, and whether it happened.
  public record ScoredChance(Rational chance, boolean happened) {}

  /// The forecasts in one part of the scale.
  ///
  /// @param from the part begins here, in per cent
  /// @param to it ends here, in per cent
  /// @param count how many
  /// @param happened of how many of them the event happened
  /// @param stated the mean chance
  public record Bin(int from, int to, int count, int happened, Rational stated) {}

  public ForecastScore {
    bins = List.copyOf(bins);
  }

  /// The score of some forecasts, at least one. Their order does not matter. Cost: draws times
  /// forecasts.
  public static ForecastScore of(List<ScoredChance> scored) {
    Rational sum = Rational.ZERO;
    double log = 0;
    double[] single = new double[scored.size()];
    List<ScoredChance> sorted = new ArrayList<>(scored);
    sorted.sort(
        java.util.Comparator.comparing(ScoredChance::chance).thenComparing(ScoredChance::happened));
    for (int i = 0; i < single.length; i++) {
      ScoredChance each = sorted.get(i);
      Rational brier = ProperScores.brier(each.chance(), each.happened());
      sum = sum.plus(brier);
      single[i] = brier.approximately();
      log += ProperScores.log(each.chance(), each.happened());
    }
    Arrays.sort(single);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      SplittableRandom random = new SplittableRandom(SEED + draw);
      double total = 0;
      for (int i = 0; i < single.length; i++) {
        total += single[random.nextInt(single.length)];
      }
      means[draw] = total / single.length;
    }
    Arrays.sort(means);
    return new ForecastScore(
        scored.size(),
        (int) scored.stream().filter(ScoredChance::happened).count(),
        sum.dividedBy(Rational.of(scored.size())),
        (int) Math.floor(BaseRate.WHOLE * means[DRAWS / 40]),
        (int) Math.ceil(BaseRate.WHOLE * means[DRAWS - 1 - DRAWS / 40]),
        log / scored.size(),
        bins(scored));
  }

  private static List<Bin> bins(List<ScoredChance> scored) {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      int from = 100 * bin / BINS;
      int to = 100 * (bin + 1) / BINS;
      int at = bin;
      List<ScoredChance> within = scored.stream().filter(each -> bin(each) == at).toList();
      if (!within.isEmpty()) {
        Rational sum =
            within.stream().map(ScoredChance::chance).reduce(Rational.ZERO, Rational::plus);
        bins.add(
            new Bin(
                from,
                to,
                within.size(),
                (int) within.stream().filter(ScoredChance::happened).count(),
                sum.dividedBy(Rational.of(within.size()))));
      }
    }
    return bins;
  }

  /// A chance on the border of two parts is in the upper one.
  private static int bin(ScoredChance each) {
    int bin = 0;
    while (bin + 1 < BINS && each.chance().compareTo(Rational.of(bin + 1L, BINS)) >= 0) {
      bin++;
    }
    return bin;
  }
}
