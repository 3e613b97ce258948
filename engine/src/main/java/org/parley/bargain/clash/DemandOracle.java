package org.parley.bargain.clash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.solve.AnyPackage;
import org.parley.exact.Meter;

/// Decides which sets of demands can be met together, with memoisation.
///
/// A package meets every subset of its demands; a superset of a conflict cannot be met.
final class DemandOracle {

  private final Problem problem;
  private final List<PartyDemand> demands;
  private final Meter meter;
  private final AnyPackage packages;

  /// The maximal sets of demands met by packages found.
  private final List<Long> met = new ArrayList<>();

  private final List<Long> clashes = new ArrayList<>();
  private final boolean hasContingencies;

  DemandOracle(Problem problem, List<PartyDemand> demands, Meter meter) {
    this.problem = problem;
    this.demands = demands;
    this.meter = meter;
    hasContingencies = demands.stream().anyMatch(each -> each instanceof PartyDemand.OnlyIf);
    packages = AnyPackage.in(PartyDemand.keeping(problem, List.of()), meter);
  }

  /// Records a set that cannot be met.
  void clash(long set) {
    clashes.add(set);
  }

  boolean holdsClash(long set) {
    return clashes.stream().anyMatch(clash -> (clash & ~set) == 0);
  }

  /// The demands met by some package that meets these; -1 if there is none. Unreliable if the meter
  /// stopped.
  long find(long set) {
    long most = -1;
    for (long known : met) {
      if ((set & ~known) == 0 && (most < 0 || Long.bitCount(known) > Long.bitCount(most))) {
        most = known;
      }
    }
    return most >= 0 ? most : holdsClash(set) ? -1 : search(set);
  }

  private long search(long set) {
    if (hasContingencies) {
      return met(searchAnew(set));
    }
    Set<Choice> closed = new HashSet<>();
    @Nullable Long[] baselines = new Long[problem.parties().size()];
    for (int demand = 0; demand < demands.size(); demand++) {
      if (((set >>> demand) & 1) == 1) {
        PartyDemand kept = demands.get(demand);
        if (kept instanceof PartyDemand.OnlyIf) {
          throw new IllegalStateException("has contingencies");
        }
        closed.addAll(kept.refused());
        if (kept instanceof PartyDemand.Baseline(int party, long worth)) {
          baselines[party] = worth;
        }
      }
    }
    return met(packages.find(closed, baselines, meter));
  }

  /// Lays out the packages again, since contingencies change the graph.
  private Optional<int[]> searchAnew(long set) {
    List<PartyDemand> kept = new ArrayList<>();
    for (int demand = 0; demand < demands.size(); demand++) {
      if (((set >>> demand) & 1) == 1) {
        kept.add(demands.get(demand));
      }
    }
    return AnyPackage.find(PartyDemand.keeping(problem, kept), problem.everyone(), meter);
  }

  private long met(Optional<int[]> found) {
    if (found.isEmpty()) {
      return -1;
    }
    List<PartyDemand> crossed = Bridges.crossedBy(problem, found.get());
    long meets = 0;
    for (int demand = 0; demand < demands.size(); demand++) {
      meets |= crossed.contains(demands.get(demand)) ? 0 : 1L << demand;
    }
    long all = meets;
    met.removeIf(known -> (known & ~all) == 0);
    met.add(meets);
    return meets;
  }
}
