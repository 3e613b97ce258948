package org.parley.bargain;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Bound;
import org.parley.exact.Rational;

/// The guarantee of an answer about packages that is not proved complete or optimal.
public sealed interface PackageBound extends Bound {

  /// Bounds on the number of packages.
  record CountBetween(BigInteger atLeast, BigInteger atMost) implements PackageBound {}

  /// The figures shown are right, but some are known only within bounds or are missing.
  ///
  /// @param points how many points were evaluated
  record SomePivots(int points) implements PackageBound {}

  /// Estimates by random draws, each with its interval.
  ///
  /// @param draws the draws made
  /// @param asked the draws requested; more than `draws` if the search was stopped
  record ByChance(long draws, long asked) implements PackageBound {}

  /// Nothing was found and nothing is ruled out.
  record NothingFound() implements PackageBound {}

  /// The distance of an epsilon-cover from the full frontier.
  ///
  /// @param within by party, the epsilon. It applies to acceptable packages worth at least the
  ///   baseline plus epsilon
  record Cover(List<Long> within) implements PackageBound {
    public Cover {
      within = List.copyOf(within);
    }
  }

  /// Every trade with fewer changed points was found.
  record CompleteBelow(int changedPoints) implements PackageBound {}

  /// The conflicts found are right, but there may be more.
  ///
  /// @param clashes how many minimal conflicts were found
  /// @param ways how many ways out were found
  record SomeClashes(int clashes, int ways) implements PackageBound {}

  /// The best value found before the budget ended, with an upper bound on any other.
  ///
  /// @param value the value found; null if none was
  /// @param atMost the least bound of the multipliers tried (Lagrangian duality); null if the
  ///   search was stopped before there was one
  record BestFound(@Nullable Rational value, @Nullable Rational atMost) implements PackageBound {}
}
