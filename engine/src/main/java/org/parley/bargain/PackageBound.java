package org.parley.bargain;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Bound;
import org.parley.exact.Rational;

/// The guarantee of an answer about packages that is not proved complete or optimal.
public sealed interface PackageBound extends Bound {

  /// How many packages there are at least and at most.
  record CountBetween(BigInteger atLeast, BigInteger atMost) implements PackageBound {}

  /// What is said is right, but some of it only lies between two numbers, or is missing.
  ///
  /// @param points how many points were looked at
  record SomePivots(int points) implements PackageBound {}

  /// The chances are estimates, each with its interval.
  ///
  /// @param draws from how many draws
  /// @param asked how many were asked for; more where the search was stopped
  record ByChance(long draws, long asked) implements PackageBound {}

  /// Nothing was found and nothing is ruled out.
  record NothingFound() implements PackageBound {}

  /// How far a thinned frontier may be from the full one.
  ///
  /// @param within by party: each acceptable package that every party values at its baseline plus
  ///   this at the least is matched by an entry that is worth at most this much less to anyone
  record Cover(List<Long> within) implements PackageBound {
    public Cover {
      within = List.copyOf(within);
    }
  }

  /// Every trade with fewer changed points is among those found.
  record CompleteBelow(int changedPoints) implements PackageBound {}

  /// What was found is right, but there may be more.
  ///
  /// @param clashes how many clashes were found
  /// @param ways how many ways out
  record SomeClashes(int clashes, int ways) implements PackageBound {}

  /// The best found before the budget ended, and how much better any other can be at the most.
  ///
  /// @param value what was found; null for nothing
  /// @param atMost no package has more: the least bound of the weights tried (Lagrange duality);
  ///   null where the search was stopped before there was one
  record BestFound(@Nullable Rational value, @Nullable Rational atMost) implements PackageBound {}
}
