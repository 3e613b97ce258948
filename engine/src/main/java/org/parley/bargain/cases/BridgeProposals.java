package org.parley.bargain.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;

/// Searches moves that open packages where parties clash: deferral, phases, reciprocal conditions.
///
/// Each candidate is a changed problem, and its packages are counted like those of any other.
/// Candidates come from the clash: points that some demand in it concerns, and the least ways out.
/// Of deferrals, minimal sets of points are listed. Only what opens a package is listed. Cost: one
/// count for each candidate, at most [#MOST_CANDIDATES].
public final class BridgeProposals {

  /// The most candidates counted.
  public static final int MOST_CANDIDATES = 200;

  /// The most points deferred together.
  private static final int MOST_DEFERRED = 3;

  private final Problem problem;
  private final Budget budget;
  private final List<BridgeProposal> found = new ArrayList<>();
  private int candidates;

  private BridgeProposals(Problem problem, Budget budget) {
    this.problem = problem;
    this.budget = budget;
  }

  /// The proposals for a problem without a package that all accept, fewest points first.
  ///
  /// @param clashes its conflicts and ways out
  public static List<BridgeProposal> of(Problem problem, Clashes clashes, Budget budget) {
    BridgeProposals proposals = new BridgeProposals(problem, budget);
    List<Integer> points = proposals.points(clashes);
    proposals.deferrals(points);
    points.forEach(proposals::phases);
    Obstacles.leastWays(clashes).forEach(proposals::reciprocal);
    return List.copyOf(proposals.found);
  }

  /// The points that conflicts concern, through a demand or a linkage; all points where a baseline
  /// is in one. Quantities have no options to which one could be added.
  private List<Integer> points(Clashes clashes) {
    Set<Integer> points = new TreeSet<>();
    for (PackageConstraint each : problem.constraints(problem.everyone())) {
      switch (each) {
        case PackageConstraint.Forbidden(_, List<OptionSet> together) ->
            together.forEach(term -> points.add(term.point()));
        case PackageConstraint.Implication(_, List<OptionSet> when, List<OptionSet> oneOf) -> {
          when.forEach(term -> points.add(term.point()));
          oneOf.forEach(term -> points.add(term.point()));
        }
      }
    }
    for (List<PartyDemand> clash : clashes.clashes()) {
      for (PartyDemand demand : clash) {
        switch (demand) {
          case PartyDemand.RedLine(_, Choice choice) -> points.add(choice.point());
          case PartyDemand.Limit(_, OptionSet values, _) -> points.add(values.point());
          case PartyDemand.OnlyIf(_, Contingency contingency) ->
              points.add(contingency.choice().point());
          case PartyDemand.Baseline _ -> {
            for (int point = 0; point < problem.points().size(); point++) {
              points.add(point);
            }
          }
        }
      }
    }
    points.removeIf(point -> problem.points().get(point).isOrdered());
    return List.copyOf(points);
  }

  private void deferrals(List<Integer> points) {
    List<Set<Integer>> opening = new ArrayList<>();
    List<Set<Integer>> sets = new ArrayList<>(List.of(Set.of()));
    for (int size = 1; size <= MOST_DEFERRED; size++) {
      List<Set<Integer>> larger = new ArrayList<>();
      for (Set<Integer> set : sets) {
        for (int point : points) {
          if (set.stream().allMatch(each -> each < point)) {
            Set<Integer> grown = new TreeSet<>(set);
            grown.add(point);
            if (opening.stream().noneMatch(grown::containsAll)) {
              larger.add(grown);
            }
          }
        }
      }
      for (Set<Integer> set : larger) {
        Problem deferred = problem;
        for (int point : set) {
          deferred = withOption(deferred, point, "deferred", least(point), Set.of());
        }
        List<BridgeProposal.ConcessionCost> costs = new ArrayList<>();
        for (int point : set) {
          costs(point, least(point), costs);
        }
        if (add(new BridgeProposal.BridgeMove.Defer(set), costs, deferred)) {
          opening.add(set);
        }
      }
      sets = larger;
    }
  }

  /// By party, the least worth of an option of a point.
  private List<Long> least(int point) {
    return problem.parties().stream()
        .map(party -> party.worths().get(point).stream().min(Long::compare).orElse(0L))
        .toList();
  }

  private void phases(int point) {
    int options = problem.points().get(point).options().size();
    for (int first = 0; first < options; first++) {
      for (int then = first + 1; then < options; then++) {
        List<Long> worths = new ArrayList<>();
        Set<Integer> refusing = new TreeSet<>();
        for (int party = 0; party < problem.parties().size(); party++) {
          Problem.Party one = problem.parties().get(party);
          List<Long> row = one.worths().get(point);
          worths.add(Math.floorDiv(Math.addExact(row.get(first), row.get(then)), 2L));
          if (refuses(one, point, first) || refuses(one, point, then)) {
            refusing.add(party);
          }
        }
        List<BridgeProposal.ConcessionCost> costs = new ArrayList<>();
        costs(point, worths, costs);
        if (refusing.isEmpty()) {
          add(
              new BridgeProposal.BridgeMove.Phase(point, first, then),
              costs,
              withOption(problem, point, "phased", worths, Set.of()));
        }
      }
    }
  }

  private static boolean refuses(Problem.Party party, int point, int option) {
    Choice choice = new Choice(point, option);
    return party.redLines().contains(choice)
        || party.contingencies().stream().anyMatch(each -> each.choice().equals(choice));
  }

  /// Makes each concession of a way out conditional on those of other parties.
  private void reciprocal(Clashes.Way way) {
    List<PartyDemand.OnlyIf> conditions = new ArrayList<>();
    for (PartyDemand own : way.giveUp()) {
      Optional<Choice> conceded = conceded(own);
      if (conceded.isEmpty()) {
        return;
      }
      List<OptionSet> terms = new ArrayList<>();
      for (PartyDemand other : way.giveUp()) {
        Choice choice = conceded(other).orElse(null);
        if (choice != null
            && other.party() != own.party()
            && !problem.parties().get(own.party()).redLines().contains(choice)
            && choice.point() != conceded.get().point()) {
          OptionSet term = OptionSet.of(choice.point(), choice.option());
          if (!terms.contains(term)) {
            terms.add(term);
          }
        }
      }
      if (!terms.isEmpty()) {
        conditions.add(new PartyDemand.OnlyIf(own.party(), new Contingency(conceded.get(), terms)));
      }
    }
    if (conditions.isEmpty()) {
      return;
    }
    Set<PartyDemand> kept = new LinkedHashSet<>(PartyDemand.of(problem));
    way.giveUp().forEach(kept::remove);
    kept.addAll(conditions);
    List<BridgeProposal.ConcessionCost> costs = new ArrayList<>();
    for (PartyDemand demand : way.giveUp()) {
      conceded(demand).ifPresent(choice -> cost(demand.party(), choice, costs));
    }
    add(
        new BridgeProposal.BridgeMove.Reciprocate(way.giveUp(), conditions),
        costs,
        PartyDemand.keeping(problem, List.copyOf(kept)));
  }

  /// The option that a party accepts by giving up a demand; empty for a limit or a baseline.
  private static Optional<Choice> conceded(PartyDemand demand) {
    return switch (demand) {
      case PartyDemand.RedLine(_, Choice choice) -> Optional.of(choice);
      case PartyDemand.OnlyIf(_, Contingency contingency) -> Optional.of(contingency.choice());
      case PartyDemand.Limit _, PartyDemand.Baseline _ -> Optional.empty();
    };
  }

  private void costs(int point, List<Long> worths, List<BridgeProposal.ConcessionCost> costs) {
    for (int party = 0; party < problem.parties().size(); party++) {
      cost(party, point, worths.get(party), costs);
    }
  }

  private void cost(int party, Choice choice, List<BridgeProposal.ConcessionCost> costs) {
    long worth = problem.parties().get(party).worths().get(choice.point()).get(choice.option());
    cost(party, choice.point(), worth, costs);
  }

  private void cost(int party, int point, long worth, List<BridgeProposal.ConcessionCost> costs) {
    List<Long> row = problem.parties().get(party).worths().get(point);
    long best = row.stream().max(Long::compare).orElse(0L);
    if (best > worth) {
      costs.add(new BridgeProposal.ConcessionCost(party, point, best - worth, best));
    }
  }

  /// The problem with one more option of a point, the last one.
  static Problem withOption(
      Problem problem, int point, String id, List<Long> worths, Set<Integer> refusing) {
    List<Problem.Point> points = new ArrayList<>(problem.points());
    Problem.Point old = points.get(point);
    List<String> options = new ArrayList<>(old.options());
    options.add(id);
    points.set(point, new Problem.Point(old.id(), options, old.isOrdered()));
    List<Problem.Party> parties = new ArrayList<>();
    for (int index = 0; index < problem.parties().size(); index++) {
      Problem.Party party = problem.parties().get(index);
      List<List<Long>> rows = new ArrayList<>(party.worths());
      List<Long> row = new ArrayList<>(rows.get(point));
      row.add(worths.get(index));
      rows.set(point, row);
      Set<Choice> lines = new TreeSet<>(party.redLines());
      if (refusing.contains(index)) {
        lines.add(new Choice(point, options.size() - 1));
      }
      parties.add(party.withWorths(rows).withRedLines(lines));
    }
    return new Problem(
        parties, points, problem.linkages(), problem.jointWorths(), problem.signing());
  }

  /// Adds a proposal if some package is acceptable to all with it.
  private boolean add(
      BridgeProposal.BridgeMove move, List<BridgeProposal.ConcessionCost> costs, Problem changed) {
    if (candidates++ >= MOST_CANDIDATES || budget.stop().getAsBoolean()) {
      return false;
    }
    Problem distinct = DistinctOutcomes.of(changed);
    Zone zone = Zones.find(distinct, distinct.everyone(), budget).findAnswer().orElse(null);
    if (zone == null || zone.atMost().equals(BigInteger.ZERO)) {
      return false;
    }
    costs.sort(
        Comparator.comparingInt(BridgeProposal.ConcessionCost::point)
            .thenComparingInt(BridgeProposal.ConcessionCost::party));
    found.add(new BridgeProposal(move, costs, zone.atLeast(), zone.atMost()));
    return true;
  }
}
