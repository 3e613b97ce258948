package org.parley.bargain.pivot;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.parley.exact.Rational;

/// An open point, and the effect of settling it each way.
///
/// @param point the index of the point
/// @param ways one for each option that a package acceptable to all can take, and the others
/// @param zoneSwing the influence on the zone, 0 to 1: the largest share under an option, less the
///   smallest. Options that leave none do not count
/// @param worthSwing the influence on a party's range. It is the largest fall of a party's best
///   between options, or rise of its worst, as a share of its range. Options that leave no package
///   do not count. 0 to 1
public record Pivot(int point, List<Way> ways, Rational zoneSwing, Rational worthSwing) {

  /// The effect of settling the point by one option.
  ///
  /// @param option the index of the option
  /// @param leftAtLeast a lower bound on the packages acceptable to all that take it
  /// @param leftAtMost an upper bound; equal if they were counted
  /// @param reaches by party, its worst and best among them; empty if there are none
  /// @param frontier its effect on the frontier; empty if not requested or not proved
  public record Way(
      int option,
      BigInteger leftAtLeast,
      BigInteger leftAtMost,
      List<Reach> reaches,
      Optional<FrontierLeft> frontier) {
    public Way {
      reaches = List.copyOf(reaches);
    }

    /// Whether no package acceptable to all takes this option.
    public boolean closes() {
      return leftAtMost.signum() == 0;
    }
  }

  /// The range of a party's worth over packages that all accept.
  public record Reach(long worst, long best) {}

  /// The effect of a settled point on the frontier.
  ///
  /// @param kept the number of its vectors still attainable
  /// @param size the size of the remaining frontier
  public record FrontierLeft(int kept, int size) {}

  public Pivot {
    ways = List.copyOf(ways);
  }
}
