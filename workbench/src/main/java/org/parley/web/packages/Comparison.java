package org.parley.web.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.bargain.Problem;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.FairSolutions;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Budget;
import org.parley.web.view.Say;
import org.parley.wording.Messages;
import org.parley.wording.PackageWording;

/// Packages side by side, point by point.
///
/// @param columns the packages, at most [#MOST] besides drafts
/// @param same the points with equal choices
/// @param differing the points with different choices
public record Comparison(List<Column> columns, List<Integer> same, List<Integer> differing) {

  /// How many packages are set side by side unasked.
  public static final int MOST = 4;

  /// One package.
  ///
  /// @param why why it is here
  /// @param options the option of each point
  /// @param worths by party
  /// @param crossed the demands it crosses
  public record Column(
      List<Provenance> why, List<Integer> options, List<Long> worths, List<PartyDemand> crossed) {
    public Column {
      why = List.copyOf(why);
      options = List.copyOf(options);
      worths = List.copyOf(worths);
      crossed = List.copyOf(crossed);
    }

    /// Why it is here, in words.
    public String title(PackageWording words) {
      return Messages.listed(
          why.stream()
              .map(
                  each ->
                      switch (each) {
                        case Provenance.Rule(Solution.Kind kind) -> PackageWording.ruleName(kind);
                        case Provenance.IfGivenUp(List<PartyDemand> demands) ->
                            words.ifGivenUp(demands);
                        case Provenance.ByHand(Hand how) ->
                            Say.text("packages.page.by-hand", "how", how);
                      })
              .toList());
    }
  }

  /// The reason why a package is in the comparison.
  public sealed interface Provenance {

    /// A rule of fair division picks it.
    record Rule(Solution.Kind kind) implements Provenance {}

    /// It would be acceptable if these were given up.
    record IfGivenUp(List<PartyDemand> demands) implements Provenance {
      public IfGivenUp {
        demands = List.copyOf(demands);
      }
    }

    /// A draft or kept package.
    record ByHand(Hand how) implements Provenance {}
  }

  /// How a package was put together by hand.
  public enum Hand {
    /// It is the one being put together.
    BUILT,
    /// Kept for comparison.
    KEPT
  }

  public Comparison {
    columns = List.copyOf(columns);
    same = List.copyOf(same);
    differing = List.copyOf(differing);
  }

  /// If some package is acceptable to all: the selections of the rules of fair division. Else, for
  /// each least way out, the Nash solution among the packages it opens.
  static Comparison of(PackageProblem packages, Overview overview, Budget budget) {
    Map<List<Integer>, List<Provenance>> picked = new LinkedHashMap<>();
    if (!overview.table().everyone().isEmpty()) {
      for (Overview.Fair fair : overview.solutions()) {
        fair.finding().findAnswer().stream()
            .flatMap(solution -> solution.outcomes().stream().limit(1))
            .forEach(
                outcome ->
                    picked
                        .computeIfAbsent(outcome.options(), _ -> new ArrayList<>())
                        .add(new Provenance.Rule(fair.kind())));
      }
    } else {
      for (Clashes.Way way : ways(overview)) {
        List<PartyDemand> kept = new ArrayList<>(PartyDemand.of(packages.problem()));
        kept.removeAll(way.giveUp());
        Problem eased = PartyDemand.keeping(packages.problem(), kept);
        FairSolutions.find(eased, Solution.Kind.NASH, budget).findAnswer().stream()
            .flatMap(solution -> solution.outcomes().stream().limit(1))
            .forEach(
                outcome ->
                    picked
                        .computeIfAbsent(outcome.options(), _ -> new ArrayList<>())
                        .add(new Provenance.IfGivenUp(way.giveUp())));
      }
    }
    List<Column> columns = new ArrayList<>();
    picked.forEach((options, why) -> columns.add(column(packages, options, why)));
    return of(columns.subList(0, Math.min(MOST, columns.size())), packages.matters().size());
  }

  private static List<Clashes.Way> ways(Overview overview) {
    return overview
        .clashes()
        .flatMap(finding -> finding.findAnswer())
        .map(found -> found.waysInOrder().stream().limit(MOST).toList())
        .orElse(List.of());
  }

  /// The same with packages set before the others; one that is there already is not shown twice.
  Comparison with(List<Column> first, int points) {
    List<Column> all = new ArrayList<>(first);
    for (Column column : columns) {
      if (first.stream().noneMatch(each -> each.options().equals(column.options()))) {
        all.add(column);
      }
    }
    return first.isEmpty() ? this : of(all, points);
  }

  /// The column of a draft or kept package.
  static Column column(PackageProblem packages, List<Integer> options, Hand how) {
    return column(packages, options, List.of(new Provenance.ByHand(how)));
  }

  private static Column column(
      PackageProblem packages, List<Integer> options, List<Provenance> why) {
    int[] array = options.stream().mapToInt(Integer::intValue).toArray();
    List<Long> worths = new ArrayList<>();
    for (long worth : packages.problem().worths(array)) {
      worths.add(worth);
    }
    return new Column(why, options, worths, Bridges.crossedBy(packages.problem(), array));
  }

  private static Comparison of(List<Column> columns, int points) {
    List<Integer> same = new ArrayList<>();
    List<Integer> differing = new ArrayList<>();
    for (int point = 0; point < points; point++) {
      int at = point;
      boolean alike =
          columns.stream().map(column -> column.options().get(at)).distinct().count() < 2;
      (alike ? same : differing).add(point);
    }
    return new Comparison(columns, same, differing);
  }
}
