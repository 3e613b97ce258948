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

/// Turns ordinal judgements into worths: ranks of points into weights, weights into integer points,
/// grades of options into shares of them.
///
/// Two roundings, both documented. Points are allotted by largest remainder; equal remainders
/// favour the more important point, then the earlier one. The worth of an option is its share of
/// them, rounded to the nearest integer, halves up.
public final class QualitativeWorths {

  /// The points a party allots by default.
  public static final long HANDED_OUT = 1000;

  private QualitativeWorths() {}

  /// The worths of one party.
  ///
  /// @param ranks by point, its rank: 1 for the most important; equal numbers tie
  /// @param grades by point and option
  /// @param handedOut the points to allot, 0 or more
  /// @throws IllegalArgumentException if ranks and grades differ in length, a rank is below 1, or
  ///   `handedOut` is negative
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

  /// Allots integer points by weight, by largest remainder.
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
