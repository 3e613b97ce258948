package org.parley.bargain.pivot;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.parley.exact.Rational;

/// One open point, and the effect of settling it each way.
///
/// @param point the index of the point
/// @param ways one for each option that a package acceptable to all can take, and the others
/// @param zoneSwing how much of the zone hangs on it: the share of the zone that the option with
///   most packages keeps, less the share that the one with fewest keeps; 0 to 1
/// @param worthSwing how much of a party's range hangs on it: the largest fall of any party's best
///   from one option to another, or rise of its worst, as a share of the distance between its best
///   and its worst; 0 to 1, options that leave nothing counted as 1
public record Pivot(int point, List<Way> ways, Rational zoneSwing, Rational worthSwing) {

  /// What is left when the point is settled one way.
  ///
  /// @param option the index of the option
  /// @param leftAtLeast how many packages acceptable to all take it, at the least
  /// @param leftAtMost and at the most; the same where they could be counted
  /// @param reaches by party, its worst and best among them; empty where there are none
  /// @param frontier what it does to the frontier; empty where that was not asked for or not proved
  public record Way(
      int option,
      BigInteger leftAtLeast,
      BigInteger leftAtMost,
      List<Reach> reaches,
      Optional<FrontierLeft> frontier) {
    public Way {
      reaches = List.copyOf(reaches);
    }

    /// Whether nothing acceptable to all takes this option.
    public boolean closes() {
      return leftAtMost.signum() == 0;
    }
  }

  /// What a party can get at the least and at the most in a package that all accept.
  public record Reach(long worst, long best) {}

  /// What a settled point leaves of the frontier.
  ///
  /// @param kept how many of its vectors can still be had
  /// @param size how many vectors the frontier of the rest has
  public record FrontierLeft(int kept, int size) {}

  public Pivot {
    ways = List.copyOf(ways);
  }

  /// How many of its options leave nothing that all accept.
  public int closing() {
    return (int) ways.stream().filter(Way::closes).count();
  }
}
