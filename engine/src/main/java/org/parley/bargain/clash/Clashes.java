package org.parley.bargain.clash;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.OptionSet;
import org.parley.exact.Certificate;

/// Minimal conflicts of demands (MUS), and minimal sets of concessions (MCS).
///
/// @param clashes every minimal conflict: a set of demands that cannot all be met, while any proper
///   subset can
/// @param ways every minimal set of demands that, given up, leaves a package acceptable to all
public record Clashes(List<List<PartyDemand>> clashes, List<Way> ways)
    implements Certificate.OfAnswer {

  /// A minimal set of demands to give up, and the packages gained.
  ///
  /// @param giveUp the demands
  /// @param opensAtLeast a lower bound on the packages that then meet all other demands
  /// @param opensAtMost an upper bound; equal if they were counted
  public record Way(List<PartyDemand> giveUp, BigInteger opensAtLeast, BigInteger opensAtMost) {
    public Way {
      giveUp = List.copyOf(giveUp);
    }
  }

  public Clashes {
    clashes = clashes.stream().map(List::copyOf).toList();
    ways = List.copyOf(ways);
  }

  /// Conflicts that differ only in whose red line on an option takes part, merged; smallest first.
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

  /// The subjects of demands: the same red line or contingency of several parties counts once.
  private static Set<Object> asked(List<PartyDemand> demands) {
    Set<Object> asked = new LinkedHashSet<>();
    for (PartyDemand demand : demands) {
      asked.add(
          switch (demand) {
            case PartyDemand.RedLine(_, Choice choice) -> choice;
            case PartyDemand.Limit(_, OptionSet values, _) -> values;
            case PartyDemand.OnlyIf(_, Contingency contingency) -> contingency;
            case PartyDemand.Baseline _ -> demand;
          });
    }
    return asked;
  }

  /// The ways out in order: fewest subjects, then fewest parties, then most packages gained.
  public List<Way> waysInOrder() {
    return ways.stream()
        .sorted(
            Comparator.comparingInt((Way way) -> asked(way.giveUp()).size())
                .thenComparingInt(way -> way.giveUp().size())
                .thenComparing(Way::opensAtMost, Comparator.reverseOrder()))
        .toList();
  }

  /// The ways out with as few subjects as the first.
  public List<Way> leastWays() {
    List<Way> inOrder = waysInOrder();
    return inOrder.stream()
        .filter(way -> asked(way.giveUp()).size() == asked(inOrder.getFirst().giveUp()).size())
        .toList();
  }
}
