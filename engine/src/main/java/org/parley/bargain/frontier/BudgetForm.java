package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.graph.BudgetParties;
import org.parley.bargain.graph.Condition;
import org.parley.bargain.graph.Layers;

/// A problem with budgets as a problem without them.
///
/// Each bound of a budget is a party ([BudgetParties]). Points that give least for what they take
/// come first, which was measured to be faster. Those that no budget ties come last. Other linkages
/// and joint worths stay; contingencies become linkages.
///
/// @param problem the problem with a party for each bound, after all others
/// @param parties the parties that have to accept and the bounds, party `i` as bit `i`
/// @param order by point of this problem, the point of the original one
/// @param budgets the number of bounds
/// @param isWide whether sums are so many that the layered graph should not tell them apart
record BudgetForm(Problem problem, int parties, List<Integer> order, int budgets, boolean isWide) {

  /// The form of a problem.
  ///
  /// @return null if it has no budgets, or caps, or its sums are too large
  static @Nullable BudgetForm of(Problem problem, int parties) {
    BudgetParties form = BudgetParties.of(problem, parties);
    return form == null ? null : of(problem, parties, form);
  }

  private static BudgetForm of(Problem problem, int parties, BudgetParties form) {
    List<PackageConstraint> others =
        problem.constraints(parties).stream()
            .filter(each -> !(each instanceof PackageConstraint.Budget))
            .toList();
    List<Integer> order =
        IntStream.range(0, problem.points().size())
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer point) -> gain(problem, parties, form.budgets(), point)))
            .toList();
    List<Problem.Party> ordered =
        form.problem().parties().stream().map(each -> ordered(each, order)).toList();
    Problem reordered =
        new Problem(
            ordered,
            order.stream().map(problem.points()::get).toList(),
            others.stream().map(each -> ordered(each, order)).toList(),
            problem.jointWorths().stream()
                .map(
                    each -> new JointWorth(each.party(), ordered(each.when(), order), each.worth()))
                .toList(),
            SigningRule.all(ordered.size()));
    return new BudgetForm(reordered, form.parties(), order, form.budgets().size(), form.isWide());
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

  private static List<OptionSet> ordered(List<OptionSet> terms, List<Integer> order) {
    return terms.stream()
        .map(each -> new OptionSet(order.indexOf(each.point()), each.options()))
        .toList();
  }

  private static PackageConstraint ordered(PackageConstraint other, List<Integer> order) {
    return switch (other) {
      case PackageConstraint.Forbidden(String id, List<OptionSet> together) ->
          new PackageConstraint.Forbidden(id, ordered(together, order));
      case PackageConstraint.Implication(String id, List<OptionSet> when, List<OptionSet> oneOf) ->
          new PackageConstraint.Implication(id, ordered(when, order), ordered(oneOf, order));
      case PackageConstraint.Budget budget -> budget;
    };
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

  /// By layer, by option that no red line or lone term closes, what it adds to each signer and
  /// bound at most. A gain of several points counts at the last of them, and a loss not at all.
  long[][][] adds(Layers layers) {
    List<Condition> conditions = Condition.of(problem, parties);
    int[] positionOf = new int[layers.size()];
    for (int at = 0; at < positionOf.length; at++) {
      positionOf[layers.layers.get(at).point()] = at;
    }
    long[][][] adds = new long[layers.size()][][];
    for (int at = 0; at < adds.length; at++) {
      int point = layers.layers.get(at).point();
      int layer = at;
      List<Condition> last =
          conditions.stream().filter(each -> each.lastPoint(positionOf) == layer).toList();
      adds[at] =
          IntStream.range(0, problem.points().get(point).options().size())
              .filter(option -> isOpen(layers.signers, last, point, option))
              .mapToObj(option -> adds(layers.signers, last, point, option))
              .toArray(long[][]::new);
    }
    return adds;
  }

  private boolean isOpen(int[] signers, List<Condition> last, int point, int option) {
    return Arrays.stream(signers)
            .noneMatch(
                each -> problem.parties().get(each).redLines().contains(new Choice(point, option)))
        && last.stream()
            .noneMatch(
                each -> each.forbids() && each.terms().size() == 1 && each.allows(point, option));
  }

  private long[] adds(int[] signers, List<Condition> last, int point, int option) {
    long[] adds = new long[signers.length];
    for (int at = 0; at < adds.length; at++) {
      int party = signers[at];
      adds[at] = problem.parties().get(party).worths().get(point).get(option);
      for (Condition each : last) {
        if (each.party() == party
            && each.allows(point, option)
            && (each.worth() > 0 || each.terms().size() == 1)) {
          adds[at] += each.worth();
        }
      }
    }
    return adds;
  }
}
