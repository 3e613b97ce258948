package org.parley.bargain.worth;

import java.util.ArrayList;
import java.util.List;
import org.parley.exact.Rational;

/// Weights of which only the order is known: the centre of all weights that have this order and add
/// up to one (Edwards and Barron 1994).
///
/// The weight of place k of n is (1/k + 1/(k+1) + ... + 1/n) / n. Points of equal rank share the
/// weights of the places they fill: the centre of all weights in which they may stand in any order
/// among themselves.
public final class RankOrderCentroid {

  private RankOrderCentroid() {}

  /// The weight of each rank.
  ///
  /// @param ranks 1 for the most important; equal numbers tie; gaps do not matter
  /// @return in the order of `ranks`; they add up to one, empty for no ranks
  /// @throws IllegalArgumentException where a rank is below 1
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
