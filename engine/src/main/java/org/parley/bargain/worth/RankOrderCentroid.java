package org.parley.bargain.worth;

import java.util.ArrayList;
import java.util.List;
import org.parley.exact.Rational;

/// Rank-order centroid weights: the centroid of all weights that have a given order and add up to
/// one (Edwards and Barron 1994).
///
/// The weight of rank k of n is (1/k + 1/(k+1) + ... + 1/n) / n. Points of equal rank share the
/// weights of their ranks equally: the centroid over all orders among them.
public final class RankOrderCentroid {

  private RankOrderCentroid() {}

  /// The weight of each rank.
  ///
  /// @param ranks 1 for the most important; equal numbers tie; gaps do not matter
  /// @return in the order of `ranks`; the sum is one; empty for no ranks
  /// @throws IllegalArgumentException if a rank is below 1
  public static List<Rational> weights(List<Integer> ranks) {
    List<Rational> byPlace = byPlace(ranks.size());
    List<Rational> weights = new ArrayList<>();
    for (int rank : ranks) {
      if (rank < 1) {
        throw new IllegalArgumentException(
            "weighing points by rank: "
                + rank
                + " is not a rank. Maybe number the points from 1, the most important.");
      }
      int before = (int) ranks.stream().filter(other -> other < rank).count();
      int tied = (int) ranks.stream().filter(other -> other == rank).count();
      Rational sum = Rational.ZERO;
      for (int place = before; place < before + tied; place++) {
        sum = sum.plus(byPlace.get(place));
      }
      weights.add(sum.dividedBy(Rational.of(tied)));
    }
    return List.copyOf(weights);
  }

  private static List<Rational> byPlace(int places) {
    List<Rational> weights = new ArrayList<>();
    Rational sum = Rational.ZERO;
    for (int place = places; place >= 1; place--) {
      sum = sum.plus(Rational.of(1, place));
      weights.addFirst(sum.dividedBy(Rational.of(places)));
    }
    return weights;
  }
}
