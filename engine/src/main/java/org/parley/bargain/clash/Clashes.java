package org.parley.bargain.clash;

import java.math.BigInteger;
import java.util.List;
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
  }

  public Clashes {
    clashes = clashes.stream().map(List::copyOf).toList();
    ways = List.copyOf(ways);
  }
}
