package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.clash.Trades;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Conflicts between the parties and a deal, or Pareto improvements of one.
///
/// @param packages the problem
/// @param table the number of packages each set of parties accepts
/// @param clashes minimal conflicts and ways out; empty if some package is acceptable to all, or
///   there are too many demands
/// @param relaxations the cuts of baselines that would be enough, red lines kept; empty if some
///   package is acceptable to all
/// @param easings the demands that keep packages out, if some package is acceptable to all
/// @param onTheTable the package on the table; empty if none was named
/// @param crossed the demands it crosses
/// @param trades Pareto improvements of it
/// @param proposed moves that would open packages, if no package is acceptable to all
/// @param ground the common ground of all parties; empty if none accept a package together
public record Obstacles(
    PackageProblem packages,
    ZoneTable table,
    Optional<Finding<Clashes>> clashes,
    Optional<Finding<List<Bridges.Relaxation>>> relaxations,
    List<ConcessionGain> easings,
    List<Integer> onTheTable,
    List<PartyDemand> crossed,
    Optional<Finding<List<Trades.Trade>>> trades,
    ProposedBridges proposed,
    Optional<CommonGround> ground) {

  /// The most trades listed.
  public static final int MOST_TRADES = 20;

  public Obstacles {
    easings = List.copyOf(easings);
    onTheTable = List.copyOf(onTheTable);
    crossed = List.copyOf(crossed);
  }

  /// Finds conflicts and trades. The stop signal of the budget ends each part with the results so
  /// far.
  ///
  /// @param options the package on the table; null if there is none
  /// @param knots what parties could offer in the order of steps
  public static Obstacles of(
      PackageProblem packages, int @Nullable [] options, KnotConcessions knots, Budget budget) {
    ZoneTable table = ZoneTable.of(packages.problem(), budget);
    ZoneTable.Row all = table.everyone();
    boolean few = PartyDemand.of(packages.problem()).size() <= Bridges.MOST_DEMANDS;
    Optional<Finding<Clashes>> clashes =
        all.isEmpty() && few
            ? Optional.of(Bridges.find(packages.problem(), budget))
            : Optional.empty();
    return new Obstacles(
        packages,
        table,
        clashes,
        all.isEmpty()
            ? Optional.of(Bridges.relaxations(packages.problem(), budget))
            : Optional.empty(),
        all.isEmpty() ? List.of() : ConcessionGain.of(packages.problem(), all.atMost(), budget),
        options == null ? List.of() : Arrays.stream(options).boxed().toList(),
        options == null ? List.of() : Bridges.crossedBy(packages.problem(), options),
        options == null
            ? Optional.empty()
            : Optional.of(Trades.find(packages.problem(), options, MOST_TRADES, budget)),
        clashes
            .flatMap(Finding::findAnswer)
            .map(found -> BridgeProposals.of(packages, found, knots, budget))
            .orElse(ProposedBridges.NONE),
        all.isEmpty() ? Optional.empty() : CommonGround.of(packages.problem(), budget));
  }

  /// The summary.
  public PackageSummary summary() {
    return PackageSummary.of(
        packages, table, clashes.flatMap(Finding::findAnswer).orElse(null), ground);
  }

  /// The ways out with the fewest concessions; empty if none was sought or found. If they ask
  /// something of one party alone, the least that asks something of another is added.
  public List<Clashes.Way> leastWays() {
    return clashes.flatMap(Finding::findAnswer).map(Obstacles::leastWays).orElse(List.of());
  }

  static List<Clashes.Way> leastWays(Clashes found) {
    List<Clashes.Way> least = new ArrayList<>(found.leastWays());
    Set<Integer> asked = new TreeSet<>();
    least.forEach(way -> way.giveUp().forEach(each -> asked.add(each.party())));
    if (asked.size() == 1) {
      found.waysInOrder().stream()
          .filter(way -> way.giveUp().stream().anyMatch(each -> !asked.contains(each.party())))
          .findFirst()
          .ifPresent(least::add);
    }
    return List.copyOf(least);
  }
}
