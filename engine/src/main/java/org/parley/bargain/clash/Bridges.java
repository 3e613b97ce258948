package org.parley.bargain.clash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.bargain.Choice;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.AnyPackage;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

/// Finds what stands in the way where nothing is acceptable to all, and what is enough to move.
///
/// All minimal clashes and all minimal ways out are found together, since each clash hits every way
/// out (hitting-set dualisation, as in Bailey and Stuckey 2005; MARCO by Liffiton, Previti, Malik
/// and Marques-Silva 2016 is its relative): the least set that hits all ways out known so far is
/// either a clash, or can be met and grown to a new way out. Cost: one search for a package for
/// each clash, and one a demand for each way out; there can be exponentially many of both.
public final class Bridges {

  /// The most demands that can be told apart.
  public static final int MOST_DEMANDS = 62;

  private final Problem problem;
  private final List<Demand> demands;
  private final Meter meter;
  private final Set<Long> clashes = new LinkedHashSet<>();
  private final Set<Long> ways = new LinkedHashSet<>();

  private Bridges(Problem problem, Budget budget) {
    this.problem = problem;
    demands = demandsOf(problem);
    meter = new Meter(budget);
  }

  /// What was found is right, but there may be more.
  public record NotAll(int clashes, int ways) implements Bound {
    @Override
    public String inWords() {
      return "there may be more than these " + clashes + " clashes and " + ways + " ways out";
    }
  }

  /// What the parties insist on: red lines, then the baseline, party by party.
  public static List<Demand> demandsOf(Problem problem) {
    List<Demand> all = new ArrayList<>();
    for (int index = 0; index < problem.parties().size(); index++) {
      int party = index;
      Problem.Party one = problem.parties().get(party);
      one.redLines().forEach(line -> all.add(new Demand.RedLine(party, line)));
      if (one.baseline() != null) {
        all.add(new Demand.Baseline(party, one.baseline()));
      }
    }
    return List.copyOf(all);
  }

  /// The same problem with only these demands.
  public static Problem withDemands(Problem problem, List<Demand> kept) {
    List<Problem.Party> parties = new ArrayList<>();
    for (int index = 0; index < problem.parties().size(); index++) {
      Set<Choice> lines = new HashSet<>();
      Problem.Party party = problem.parties().get(index).withBaseline(null);
      for (Demand demand : kept) {
        if (demand.party() == index) {
          switch (demand) {
            case Demand.RedLine(_, Choice choice) -> lines.add(choice);
            case Demand.Baseline(_, long worth) -> party = party.withBaseline(worth);
          }
        }
      }
      parties.add(party.withRedLines(lines));
    }
    return problem.withParties(parties);
  }

  /// Every minimal clash and every minimal way out.
  ///
  /// @return proved, with no clash and one empty way out where something is acceptable to all;
  ///   bounded where the budget ended; impossible where the linkages contradict each other, so that
  ///   no demand is to blame
  /// @throws InvalidProblemException where there are more than [#MOST_DEMANDS] demands
  public static Finding<Clashes> find(Problem problem, Budget budget) {
    Bridges bridges = new Bridges(problem, budget);
    if (bridges.demands.size() > MOST_DEMANDS) {
      throw new InvalidProblemException(
          List.of(
              "looking for clashes: "
                  + bridges.demands.size()
                  + " demands are more than "
                  + MOST_DEMANDS
                  + ". Maybe drop red lines that nobody touches."));
    }
    return bridges.search(budget);
  }

  private Finding<Clashes> search(Budget budget) {
    if (!canMeet(0)) {
      return new Finding.Impossible<>(NothingAcceptable.contradiction(problem.everyone()));
    }
    Set<Long> hitting = new LinkedHashSet<>(Set.of(0L));
    while (!meter.stopped()) {
      Long open = hitting.stream().filter(each -> !clashes.contains(each)).findFirst().orElse(null);
      if (open == null) {
        Clashes found = found(budget);
        return new Finding.Proved<>(found, found);
      }
      boolean met = canMeet(open);
      if (meter.stopped()) {
        break;
      }
      if (met) {
        long way = all() & ~grow(open);
        if (!meter.stopped()) {
          ways.add(way);
          hitting = hittingAlso(hitting, way);
        }
      } else {
        clashes.add(open);
      }
    }
    Clashes found = found(budget.withStop(() -> false));
    return new Finding.Bounded<>(
        found, new NotAll(found.clashes().size(), found.ways().size()), meter.stoppedBy());
  }

  private long all() {
    return (1L << demands.size()) - 1;
  }

  private List<Demand> demands(long set) {
    List<Demand> chosen = new ArrayList<>();
    for (int demand = 0; demand < demands.size(); demand++) {
      if (((set >>> demand) & 1) == 1) {
        chosen.add(demands.get(demand));
      }
    }
    return chosen;
  }

  /// Whether a package meets these demands; not to be relied on where the meter stopped.
  private boolean canMeet(long set) {
    Problem variant = withDemands(problem, demands(set));
    return AnyPackage.find(variant, variant.everyone(), meter).isPresent();
  }

  private long grow(long set) {
    long grown = set;
    for (int demand = 0; demand < demands.size(); demand++) {
      long more = grown | 1L << demand;
      if (more != grown && canMeet(more)) {
        grown = more;
      }
    }
    return grown;
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

  private Clashes found(Budget budget) {
    List<Clashes.Way> out = new ArrayList<>();
    for (long way : ways) {
      Problem variant = withDemands(problem, demands(all() & ~way));
      Zone zone = Zones.find(variant, variant.everyone(), budget).findAnswer().orElse(null);
      out.add(
          new Clashes.Way(
              demands(way),
              zone == null ? BigInteger.ZERO : zone.atLeast(),
              zone == null ? BigInteger.ZERO : zone.atMost()));
    }
    out.sort(Comparator.comparingInt(way -> way.giveUp().size()));
    return new Clashes(
        clashes.stream()
            .sorted(Comparator.comparingInt(Long::bitCount))
            .map(this::demands)
            .toList(),
        out);
  }

  /// How far each party would have to lower its baseline, and a package that then is acceptable.
  ///
  /// @param lowerBy by party, 0 where it need not move
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

  /// Every minimal way to lower baselines, red lines kept: in none could one party lower less and
  /// no other more. The least in sum first.
  ///
  /// Found among the packages of the frontier without baselines, so it costs what that costs.
  public static Finding<List<Relaxation>> relaxations(Problem problem, Budget budget) {
    List<Demand> lines =
        demandsOf(problem).stream().filter(each -> each instanceof Demand.RedLine).toList();
    return switch (Frontiers.find(withDemands(problem, lines), budget)) {
      case Finding.Proved<Frontier>(Frontier frontier, var certificate) ->
          new Finding.Proved<>(relaxations(problem, frontier), certificate);
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

  /// The red lines and baselines that a package crosses.
  public static List<Demand> crossedBy(Problem problem, int[] options) {
    Stream<Demand> all = demandsOf(problem).stream();
    return all.filter(
            demand ->
                switch (demand) {
                  case Demand.RedLine(_, Choice(int point, int option)) -> options[point] == option;
                  case Demand.Baseline(int party, long worth) ->
                      problem.worth(party, options) < worth;
                })
        .toList();
  }
}
