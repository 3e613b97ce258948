package org.parley.bargain.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

/// Searches moves that open packages where parties clash.
///
/// Moves are deferral, phases, reciprocal conditions, conditions on acts or on ways out of knots,
/// and the middle of a gap in numbers.
///
/// Each candidate is a changed problem, and its packages are counted like those of any other.
/// Candidates come from the clash: points that some demand in it concerns, and the least ways out.
/// Of deferrals, minimal sets of points are listed. Only what opens a package is listed. Cost: one
/// count for each candidate, at most [#MOST_CANDIDATES]. Deferrals of several points come last.
public final class BridgeProposals {

  /// The most candidates counted.
  public static final int MOST_CANDIDATES = 200;

  /// The most points deferred together.
  private static final int MOST_DEFERRED = 3;

  /// The most acts that one way out is made conditional on, one after another; so with knots.
  private static final int MOST_ACTS = 3;

  private final PackageProblem packages;
  private final Problem problem;
  private final Budget budget;
  private final List<BridgeProposal> found = new ArrayList<>();
  private int candidates;
  private boolean isWhole = true;

  private BridgeProposals(PackageProblem packages, Budget budget) {
    this.packages = packages;
    this.problem = packages.problem();
    this.budget = budget;
  }

  /// The proposals for a problem without a package that all accept. Kinds take turns; of deferrals,
  /// those of the fewest points come first.
  ///
  /// @param clashes its conflicts and ways out
  /// @param knots what parties could offer in the order of steps
  public static ProposedBridges of(
      PackageProblem packages, Clashes clashes, KnotConcessions knots, Budget budget) {
    BridgeProposals proposals = new BridgeProposals(packages, budget);
    List<Integer> points = proposals.points(clashes);
    List<Clashes.Way> ways = Obstacles.leastWays(clashes);
    List<List<BridgeProposal>> kinds = new ArrayList<>();
    // deferrals of several points are the most candidates, so they are tried last
    List<Set<Integer>> opening = new ArrayList<>();
    List<Set<Integer>> sets = proposals.deferrals(points, List.of(Set.of()), opening);
    List<BridgeProposal> deferrals = new ArrayList<>(proposals.take());
    points.forEach(proposals::phases);
    kinds.add(proposals.take());
    proposals.splits();
    kinds.add(proposals.take());
    ways.forEach(proposals::reciprocal);
    kinds.add(proposals.take());
    ways.forEach(proposals::awaiting);
    kinds.add(proposals.take());
    List<KnotConcession> untied = ways.isEmpty() ? List.of() : knots.within(budget);
    ways.forEach(way -> proposals.linked(way, untied));
    kinds.add(proposals.take());
    for (int size = 2; size <= MOST_DEFERRED; size++) {
      sets = proposals.deferrals(points, sets, opening);
    }
    deferrals.addAll(proposals.take());
    kinds.addFirst(deferrals);
    return new ProposedBridges(inTurn(kinds), proposals.candidates, proposals.isWhole);
  }

  /// The first of each kind, then the second: a reader of a few sees every kind.
  private static List<BridgeProposal> inTurn(List<List<BridgeProposal>> kinds) {
    List<BridgeProposal> all = new ArrayList<>();
    int longest = kinds.stream().mapToInt(List::size).max().orElse(0);
    for (int place = 0; place < longest; place++) {
      for (List<BridgeProposal> kind : kinds) {
        if (place < kind.size()) {
          all.add(kind.get(place));
        }
      }
    }
    return all;
  }

  private List<BridgeProposal> take() {
    List<BridgeProposal> taken = List.copyOf(found);
    found.clear();
    return taken;
  }

  /// The points that conflicts concern, through a demand or a linkage; all points where a baseline
  /// is in one. Quantities have no options to which one could be added.
  private List<Integer> points(Clashes clashes) {
    Set<Integer> points = new TreeSet<>();
    problem.constraints(problem.everyone()).forEach(each -> points.addAll(each.points()));
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

  /// Defers sets of points, one larger than some others.
  ///
  /// @param opening the sets that open packages; those found are added
  /// @return the sets tried
  private List<Set<Integer>> deferrals(
      List<Integer> points, List<Set<Integer>> smaller, List<Set<Integer>> opening) {
    List<Set<Integer>> sets = new ArrayList<>();
    List<Set<Integer>> found = new ArrayList<>();
    for (Set<Integer> set : smaller) {
      for (int point : points) {
        if (set.stream().allMatch(each -> each < point)) {
          Set<Integer> grown = new TreeSet<>(set);
          grown.add(point);
          if (opening.stream().anyMatch(grown::containsAll)) {
            continue;
          }
          if (isOver()) {
            return sets;
          }
          sets.add(grown);
          if (defer(grown)) {
            found.add(grown);
          }
        }
      }
    }
    opening.addAll(found);
    return sets;
  }

  /// Whether a set of points, deferred together, opens packages.
  private boolean defer(Set<Integer> set) {
    Problem deferred = problem;
    List<BridgeProposal.ConcessionCost> costs = new ArrayList<>();
    for (int point : set) {
      deferred = withOption(deferred, point, "deferred", least(point), Set.of());
      costs(point, least(point), costs);
    }
    return add(new BridgeProposal.BridgeMove.Defer(set), costs, deferred);
  }

  /// Whether no more candidates may be tried.
  private boolean isOver() {
    boolean isOver = candidates == MOST_CANDIDATES || budget.stop().getAsBoolean();
    isWhole &= !isOver;
    return isOver;
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

  /// Makes each concession of a way out conditional on an act that the party wants.
  private void awaiting(Clashes.Way way) {
    exchange(
        way,
        own -> packages.seats().get(own.party()).wanted(),
        BridgeProposal.Awaited::new,
        BridgeProposal.BridgeMove.Await::new);
  }

  /// Makes the concessions of a way out conditional on one way out of a knot that favours all who
  /// concede.
  private void linked(Clashes.Way way, List<KnotConcession> knots) {
    List<KnotConcession> wanted =
        knots.stream()
            .filter(
                knot ->
                    way.giveUp().stream()
                        .map(own -> packages.seats().get(own.party()).party())
                        .allMatch(knot::favours))
            .toList();
    exchange(way, _ -> wanted, BridgeProposal.Linked::new, BridgeProposal.BridgeMove.Link::new);
  }

  /// A red line that is given up in exchange for something.
  private interface Exchange<T, E> {
    E of(PartyDemand demand, Choice conceded, T returned);
  }

  /// Gives up the red lines of a way out, each in exchange for something from outside the packages.
  /// Each party first gets the thing it wants most, then the next.
  private <T, E> void exchange(
      Clashes.Way way,
      Function<PartyDemand, List<T>> wantedBy,
      Exchange<T, E> exchange,
      Function<List<E>, BridgeProposal.BridgeMove> move) {
    int most = 0;
    for (PartyDemand own : way.giveUp()) {
      int wanted = wantedBy.apply(own).size();
      if (wanted == 0 || !(own instanceof PartyDemand.RedLine)) {
        return;
      }
      most = Math.max(most, wanted);
    }
    List<PartyDemand> kept = new ArrayList<>(PartyDemand.of(problem));
    kept.removeAll(way.giveUp());
    Problem changed = PartyDemand.keeping(problem, kept);
    for (int rank = 0; rank < Math.min(most, MOST_ACTS); rank++) {
      List<E> exchanged = new ArrayList<>();
      List<BridgeProposal.ConcessionCost> costs = new ArrayList<>();
      for (PartyDemand own : way.giveUp()) {
        List<T> wanted = wantedBy.apply(own);
        Choice choice = conceded(own).orElseThrow();
        exchanged.add(exchange.of(own, choice, wanted.get(Math.min(rank, wanted.size() - 1))));
        cost(own.party(), choice, costs);
      }
      add(move.apply(exchanged), costs, changed);
    }
  }

  /// Lets the sides of each gap in numbers meet in its middle; if that is not enough, of all gaps
  /// together.
  private void splits() {
    List<BridgeProposal.SplitValue> gaps = new ArrayList<>();
    for (int point = 0; point < problem.points().size(); point++) {
      CommonRange range = range(point);
      ValueBands bands = packages.matters().get(point).bands();
      if (range != null && bands != null && range.isGap()) {
        gaps.add(new BridgeProposal.SplitValue(point, bands.bandOf(range.middle()), range));
      }
    }
    boolean opened = false;
    for (BridgeProposal.SplitValue gap : gaps) {
      opened |= split(List.of(gap));
    }
    if (!opened && gaps.size() > 1) {
      split(gaps);
    }
  }

  /// The common range by the red lines of the problem: some demands may have been dropped from it.
  private @Nullable CommonRange range(int point) {
    ValueBands bands = packages.matters().get(point).bands();
    if (bands == null) {
      return null;
    }
    int last = bands.size() - 1;
    int least = 0;
    int most = last;
    for (int party = 0; party < problem.parties().size(); party++) {
      least = Math.max(least, refusedBelow(party, point));
      most = Math.min(most, last - refusedAbove(party, point));
    }
    if (least > last || most < 0) {
      return null;
    }
    List<Integer> more = new ArrayList<>();
    List<Integer> less = new ArrayList<>();
    for (int party = 0; party < problem.parties().size(); party++) {
      if (least > 0 && refusedBelow(party, point) == least) {
        more.add(party);
      }
      if (most < last && last - refusedAbove(party, point) == most) {
        less.add(party);
      }
    }
    return new CommonRange(bands.quantity(), bands.least(least), bands.most(most), more, less);
  }

  /// How many bands a party refuses from the least value on.
  private int refusedBelow(int party, int point) {
    Set<Choice> lines = problem.parties().get(party).redLines();
    int refused = 0;
    while (lines.contains(new Choice(point, refused))) {
      refused++;
    }
    return refused;
  }

  /// How many bands a party refuses from the largest value down.
  private int refusedAbove(int party, int point) {
    Set<Choice> lines = problem.parties().get(party).redLines();
    int last = problem.points().get(point).options().size() - 1;
    int refused = 0;
    while (lines.contains(new Choice(point, last - refused))) {
      refused++;
    }
    return refused;
  }

  private boolean split(List<BridgeProposal.SplitValue> values) {
    List<Problem.Party> parties = new ArrayList<>();
    for (int index = 0; index < problem.parties().size(); index++) {
      Problem.Party party = problem.parties().get(index);
      Set<Choice> lines = new TreeSet<>(party.redLines());
      for (BridgeProposal.SplitValue value : values) {
        int point = value.point();
        int last = problem.points().get(point).options().size() - 1;
        int below = refusedBelow(index, point);
        int above = last - refusedAbove(index, point);
        lines.removeIf(
            line ->
                line.point() == point
                    && ((line.option() < below && line.option() >= value.band())
                        || (line.option() > above && line.option() <= value.band())));
      }
      parties.add(party.withRedLines(lines));
    }
    List<BridgeProposal.ConcessionCost> costs = new ArrayList<>();
    for (BridgeProposal.SplitValue value : values) {
      for (int party = 0; party < problem.parties().size(); party++) {
        cost(party, new Choice(value.point(), value.band()), costs);
      }
    }
    return add(new BridgeProposal.BridgeMove.Split(values), costs, problem.withParties(parties));
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
        parties,
        points,
        problem.linkages().stream().map(each -> withOption(each, point)).toList(),
        problem.jointWorths(),
        problem.signing());
  }

  /// A linkage with one more option of a point. Nobody has said what the new option takes of a
  /// budget. So it takes what is hardest to fit: the most under an upper bound, else the least.
  private static PackageConstraint withOption(PackageConstraint linkage, int point) {
    if (!(linkage instanceof PackageConstraint.Budget budget)) {
      return linkage;
    }
    List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
    for (PackageConstraint.PointAmounts each : budget.amounts()) {
      List<Long> byOption = new ArrayList<>(each.byOption());
      if (each.point() == point) {
        byOption.add(budget.most() == null ? each.least() : each.most());
      }
      amounts.add(new PackageConstraint.PointAmounts(each.point(), byOption));
    }
    return new PackageConstraint.Budget(budget.id(), amounts, budget.least(), budget.most());
  }

  /// Adds a proposal if some package is acceptable to all with it.
  private boolean add(
      BridgeProposal.BridgeMove move, List<BridgeProposal.ConcessionCost> costs, Problem changed) {
    if (isOver()) {
      return false;
    }
    candidates++;
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
