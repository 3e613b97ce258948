package org.parley.bargain.worth;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.parley.bargain.Choice;
import org.parley.exact.Rational;

/// Turns words into worths: ranks of points into weights, weights into whole points, grades of
/// options into parts of them.
///
/// Two roundings, both stated: points are handed out by largest remainder, the more important point
/// first where remainders are equal, and the earlier where ranks are too; the worth of an option is
/// the nearest whole number to its part of them, halves rounded up.
public final class QualitativeWorths {

  /// How many points a party hands out where nothing else is said.
  public static final long HANDED_OUT = 1000;

  private QualitativeWorths() {}

  /// The worths of one party.
  ///
  /// @param ranks by point, how important it is: 1 for the most; equal numbers tie
  /// @param grades by point and option
  /// @param handedOut how many points it hands out, 0 or more
  /// @throws IllegalArgumentException where ranks and grades are not of as many points, a rank is
  ///   below 1 or `handedOut` is negative
  public static Scores of(List<Integer> ranks, List<List<OptionGrade>> grades, long handedOut) {
    if (ranks.size() != grades.size() || handedOut < 0) {
      throw new IllegalArgumentException(
          "turning words into worths: "
              + ranks.size()
              + " ranks, grades of "
              + grades.size()
              + " points, "
              + handedOut
              + " points to hand out. Maybe a point has no rank.");
    }
    List<Rational> weights = RankOrderCentroid.weights(ranks);
    List<Long> points = handOut(weights, handedOut);
    List<List<Long>> worths = new ArrayList<>();
    Set<Choice> redLines = new TreeSet<>();
    for (int point = 0; point < grades.size(); point++) {
      List<Long> row = new ArrayList<>();
      for (int option = 0; option < grades.get(point).size(); option++) {
        OptionGrade grade = grades.get(point).get(option);
        row.add(grade.share().times(Rational.of(points.get(point))).rounded().longValueExact());
        if (grade == OptionGrade.RED_LINE) {
          redLines.add(new Choice(point, option));
        }
      }
      worths.add(row);
    }
    return new Scores(weights, points, worths, redLines);
  }

  /// Hands out whole points by weight, the largest remainders rounded up.
  private static List<Long> handOut(List<Rational> weights, long handedOut) {
    List<Long> points = new ArrayList<>();
    List<Rational> remainders = new ArrayList<>();
    long left = handedOut;
    for (Rational weight : weights) {
      Rational exact = weight.times(Rational.of(handedOut));
      BigInteger whole = exact.numerator().divide(exact.denominator());
      points.add(whole.longValueExact());
      remainders.add(exact.minus(new Rational(whole, BigInteger.ONE)));
      left -= points.getLast();
    }
    IntStream.range(0, weights.size())
        .boxed()
        .sorted(
            Comparator.<Integer, Rational>comparing(remainders::get)
                .thenComparing(weights::get)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(weights.isEmpty() ? 0 : left)
        .forEach(point -> points.set(point, points.get(point) + 1));
    return points;
  }
}
