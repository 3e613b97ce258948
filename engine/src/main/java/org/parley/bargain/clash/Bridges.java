package org.parley.bargain.clash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.parley.bargain.InvalidProblem;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Stage;
import org.parley.sweep.ParallelTasks;

/// Finds minimal conflicts and minimal concessions if nothing is acceptable to all.
///
/// Hitting-set dualisation (Bailey and Stuckey 2005; related to MARCO, Liffiton, Previti, Malik and
/// Marques-Silva 2016). The least set that hits all known ways out is either a clash, or
/// satisfiable and grown to a new way out. Both lists may be exponential. Cost: one search for a
/// package for each clash, and one a demand for each way out.
public final class Bridges {

  /// The most demands supported: each is a bit of a word.
  public static final int MOST_DEMANDS = 62;

  /// Search nodes for counting the packages of all ways out together; also the least of each.
  private static final long NODES = 2_000_000;

  private static final long FEWEST_NODES = 20_000;

  private final Problem problem;
  private final List<PartyDemand> demands;
  private final Meter meter;
  private final DemandOracle oracle;
  private final Set<Long> clashes = new LinkedHashSet<>();
  private final Set<Long> ways = new LinkedHashSet<>();

  private Bridges(Problem problem, Budget budget) {
    this.problem = problem;
    demands = PartyDemand.of(problem);
    meter = new Meter(budget);
    oracle = new DemandOracle(problem, demands, meter);
  }

  /// Finds every minimal conflict and every minimal way out (minimal correction set).
  ///
  /// @return proved, with no conflict and one empty way out, if some package is acceptable to all;
  ///   bounded if the budget ended. Impossible if the linkages contradict each other, so that no
  ///   demand is to blame
  /// @throws InvalidProblemException if there are more than [#MOST_DEMANDS] demands
  public static Finding<Clashes> find(Problem problem, Budget budget) {
    Bridges bridges = new Bridges(problem, budget);
    if (bridges.demands.size() > MOST_DEMANDS) {
      throw new InvalidProblemException(
          List.of(new InvalidProblem.TooManyDemands(bridges.demands.size(), MOST_DEMANDS)));
    }
    return bridges.search(budget);
  }

  private Finding<Clashes> search(Budget budget) {
    if (oracle.find(0) < 0 && !meter.stopped()) {
      return new Finding.Impossible<>(NothingAcceptable.contradiction(problem.everyone()));
    }
    Set<Long> hitting = new LinkedHashSet<>(Set.of(0L));
    while (!meter.stopped()) {
      Long open = hitting.stream().filter(each -> !clashes.contains(each)).findFirst().orElse(null);
      if (open == null) {
        Clashes found = found(budget);
        return new Finding.Proved<>(found, found);
      }
      meter.report(Stage.CLASHES, clashes.size() + ways.size(), 0);
      long met = oracle.find(open);
      if (meter.stopped()) {
        break;
      }
      if (met < 0) {
        clash(open);
        continue;
      }
      long way = all() & ~grow(met);
      if (!meter.stopped()) {
        ways.add(way);
        hitting = hittingAlso(hitting, way);
      }
    }
    Clashes found = found(budget);
    return new Finding.Bounded<>(
        found,
        new PackageBound.SomeClashes(found.clashes().size(), found.ways().size()),
        meter.stoppedBy());
  }

  private long all() {
    return (1L << demands.size()) - 1;
  }

  private List<PartyDemand> demands(long set) {
    List<PartyDemand> chosen = new ArrayList<>();
    for (int demand = 0; demand < demands.size(); demand++) {
      if (((set >>> demand) & 1) == 1) {
        chosen.add(demands.get(demand));
      }
    }
    return chosen;
  }

  /// Grows a satisfiable set by one demand after the other. Each demand that cannot be added
  /// reveals a conflict, so conflicts are known from the start.
  private long grow(long met) {
    long grown = met;
    for (int demand = 0; demand < demands.size() && !meter.stopped(); demand++) {
      long more = grown | 1L << demand;
      if (more != grown) {
        long also = oracle.find(more);
        if (also >= 0) {
          grown = also;
        } else if (!meter.stopped()) {
          shrink(more);
        }
      }
    }
    return grown;
  }

  /// Shrinks an unsatisfiable set to a minimal conflict.
  private void shrink(long clashing) {
    if (oracle.holdsClash(clashing)) {
      return;
    }
    long left = clashing;
    for (int demand = 0; demand < demands.size(); demand++) {
      long less = left & ~(1L << demand);
      if (less != left && oracle.find(less) < 0) {
        left = less;
      }
      if (meter.stopped()) {
        return;
      }
    }
    clash(left);
  }

  private void clash(long set) {
    clashes.add(set);
    oracle.clash(set);
  }

  /// The minimal sets that hit one more set (Berge 1989).
  private static Set<Long> hittingAlso(Set<Long> hitting, long set) {
    Set<Long> hits = new LinkedHashSet<>();
    List<Long> misses = new ArrayList<>();
    hitting.forEach(each -> ((each & set) != 0 ? hits : misses).add(each));
    List<Long> candidates = new ArrayList<>();
    for (long miss : misses) {
      for (long rest = set; rest != 0; rest &= rest - 1) {
        candidates.add(miss | Long.lowestOneBit(rest));
      }
    }
    candidates.sort(Comparator.comparingInt(Long::bitCount));
    for (long candidate : candidates) {
      if (hits.stream().noneMatch(each -> (each & candidate) == each)) {
        hits.add(candidate);
      }
    }
    return hits;
  }

  private static BigInteger packages(Problem problem) {
    BigInteger product = BigInteger.ONE;
    for (Problem.Point point : problem.points()) {
      product = product.multiply(BigInteger.valueOf(point.options().size()));
    }
    return product;
  }

  private Clashes found(Budget budget) {
    List<Clashes.Way> out = new ArrayList<>();
    long nodes = Math.max(FEWEST_NODES, NODES / Math.max(1, ways.size()));
    Budget each = ways.size() == 1 ? budget : budget.withThreads(1);
    List<Supplier<Clashes.Way>> counts = new ArrayList<>();
    for (long way : ways) {
      counts.add(() -> counted(way, each.withStates(nodes)));
    }
    out.addAll(ParallelTasks.run(counts, budget.threads()));
    out.sort(Comparator.comparingInt(way -> way.giveUp().size()));
    return new Clashes(
        clashes.stream()
            .sorted(Comparator.comparingInt(Long::bitCount))
            .map(this::demands)
            .toList(),
        out);
  }

  private Clashes.Way counted(long way, Budget budget) {
    Problem variant = PartyDemand.keeping(problem, demands(all() & ~way));
    PackageBound.CountBetween opens =
        budget.stop().getAsBoolean()
            ? new PackageBound.CountBetween(BigInteger.ONE, packages(variant))
            : Zones.roughly(variant, BigInteger.ONE, budget);
    return new Clashes.Way(demands(way), opens.atLeast(), opens.atMost());
  }

  /// A cut of each party's baseline, and a package acceptable after it.
  ///
  /// @param lowerBy by party, the cut; 0 for none
  /// @param options the package
  public record Relaxation(List<Long> lowerBy, List<Integer> options) {
    public Relaxation {
      lowerBy = List.copyOf(lowerBy);
      options = List.copyOf(options);
    }

    /// The sum over the parties.
    public long total() {
      return lowerBy.stream().mapToLong(Long::longValue).sum();
    }
  }

  /// Every minimal relaxation, with the frontier of the problem without baselines that certifies
  /// it.
  public record Lowered(List<Relaxation> relaxations, FrontierCertificate frontier)
      implements Certificate.OfAnswer {
    public Lowered {
      relaxations = List.copyOf(relaxations);
    }
  }

  /// The Pareto-minimal cuts of baselines with red lines kept, smallest sum first.
  ///
  /// Read from the frontier without baselines; the cost is that of the frontier.
  public static Finding<List<Relaxation>> relaxations(Problem problem, Budget budget) {
    return switch (Frontiers.findListed(PartyDemand.redLinesOnly(problem), budget)) {
      case Finding.Proved<Frontier>(Frontier frontier, FrontierCertificate certificate) -> {
        List<Relaxation> found = relaxations(problem, frontier);
        yield new Finding.Proved<>(found, new Lowered(found, certificate));
      }
      case Finding.Proved<Frontier>(Frontier frontier, _) ->
          new Finding.Exhausted<>(relaxations(problem, frontier));
      case Finding.Exhausted<Frontier>(Frontier frontier) ->
          new Finding.Exhausted<>(relaxations(problem, frontier));
      case Finding.Bounded<Frontier>(Frontier frontier, Bound bound, var by) ->
          new Finding.Bounded<>(relaxations(problem, frontier), bound, by);
      case Finding.Impossible<Frontier>(var certificate) -> new Finding.Impossible<>(certificate);
    };
  }

  private static List<Relaxation> relaxations(Problem problem, Frontier frontier) {
    List<Relaxation> minimal = new ArrayList<>();
    for (int entry = 0; entry < frontier.size(); entry++) {
      long[] worths = frontier.worths(entry);
      List<Long> missing = new ArrayList<>();
      for (int party = 0; party < worths.length; party++) {
        Long baseline = problem.parties().get(party).baseline();
        missing.add(baseline == null ? 0 : Math.max(0, baseline - worths[party]));
      }
      if (minimal.stream().noneMatch(other -> isWithin(other.lowerBy(), missing))) {
        minimal.removeIf(other -> isWithin(missing, other.lowerBy()));
        minimal.add(
            new Relaxation(missing, Arrays.stream(frontier.packageOf(entry)).boxed().toList()));
      }
    }
    minimal.sort(Comparator.comparingLong(Relaxation::total));
    return List.copyOf(minimal);
  }

  private static boolean isWithin(List<Long> inner, List<Long> outer) {
    for (int party = 0; party < inner.size(); party++) {
      if (inner.get(party) > outer.get(party)) {
        return false;
      }
    }
    return true;
  }

  /// The red lines, contingencies and baselines that a package crosses.
  public static List<PartyDemand> crossedBy(Problem problem, int[] options) {
    Stream<PartyDemand> all = PartyDemand.of(problem).stream();
    return all.filter(demand -> demand.isCrossedBy(problem, options)).toList();
  }
}
