package org.parley.bargain.clash;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.bargain.Choice;
import org.parley.exact.Certificate;

/// Minimal conflicts of demands (MUS), and minimal sets of concessions (MCS).
///
/// @param clashes every minimal set of demands that cannot all be met: without any one of them the
///   others can
/// @param ways every minimal set of demands that, given up, leaves something acceptable to all
public record Clashes(List<List<PartyDemand>> clashes, List<Way> ways)
    implements Certificate.OfAnswer {

  /// Demands to give up, and what that opens.
  ///
  /// @param giveUp the demands
  /// @param opensAtLeast how many packages then meet all other demands, at the least
  /// @param opensAtMost and at the most; the same where they could be counted
  public record Way(List<PartyDemand> giveUp, BigInteger opensAtLeast, BigInteger opensAtMost) {
    public Way {
      giveUp = List.copyOf(giveUp);
    }
  }

  public Clashes {
    clashes = clashes.stream().map(List::copyOf).toList();
    ways = List.copyOf(ways);
  }

  /// Clashes that differ only in whose red line on an option takes part, taken as one; the smallest
  /// first.
  public List<List<PartyDemand>> merged() {
    return merged(clashes);
  }

  static List<List<PartyDemand>> merged(List<List<PartyDemand>> clashes) {
    Map<Set<Object>, Set<PartyDemand>> groups = new LinkedHashMap<>();
    for (List<PartyDemand> clash : clashes) {
      groups.computeIfAbsent(asked(clash), _ -> new LinkedHashSet<>()).addAll(clash);
    }
    return groups.entrySet().stream()
        .sorted(Comparator.comparingInt(group -> group.getKey().size()))
        .map(group -> List.copyOf(group.getValue()))
        .toList();
  }

  /// What demands ask for: red lines of several parties on one option are one thing.
  private static Set<Object> asked(List<PartyDemand> demands) {
    Set<Object> asked = new LinkedHashSet<>();
    for (PartyDemand demand : demands) {
      asked.add(demand instanceof PartyDemand.RedLine(_, Choice choice) ? choice : demand);
    }
    return asked;
  }

  /// The ways out, those that ask for least first: by how many things are asked for, then by how
  /// many parties have to move, then the one that opens most.
  public List<Way> waysInOrder() {
    return ways.stream()
        .sorted(
            Comparator.comparingInt((Way way) -> asked(way.giveUp()).size())
                .thenComparingInt(way -> way.giveUp().size())
                .thenComparing(Way::opensAtMost, Comparator.reverseOrder()))
        .toList();
  }

  /// The first of these that ask for as few things as the very first.
  public List<Way> leastWays() {
    List<Way> inOrder = waysInOrder();
    return inOrder.stream()
        .filter(way -> asked(way.giveUp()).size() == asked(inOrder.getFirst().giveUp()).size())
        .toList();
  }
}
