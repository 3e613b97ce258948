package org.parley.bargain.solve;

import java.util.List;
import org.parley.exact.Rational;

/// The package or packages that a rule of fair division selects.
///
/// @param kind the rule
/// @param value the maximum of the rule: the product of gains, the least gain, the sum of worths
/// @param outcomes the worth vectors that attain it, each with one package; empty if none was found
///   before the budget ended
/// @param allTies whether these are all vectors that attain it
public record Solution(Kind kind, Rational value, List<Outcome> outcomes, boolean allTies) {

  /// A rule of fair division. A gain is a worth over the party's baseline; without one, over the
  /// least that any package gives it.
  public enum Kind {
    /// The largest product of gains (Nash 1950).
    NASH,
    /// The largest least gain, each as a share of the party's ideal gain: its maximum over packages
    /// that all accept (Kalai and Smorodinsky 1975).
    KALAI_SMORODINSKY,
    /// As Kalai-Smorodinsky, with ties of the least share decided by the next, and so on.
    LEXIMIN,
    /// The largest sum of worths.
    UTILITARIAN,
    /// The largest least gain, each in the party's own worth.
    EQUAL_GAINS
  }

  /// A worth vector and one package that gives it.
  ///
  /// @param worths by party, in the order of the problem
  /// @param options the option of each point
  public record Outcome(List<Long> worths, List<Integer> options) {
    public Outcome {
      worths = List.copyOf(worths);
      options = List.copyOf(options);
    }
  }

  public Solution {
    outcomes = List.copyOf(outcomes);
  }
}
