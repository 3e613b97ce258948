package org.parley.bargain.clash;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.bargain.Problem;
import org.parley.exact.Certificate;

/// What cannot all hold, and what is enough to move.
///
/// @param clashes every minimal set of demands that cannot all be met: without any one of them the
///   others can
/// @param ways every minimal set of demands that, given up, leaves something acceptable to all
public record Clashes(List<List<Demand>> clashes, List<Way> ways) implements Certificate {

  /// Demands to give up, and what that opens.
  ///
  /// @param giveUp the demands
  /// @param opensAtLeast how many packages then meet all other demands, at the least
  /// @param opensAtMost and at the most; the same where they could be counted
  public record Way(List<Demand> giveUp, BigInteger opensAtLeast, BigInteger opensAtMost) {
    public Way {
      giveUp = List.copyOf(giveUp);
    }

    /// One sentence.
    public String inWords(Problem problem) {
      String opens =
          opensAtLeast.equals(opensAtMost)
              ? opensAtMost.toString()
              : opensAtLeast + " to " + opensAtMost;
      return "giving up \"" + demands(problem, giveUp) + "\" opens " + opens + " packages";
    }
  }

  public Clashes {
    clashes = clashes.stream().map(List::copyOf).toList();
    ways = List.copyOf(ways);
  }

  /// One sentence for a clash.
  public static String inWords(Problem problem, List<Demand> clash) {
    return "these cannot all hold: " + demands(problem, clash);
  }

  private static String demands(Problem problem, List<Demand> demands) {
    return demands.stream().map(each -> each.inWords(problem)).collect(Collectors.joining("; "));
  }
}
