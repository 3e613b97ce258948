package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.cases.PackageImprovement.ProvedImprovement;
import org.parley.bargain.frontier.FairImprovement;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;

/// The search behind [PackageImprovement]: the settled points of a package among its parties.
///
/// A number is the band of its value. All values of a band have the same worth to every party, so
/// the value counts exactly.
final class ImprovedPackage {

  private final PackageProblem round;
  private final Set<OptionId> open;
  private final List<TabledProvision> terms = new ArrayList<>();
  private final List<Integer> points = new ArrayList<>();
  private final List<Integer> options = new ArrayList<>();

  private ImprovedPackage(PackageProblem round, Set<OptionId> open) {
    this.round = round;
    this.open = open;
  }

  static PackageImprovement of(
      PackageProblem packages,
      List<PartyId> parties,
      List<TabledProvision> table,
      Set<OptionId> open,
      Round.Improving rule,
      Budget budget) {
    int among = 0;
    for (PartyId each : parties) {
      int seat = packages.indexOf(each);
      if (seat < 0) {
        return new PackageImprovement.Undecided();
      }
      among |= 1 << seat;
    }
    ImprovedPackage improved = new ImprovedPackage(packages.among(among), open);
    return improved
        .settled(table)
        .flatMap(problem -> improved.find(problem, kind(rule), budget))
        .orElseGet(PackageImprovement.Undecided::new);
  }

  private static Solution.Kind kind(Round.Improving rule) {
    return switch (rule) {
      case LEXIMIN -> Solution.Kind.LEXIMIN;
      case NASH -> Solution.Kind.NASH;
      case UTILITARIAN -> Solution.Kind.UTILITARIAN;
    };
  }

  /// The problem on the settled points. Empty if a term is no option of its point, a party is
  /// silent on all, or the rest is tied to them.
  private Optional<Problem> settled(List<TabledProvision> table) {
    for (TabledProvision each : table) {
      int point = round.indexOf(each.point());
      if (point < 0 || (each.option() == null && each.value() == null)) {
        continue;
      }
      int option = optionOf(round.matters().get(point), each);
      if (option < 0) {
        return Optional.empty();
      }
      terms.add(each);
      points.add(point);
      options.add(option);
    }
    return points.isEmpty() || !allSaidSomething()
        ? Optional.empty()
        : UntiedPoints.of(round.problem(), points).map(this::known);
  }

  private boolean allSaidSomething() {
    return round.seats().stream()
        .allMatch(
            seat ->
                points.stream()
                    .anyMatch(each -> seat.stakes().get(each).how() != PackageProblem.How.SILENT));
  }

  private static int optionOf(PackageProblem.Matter matter, TabledProvision term) {
    ValueBands bands = matter.bands();
    Amount value = term.value();
    OptionId option = term.option();
    if (bands != null) {
      return value == null ? -1 : bands.find(value.said());
    }
    return option == null ? -1 : matter.options().indexOf(option);
  }

  /// The part without options that some may not know, and without baselines.
  private Problem known(Problem part) {
    List<PackageConstraint> linkages = new ArrayList<>(part.linkages());
    for (int at = 0; at < points.size(); at++) {
      PackageProblem.Matter matter = round.matters().get(points.get(at));
      Set<Integer> hidden = hidden(matter);
      if (!hidden.isEmpty()) {
        linkages.add(
            new PackageConstraint.Forbidden(
                "unknown: " + matter.point(), List.of(new OptionSet(at, hidden))));
      }
    }
    return new Problem(
        part.parties().stream().map(each -> each.withBaseline(null)).toList(),
        part.points(),
        linkages,
        part.jointWorths(),
        SigningRule.all(part.parties().size()));
  }

  /// A value of a number is known to all who know the point.
  private Set<Integer> hidden(PackageProblem.Matter matter) {
    Set<Integer> hidden = new TreeSet<>();
    for (int option = 0; matter.bands() == null && option < matter.options().size(); option++) {
      if (!open.contains(matter.options().get(option))) {
        hidden.add(option);
      }
    }
    return hidden;
  }

  private Optional<PackageImprovement> find(Problem problem, Solution.Kind rule, Budget budget) {
    int[] table = options.stream().mapToInt(Integer::intValue).toArray();
    boolean stands =
        problem.allows(table) && problem.parties().stream().allMatch(each -> each.tolerates(table));
    if (!stands
        || !(FairImprovement.find(problem, table, rule, budget)
            instanceof Finding.Proved<Solution> found)
        || found.answer().outcomes().isEmpty()) {
      return Optional.empty();
    }
    Solution.Outcome best = found.answer().outcomes().getFirst();
    ProvedImprovement proof = new ProvedImprovement(problem, options, rule, found);
    boolean isBetter = !best.worths().equals(Arrays.stream(problem.worths(table)).boxed().toList());
    return Optional.of(
        isBetter
            ? new PackageImprovement.Better(proof, named(best))
            : new PackageImprovement.Efficient(proof));
  }

  private List<TabledProvision> named(Solution.Outcome best) {
    List<TabledProvision> named = new ArrayList<>();
    for (int at = 0; at < terms.size(); at++) {
      int option = best.options().get(at);
      TabledProvision before = terms.get(at);
      named.add(option == options.get(at) ? before : term(before, at, option));
    }
    return named;
  }

  private TabledProvision term(TabledProvision before, int at, int option) {
    PackageProblem.Matter matter = round.matters().get(points.get(at));
    ValueBands bands = matter.bands();
    return bands == null
        ? new TabledProvision(before.point(), matter.options().get(option), null, null)
        : new TabledProvision(before.point(), null, bands.least(option), null);
  }
}
