package org.parley.bargain.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;

/// A problem with budgets as a problem without them: each bound of a budget is a party.
///
/// To it, more of the amount left is worth more, and its baseline is the bound. So the packages
/// that keep the budgets are those that these parties accept. Contingencies stay with their
/// parties.
///
/// @param problem the problem with a party for each bound, after all others
/// @param parties the parties that have to accept and the bounds, party `i` as bit `i`
/// @param budgets the bounds, in the order of their parties
/// @param hasTwoSided whether a budget has two bounds, so that its sums count for two parties
/// @param steps about how many steps the layered graph of the original problem has
public record BudgetParties(
    Problem problem,
    int parties,
    List<PackageConstraint.Budget> budgets,
    boolean hasTwoSided,
    double steps) {

  /// With fewer steps, sums are better told apart in the layered graph.
  private static final double FEWEST_STEPS = 20_000;

  public BudgetParties {
    budgets = List.copyOf(budgets);
  }

  /// The form of a problem.
  ///
  /// @return null if it has no budgets, or caps, or its sums are too large
  public static @Nullable BudgetParties of(Problem problem, int parties) {
    List<PackageConstraint.Budget> budgets = new ArrayList<>();
    List<PackageConstraint> others = new ArrayList<>();
    for (PackageConstraint each : problem.linkages()) {
      if (each instanceof PackageConstraint.Budget budget) {
        budgets.add(budget);
      } else {
        others.add(each);
      }
    }
    List<PackageConstraint.Budget> bounds =
        budgets.stream().flatMap(each -> bounds(each).stream()).toList();
    if (budgets.isEmpty()
        || problem.isCapped()
        || problem.parties().size() + bounds.size() > Problem.MOST_PARTIES) {
      return null;
    }
    try {
      boolean hasTwoSided = bounds.size() > budgets.size();
      return of(problem, parties, bounds, others, hasTwoSided, steps(problem, budgets));
    } catch (InvalidProblemException _) {
      return null;
    }
  }

  /// Whether sums are so many that the layered graph should not tell them apart.
  public boolean isWide() {
    return steps >= FEWEST_STEPS;
  }

  /// A problem in this form in which only the bounds have a baseline.
  public Problem withBoundsAlone(Problem form) {
    int others = form.parties().size() - budgets.size();
    List<Problem.Party> parties = new ArrayList<>(form.parties());
    parties.subList(0, others).replaceAll(each -> each.withBaseline(null));
    return form.withParties(parties);
  }

  /// A budget for each of its bounds.
  private static List<PackageConstraint.Budget> bounds(PackageConstraint.Budget budget) {
    List<PackageConstraint.Budget> bounds = new ArrayList<>();
    if (budget.most() != null) {
      bounds.add(new PackageConstraint.Budget(budget.id(), budget.amounts(), null, budget.most()));
    }
    if (budget.least() != null) {
      bounds.add(new PackageConstraint.Budget(budget.id(), budget.amounts(), budget.least(), null));
    }
    return bounds;
  }

  /// About how many steps the layered graph has: an option of each reachable sum.
  private static double steps(Problem problem, List<PackageConstraint.Budget> budgets) {
    double sums = 1;
    for (PackageConstraint.Budget each : budgets) {
      double spread =
          each.amounts().stream().mapToDouble(at -> (double) at.most() - at.least()).sum();
      sums *= spread + 1;
    }
    double packages = 1;
    double steps = 0;
    for (Problem.Point point : problem.points()) {
      steps += Math.min(packages, sums) * point.options().size();
      packages *= point.options().size();
    }
    return steps;
  }

  private static BudgetParties of(
      Problem problem,
      int parties,
      List<PackageConstraint.Budget> budgets,
      List<PackageConstraint> others,
      boolean hasTwoSided,
      double steps) {
    List<Problem.Party> all = new ArrayList<>(problem.parties());
    int signers = parties;
    for (PackageConstraint.Budget each : budgets) {
      signers |= 1 << all.size();
      all.add(party(unused(all), each, problem));
    }
    Problem form =
        new Problem(
            all, problem.points(), others, problem.jointWorths(), SigningRule.all(all.size()));
    return new BudgetParties(form, signers, budgets, hasTwoSided, steps);
  }

  private static String unused(List<Problem.Party> parties) {
    String id = "bound " + parties.size();
    while (isTaken(id, parties)) {
      id += "'";
    }
    return id;
  }

  private static boolean isTaken(String id, List<Problem.Party> parties) {
    return parties.stream().anyMatch(each -> each.id().equals(id));
  }

  /// A budget as a party: an amount less is worth more, or an amount more if the bound is below.
  private static Problem.Party party(String id, PackageConstraint.Budget budget, Problem problem) {
    int sign = budget.most() == null ? 1 : -1;
    Long bound = budget.most() == null ? budget.least() : budget.most();
    List<List<Long>> worths = new ArrayList<>();
    for (Problem.Point point : problem.points()) {
      worths.add(Collections.nCopies(point.options().size(), 0L));
    }
    for (PackageConstraint.PointAmounts each : budget.amounts()) {
      worths.set(each.point(), each.byOption().stream().map(amount -> sign * amount).toList());
    }
    return new Problem.Party(id, worths, Set.of(), bound == null ? null : (Long) (sign * bound));
  }
}
