package org.parley.model.position;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.parley.model.text.Amount;

/// The worth of the values of a quantity to a party: straight lines between given values.
///
/// The first three are shares of the weight of the point, from nothing to all of it.
public sealed interface WorthCurve {

  /// The more, the better: nothing at the least value, all at the largest.
  record Rises() implements WorthCurve {}

  /// The less, the better: all at the least value, nothing at the largest.
  record Falls() implements WorthCurve {}

  /// One value is best, and the worth falls to nothing at both ends.
  ///
  /// @param at the best value
  record Peaks(Amount at) implements WorthCurve {}

  /// Worths in points of single values, which replace weight and rank. Values between two of them
  /// lie on a straight line; values outside have the worth of the nearest.
  ///
  /// @param points the worth of each of these values
  record Through(Map<Amount, Worth> points) implements WorthCurve {
    public Through {
      points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
    }
  }
}
