package org.parley.sequence.control;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.sequence.Clause;

/// A simple temporal network with uncertainty: moments with bounds, some decided by others (Morris,
/// Muscettola and Vidal 2001).
///
/// @param nodes the number of moments, numbered from 0
/// @param bounds the bounds to keep
/// @param contingents the durations that others decide
public record UncertainNetwork(int nodes, List<UpperBound> bounds, List<Contingent> contingents) {

  /// `to` comes at most `atMost` after `from`.
  public record UpperBound(int from, int to, long atMost) {}

  /// `to` comes between `least` and `most` after `from`, as others decide; it is observed when it
  /// happens. A negative least counts as 0.
  public record Contingent(int from, int to, long least, long most) {
    public Contingent {
      if (least < 0) {
        least = 0;
      }
      if (most < least) {
        throw new IllegalArgumentException(
            "reading the contingent duration from "
                + from
                + " to "
                + to
                + ": at most "
                + most
                + " is less than at least "
                + least
                + ". Maybe the two are swapped.");
      }
    }

    /// Whether both bounds are equal.
    boolean isCertain() {
      return least == most;
    }
  }

  /// @throws IllegalArgumentException if a moment is unknown, or two durations end at one moment
  public UncertainNetwork {
    bounds = List.copyOf(bounds);
    contingents = List.copyOf(contingents);
    for (UpperBound bound : bounds) {
      check(nodes, bound.from, bound.to, bound.atMost);
    }
    Set<Integer> decided = new HashSet<>();
    for (Contingent contingent : contingents) {
      check(nodes, contingent.from, contingent.to, contingent.most);
      if (!decided.add(contingent.to) || contingent.from == contingent.to) {
        throw new IllegalArgumentException(
            "building a network: moment "
                + contingent.to
                + " is decided by two durations, or by itself. Maybe split it in two.");
      }
    }
  }

  private static void check(int nodes, int from, int to, long length) {
    if (from < 0 || to < 0 || from >= nodes || to >= nodes) {
      throw new IllegalArgumentException(
          "building a network: a bound from "
              + from
              + " to "
              + to
              + ", but there are moments 0 to "
              + (nodes - 1)
              + ". Maybe the number of moments is wrong.");
    }
    if (length > Clause.LARGEST || length < -Clause.LARGEST) {
      throw new IllegalArgumentException(
          "building a network: a bound of "
              + length
              + " is too large. Maybe it has a digit too many.");
    }
  }
}
