package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.clash.Trades;
import org.parley.bargain.frontier.FairSolutions;
import org.parley.bargain.solve.Improvement;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

/// A package under construction, and its evaluation.
///
/// @param packages the problem
/// @param options by point, the option chosen; -1 for an open point
/// @param standings by party, its evaluation
/// @param broken the linkages broken whatever is chosen for the open points
/// @param efficiency whether the package is Pareto efficient
/// @param trades Pareto improvements of a whole package, fewest changed points first
/// @param unlisted the guarantee about trades that are not listed; null if none is missing
/// @param left with open points, the number of completions by set of parties
/// @param completed with open points, the Nash solution among the completions
public record PackageDraft(
    PackageProblem packages,
    List<Integer> options,
    List<PartyEvaluation> standings,
    List<PackageProblem.NamedLinkage> broken,
    Efficiency efficiency,
    List<Trades.Trade> trades,
    @Nullable Bound unlisted,
    Optional<ZoneTable> left,
    List<Integer> completed) {

  /// Marks an open point.
  public static final int OPEN = -1;

  /// The most trades listed.
  public static final int MOST_TRADES = 12;

  /// The steps the search for trades may take before a single better package is sought instead.
  private static final long TRADE_STEPS = 2_000_000;

  /// Pareto efficiency of a package.
  public enum Efficiency {
    /// Proved: no package that keeps the linkages and crosses no further red line is a Pareto
    /// improvement.
    EFFICIENT,
    /// A Pareto improvement exists.
    BETTERED,
    /// Undecided: points are open, linkages are broken, or the time ended.
    UNKNOWN
  }

  /// The evaluation of a package by one party.
  ///
  /// @param least its least worth over the choices left
  /// @param most its largest worth over the choices left; equal to `least` if all points are
  ///   settled
  /// @param baseline its worth of no deal; null if there is none
  /// @param objections the red lines and contingencies crossed, and the baseline if it is out of
  ///   reach
  /// @param ungraded the number of chosen options it has not graded, each taken as tolerable
  public record PartyEvaluation(
      long least, long most, @Nullable Long baseline, List<PartyDemand> objections, int ungraded) {
    public PartyEvaluation {
      objections = List.copyOf(objections);
    }

    /// Whether it would sign the settled part.
    public boolean accepts() {
      return objections.isEmpty();
    }

    /// The worth of a whole package above the baseline; negative below.
    public long gain() {
      return baseline == null ? least : least - baseline;
    }
  }

  public PackageDraft {
    options = List.copyOf(options);
    standings = List.copyOf(standings);
    broken = List.copyOf(broken);
    trades = List.copyOf(trades);
    completed = List.copyOf(completed);
  }

  /// Evaluates a package. Cost: a search for trades if all points are settled, else one zone for
  /// each set of parties.
  ///
  /// @param options by point, the option chosen; [#OPEN] for an open point
  public static PackageDraft of(PackageProblem packages, List<Integer> options, Budget budget) {
    int[] chosen = options.stream().mapToInt(Integer::intValue).toArray();
    Problem problem = packages.problem();
    List<PartyEvaluation> standings = new ArrayList<>();
    for (int party = 0; party < packages.seats().size(); party++) {
      standings.add(standing(packages, party, chosen));
    }
    List<PackageProblem.NamedLinkage> broken = broken(packages, chosen);
    if (options.contains(OPEN)) {
      ZoneTable left = ZoneTable.of(settled(problem, chosen), budget);
      return new PackageDraft(
          packages,
          options,
          standings,
          broken,
          Efficiency.UNKNOWN,
          List.of(),
          null,
          Optional.of(left),
          completed(packages, chosen, left, budget));
    }
    Finding<List<Trades.Trade>> found =
        Trades.find(
            problem, chosen, MOST_TRADES, budget.withSteps(Math.min(budget.steps(), TRADE_STEPS)));
    List<Trades.Trade> trades = new ArrayList<>(found.findAnswer().orElse(List.of()));
    Efficiency efficiency =
        !broken.isEmpty()
            ? Efficiency.UNKNOWN
            : found.isComplete() && trades.isEmpty() ? Efficiency.EFFICIENT : Efficiency.BETTERED;
    if (trades.isEmpty() && broken.isEmpty() && found instanceof Finding.Bounded) {
      Meter meter = new Meter(budget);
      Optional<int[]> better = Improvement.find(problem, problem.everyone(), chosen, meter);
      boolean crosses = standings.stream().anyMatch(PackageDraft::crossesLine);
      efficiency =
          better.isPresent()
              ? Efficiency.BETTERED
              : crosses || meter.stopped() ? Efficiency.UNKNOWN : Efficiency.EFFICIENT;
      better.ifPresent(one -> trades.add(trade(problem, chosen, one)));
    }
    trades.sort(
        Comparator.comparingInt((Trades.Trade trade) -> trade.changed().size())
            .thenComparing(PackageDraft::total, Comparator.reverseOrder()));
    return new PackageDraft(
        packages,
        options,
        standings,
        broken,
        efficiency,
        trades,
        found instanceof Finding.Bounded<List<Trades.Trade>>(_, var bound, _)
                && efficiency != Efficiency.EFFICIENT
            ? bound
            : null,
        Optional.empty(),
        List.of());
  }

  private static boolean crossesLine(PartyEvaluation standing) {
    return standing.objections().stream().anyMatch(each -> !(each instanceof PartyDemand.Baseline));
  }

  private static long total(Trades.Trade trade) {
    return trade.gains().stream().mapToLong(Long::longValue).sum();
  }

  private static Trades.Trade trade(Problem problem, int[] from, int[] to) {
    List<Integer> changed = new ArrayList<>();
    List<Long> gains = new ArrayList<>();
    for (int point = 0; point < from.length; point++) {
      if (from[point] != to[point]) {
        changed.add(point);
      }
    }
    for (int party = 0; party < problem.parties().size(); party++) {
      gains.add(problem.worth(party, to) - problem.worth(party, from));
    }
    return new Trades.Trade(changed, Arrays.stream(to).boxed().toList(), gains);
  }

  private static PartyEvaluation standing(PackageProblem packages, int index, int[] chosen) {
    Problem problem = packages.problem();
    Problem.Party party = problem.parties().get(index);
    long least = 0;
    long most = 0;
    for (int point = 0; point < chosen.length; point++) {
      List<Long> row = party.worths().get(point);
      least +=
          chosen[point] == OPEN
              ? row.stream().min(Long::compare).orElse(0L)
              : row.get(chosen[point]);
      most +=
          chosen[point] == OPEN
              ? row.stream().max(Long::compare).orElse(0L)
              : row.get(chosen[point]);
    }
    for (JointWorth joint : problem.jointWorths()) {
      if (joint.party() == index) {
        boolean counts = joint.when().stream().allMatch(term -> isMet(term, chosen));
        boolean cannot = joint.when().stream().anyMatch(term -> isMissed(term, chosen));
        least += counts || (!cannot && joint.worth() < 0) ? joint.worth() : 0;
        most += counts || (!cannot && joint.worth() > 0) ? joint.worth() : 0;
      }
    }
    least = party.capped(least);
    most = party.capped(most);
    List<PartyDemand> objections = new ArrayList<>();
    for (PartyDemand demand : PartyDemand.of(problem)) {
      if (demand.party() == index && demand.isRedLine() && demand.isCrossedBy(problem, chosen)) {
        objections.add(demand);
      }
    }
    for (Contingency each : party.contingencies()) {
      if (chosen[each.choice().point()] == each.choice().option()
          && each.allOf().stream().anyMatch(term -> isMissed(term, chosen))) {
        objections.add(new PartyDemand.OnlyIf(index, each));
      }
    }
    Long baseline = party.baseline();
    if (baseline != null && most < baseline) {
      objections.add(new PartyDemand.Baseline(index, baseline));
    }
    return new PartyEvaluation(
        least, most, baseline, objections, ungraded(packages, index, chosen));
  }

  private static int ungraded(PackageProblem packages, int party, int[] chosen) {
    List<PackageProblem.Stake> stakes = packages.seats().get(party).stakes();
    int ungraded = 0;
    for (int point = 0; point < chosen.length; point++) {
      ungraded +=
          chosen[point] == OPEN || stakes.get(point).graded().contains(chosen[point]) ? 0 : 1;
    }
    return ungraded;
  }

  private static boolean isMet(OptionSet term, int[] chosen) {
    return chosen[term.point()] != OPEN && term.options().contains(chosen[term.point()]);
  }

  private static boolean isMissed(OptionSet term, int[] chosen) {
    return chosen[term.point()] != OPEN && !term.options().contains(chosen[term.point()]);
  }

  private static List<PackageProblem.NamedLinkage> broken(PackageProblem packages, int[] chosen) {
    List<PackageProblem.NamedLinkage> broken = new ArrayList<>();
    for (int index = 0; index < packages.problem().linkages().size(); index++) {
      boolean holds =
          switch (packages.problem().linkages().get(index)) {
            case PackageConstraint.Forbidden(_, List<OptionSet> terms) ->
                !terms.stream().allMatch(term -> isMet(term, chosen));
            case PackageConstraint.Implication(_, List<OptionSet> when, List<OptionSet> oneOf) ->
                !when.stream().allMatch(term -> isMet(term, chosen))
                    || !oneOf.stream().allMatch(term -> isMissed(term, chosen));
            case PackageConstraint.Budget budget -> budget.canHold(chosen);
          };
      if (!holds) {
        broken.add(packages.linkages().get(index));
      }
    }
    return broken;
  }

  private static List<Integer> completed(
      PackageProblem packages, int[] chosen, ZoneTable left, Budget budget) {
    ZoneTable.Row best = left.best();
    if (best.isEmpty()) {
      return List.of();
    }
    Problem among = settled(packages.among(best.parties()).problem(), chosen);
    return FairSolutions.find(among, Solution.Kind.NASH, budget).findAnswer().stream()
        .flatMap(solution -> solution.outcomes().stream())
        .findFirst()
        .map(Solution.Outcome::options)
        .orElse(List.of());
  }

  private static Problem settled(Problem problem, int[] chosen) {
    Problem settled = problem;
    for (int point = 0; point < chosen.length; point++) {
      if (chosen[point] != OPEN) {
        settled = settled.withSettled(new Choice(point, chosen[point]));
      }
    }
    return settled;
  }

  /// Whether every point is settled.
  public boolean isWhole() {
    return !options.contains(OPEN);
  }

  /// The fate of a whole package after signature; empty if points are open, or nobody approves.
  public Optional<Ratification.Passage> passage() {
    return isWhole() && !packages.approvals().isEmpty()
        ? Optional.of(
            Ratification.judge(
                packages.approvals(), options.stream().mapToInt(Integer::intValue).toArray()))
        : Optional.empty();
  }

  /// The number of settled points.
  public int settled() {
    return (int) options.stream().filter(option -> option != OPEN).count();
  }

  /// Whether all would sign by the grades on record, no linkage is broken, and every point is
  /// settled.
  public boolean isAcceptable() {
    return isWhole()
        && broken.isEmpty()
        && ungraded() == 0
        && standings.stream().allMatch(PartyEvaluation::accepts);
  }

  /// The number of grades missing for the chosen options, including those of silent signatories.
  public int ungraded() {
    return standings.stream().mapToInt(PartyEvaluation::ungraded).sum()
        + packages.silent().size() * settled();
  }

  /// Every objection of every party.
  public List<PartyDemand> objections() {
    return standings.stream().flatMap(standing -> standing.objections().stream()).toList();
  }

  /// The parties that would sign the settled part, party `i` as bit `i`.
  public int accepting() {
    int parties = 0;
    for (int party = 0; party < standings.size(); party++) {
      parties |= standings.get(party).accepts() ? 1 << party : 0;
    }
    return parties;
  }
}
