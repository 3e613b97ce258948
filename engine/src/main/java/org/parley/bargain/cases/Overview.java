package org.parley.bargain.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.FairSolutions;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.zone.CountEstimate;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.bargain.zone.Zone;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;

/// The first look at a problem: which packages could be signed.
///
/// Option shares, fair divisions and the frontier are for [#looked]: all parties if they accept
/// some package together, else the largest set that does.
///
/// @param packages the problem
/// @param table the number of packages each set of parties accepts
/// @param clashes minimal conflicts; empty if some package is acceptable to all
/// @param looked the problem restricted to `parties`
/// @param parties the parties evaluated, party `i` of the problem as bit `i`
/// @param zone the packages they accept
/// @param shares the share of each option in the zone, by point and option; empty if they were not
///   counted, or there are none
/// @param sample estimates from random packages, if the zone was not counted
/// @param frontier the efficient frontier
/// @param solutions the selection of each rule of fair division
/// @param ratification which packages pass the approvals after signature
/// @param ground the common ground of all parties; empty if none accept a package together
public record Overview(
    PackageProblem packages,
    ZoneTable table,
    Optional<Finding<Clashes>> clashes,
    PackageProblem looked,
    int parties,
    Finding<Zone> zone,
    Optional<List<List<Rational>>> shares,
    Optional<Sample> sample,
    Finding<Frontier> frontier,
    List<Fair> solutions,
    Ratification ratification,
    Optional<CommonGround> ground) {

  /// The selection of a rule of fair division.
  public record Fair(Solution.Kind kind, Finding<Solution> finding) {}

  /// Estimates from random packages if they could not be counted, with intervals.
  ///
  /// @param count the estimated number of packages
  /// @param shares the share of each option, by point and option
  public record Sample(CountEstimate count, List<List<WilsonEstimate>> shares) {

    private static final int DRAWS = 50_000;
    private static final int PACKAGES = 1_000;
    private static final int TRIES = 500_000;

    static Sample of(Zone zone, Budget budget) {
      return new Sample(
          zone.count(1, DRAWS, budget.withSteps(DRAWS)),
          Arrays.stream(zone.sampledShares(2, PACKAGES, budget.withSteps(TRIES)))
              .map(List::of)
              .toList());
    }
  }

  /// A first look. The stop signal of the budget ends each part with the results so far.
  public static Overview of(PackageProblem packages, Budget budget) {
    return of(packages, ZoneTable.of(packages.problem(), budget), budget, budget);
  }

  /// As [#of(PackageProblem, Budget)], with the packages counted already.
  ///
  /// @param forFrontier the budget of the frontier
  public static Overview of(
      PackageProblem packages, ZoneTable table, Budget budget, Budget forFrontier) {
    boolean empty = table.everyone().isEmpty();
    Optional<Finding<Clashes>> clashes =
        empty && PartyDemand.of(packages.problem()).size() <= Bridges.MOST_DEMANDS
            ? Optional.of(Bridges.find(packages.problem(), budget))
            : Optional.empty();
    int parties = table.best().parties();
    PackageProblem looked = packages.among(parties);
    int all = looked.problem().everyone();
    FairSolutions fair = new FairSolutions(looked.problem(), budget, forFrontier);
    // Fast searches first; counting may use up the remaining time.
    List<Fair> solutions =
        table.best().isEmpty()
            ? List.of()
            : List.of(Solution.Kind.values()).stream()
                .map(kind -> new Fair(kind, fair.find(kind)))
                .toList();
    Ratification ratification = Ratification.of(packages, budget);
    Optional<CommonGround> ground =
        empty ? Optional.empty() : CommonGround.of(packages.problem(), budget);
    Finding<Frontier> frontier = fair.frontier();
    Finding<Zone> zone = ZoneTable.zone(looked.problem(), all, budget);
    // Sampling first: exact shares of a wide zone may use up the remaining time.
    Optional<Sample> sample =
        zone.findAnswer().filter(Zone::isWide).map(wide -> Sample.of(wide, budget));
    Optional<List<List<Rational>>> shares =
        zone.findAnswer()
            .flatMap(found -> found.shares(budget))
            .map(found -> Arrays.stream(found).map(List::of).toList());
    return new Overview(
        packages,
        // A zone of all packages bounds the distinct ones only where no options are alike.
        zone.findAnswer()
            .filter(_ -> DistinctOutcomes.of(looked.problem()).equals(looked.problem()))
            .map(found -> table.with(parties, found))
            .orElse(table),
        clashes,
        looked,
        parties,
        zone,
        shares,
        shares.isPresent() ? Optional.empty() : sample,
        frontier,
        solutions,
        ratification,
        ground);
  }

  /// The summary.
  public PackageSummary summary() {
    return PackageSummary.of(
        packages, table, clashes.flatMap(Finding::findAnswer).orElse(null), ground);
  }

  /// Whether every part is proved.
  public boolean isProved() {
    return table.isExact()
        && !(frontier instanceof Finding.Bounded)
        && clashes.stream().noneMatch(each -> each instanceof Finding.Bounded)
        && solutions.stream().noneMatch(each -> each.finding() instanceof Finding.Bounded);
  }
}
