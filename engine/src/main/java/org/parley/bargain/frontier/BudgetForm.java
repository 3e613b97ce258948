package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;

/// A problem whose only linkages are budgets with one bound, as a problem without linkages.
///
/// Each budget is a party to which more of the amount left is worth more. Points that give least
/// for what they take come first, which was measured to be faster. Those that no budget ties come
/// last.
///
/// @param problem the problem with a party for each budget, after all others
/// @param parties the parties that have to accept and the budgets, party `i` as bit `i`
/// @param order by point of this problem, the point of the original one
/// @param budgets the number of budgets
/// @param steps about how many steps the layered graph of the original problem has
record BudgetForm(Problem problem, int parties, List<Integer> order, int budgets, double steps) {

  /// The form of a problem.
  ///
  /// @return null if it is of another kind
  static @Nullable BudgetForm of(Problem problem, int parties) {
    List<PackageConstraint.Budget> budgets = new ArrayList<>();
    for (PackageConstraint each : problem.constraints(parties)) {
      if (!(each instanceof PackageConstraint.Budget budget)
          || (budget.least() == null) == (budget.most() == null)) {
        return null;
      }
      budgets.add(budget);
    }
    if (budgets.isEmpty()
        || problem.isCapped()
        || !problem.jointWorths().isEmpty()
        || problem.parties().size() + budgets.size() > Problem.MOST_PARTIES) {
      return null;
    }
    return of(problem, parties, budgets);
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

  private static BudgetForm of(
      Problem problem, int parties, List<PackageConstraint.Budget> budgets) {
    List<Problem.Party> all = new ArrayList<>(problem.parties());
    int signers = parties;
    for (PackageConstraint.Budget each : budgets) {
      signers |= 1 << all.size();
      all.add(party(each, problem));
    }
    List<Integer> order =
        IntStream.range(0, problem.points().size())
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer point) -> gain(problem, parties, budgets, point)))
            .toList();
    List<Problem.Party> ordered = all.stream().map(each -> ordered(each, order)).toList();
    return new BudgetForm(
        Problem.of(ordered, order.stream().map(problem.points()::get).toList()),
        signers,
        order,
        budgets.size(),
        steps(problem, budgets));
  }

  /// A budget as a party: an amount less is worth more, or an amount more if the bound is below.
  private static Problem.Party party(PackageConstraint.Budget budget, Problem problem) {
    int sign = budget.most() == null ? 1 : -1;
    Long bound = budget.most() == null ? budget.least() : budget.most();
    List<List<Long>> worths = new ArrayList<>();
    for (Problem.Point point : problem.points()) {
      worths.add(Collections.nCopies(point.options().size(), 0L));
    }
    for (PackageConstraint.PointAmounts each : budget.amounts()) {
      worths.set(each.point(), each.byOption().stream().map(amount -> sign * amount).toList());
    }
    return new Problem.Party(
        budget.id(), worths, Set.of(), bound == null ? null : (Long) (sign * bound));
  }

  private static Problem.Party ordered(Problem.Party party, List<Integer> order) {
    Set<Choice> redLines = new java.util.TreeSet<>();
    for (int at = 0; at < order.size(); at++) {
      for (Choice each : party.redLines()) {
        if (each.point() == order.get(at)) {
          redLines.add(new Choice(at, each.option()));
        }
      }
    }
    return new Problem.Party(
        party.id(), order.stream().map(party.worths()::get).toList(), redLines, party.baseline());
  }

  /// The share that a point can give for the share that it can take; infinite if it takes nothing.
  private static double gain(
      Problem problem, int parties, List<PackageConstraint.Budget> budgets, int point) {
    double takes = 0;
    for (PackageConstraint.Budget each : budgets) {
      double all = 0;
      double here = 0;
      for (PackageConstraint.PointAmounts at : each.amounts()) {
        double spread = (double) at.most() - at.least();
        all += spread;
        here += at.point() == point ? spread : 0;
      }
      takes += here / Math.max(1, all);
    }
    double gives = 0;
    for (int party = 0; party < problem.parties().size(); party++) {
      if (((parties >> party) & 1) == 1) {
        List<List<Long>> worths = problem.parties().get(party).worths();
        double all = worths.stream().mapToDouble(BudgetForm::spread).sum();
        gives += spread(worths.get(point)) / Math.max(1, all);
      }
    }
    return takes == 0 ? Double.POSITIVE_INFINITY : gives / takes;
  }

  private static double spread(List<Long> row) {
    return (double) Collections.max(row) - Collections.min(row);
  }

  /// The options of a package, by point of the original problem.
  List<Integer> original(int[] options) {
    Integer[] original = new Integer[options.length];
    for (int at = 0; at < options.length; at++) {
      original[order.get(at)] = options[at];
    }
    return List.of(original);
  }
}
