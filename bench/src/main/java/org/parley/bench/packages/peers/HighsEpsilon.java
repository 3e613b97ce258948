package org.parley.bench.packages.peers;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.SolveStatus;
import com.google.ortools.modelbuilder.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;

/// The epsilon-constraint method for two parties with joint worths, caps and linkages: two integer
/// programs a vector, solved by HiGHS.
///
/// The worth of the first party is maximised, then that of the second. The least worth asked of the
/// second rises to one more than was found. A joint worth has a variable of its own, no larger than
/// any of its terms. Worths are divided by their common divisor, so that tolerances are far below
/// one. HiGHS calculates in floating point; packages are evaluated exactly.
final class HighsEpsilon {

  private final Problem problem;
  private final long[] units;

  HighsEpsilon(Problem problem) {
    this.problem = problem;
    units = IntStream.range(0, 2).mapToLong(this::unit).toArray();
  }

  private long unit(int party) {
    LongStream all =
        LongStream.concat(
            problem.parties().get(party).worths().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue),
            problem.jointWorths().stream()
                .filter(each -> each.party() == party)
                .mapToLong(JointWorth::worth));
    return Math.max(1, all.map(Math::abs).reduce(0, HighsEpsilon::gcd));
  }

  private static long gcd(long one, long other) {
    return other == 0 ? one : gcd(other, one % other);
  }

  /// The frontier, by falling worth of the first party.
  ///
  /// @param until the moment to stop, in nanoseconds
  /// @return empty if stopped before completion
  Optional<List<List<Long>>> frontier(long until) {
    Loader.loadNativeLibraries();
    List<List<Long>> found = new ArrayList<>();
    double least = Double.NEGATIVE_INFINITY;
    while (System.nanoTime() < until) {
      Optional<int[]> first = solve(0, 1, least);
      if (first.isEmpty()) {
        return Optional.of(found);
      }
      double most = (double) problem.worth(0, first.get()) / (double) units[0];
      int[] options = solve(1, 0, most - 0.5).orElseThrow();
      found.add(List.of(problem.worth(0, options), problem.worth(1, options)));
      least = (double) problem.worth(1, options) / (double) units[1] + 0.5;
    }
    return Optional.empty();
  }

  /// The package that is worth most to one party and at least so much to the other.
  private Optional<int[]> solve(int party, int other, double least) {
    ModelBuilder model = new ModelBuilder();
    List<List<Variable>> choices = new ArrayList<>();
    for (Problem.Point point : problem.points()) {
      List<Variable> row =
          point.options().stream().map(each -> model.newBoolVar(point.id() + each)).toList();
      LinearExprBuilder sum = LinearExpr.newBuilder();
      row.forEach(sum::add);
      model.addEquality(sum, 1);
      choices.add(row);
    }
    problem.linkages().forEach(each -> respect(model, choices, each));
    Variable[] worth = {worth(model, choices, 0), worth(model, choices, 1)};
    if (least > Double.NEGATIVE_INFINITY) {
      model.addGreaterOrEqual(worth[other], least);
    }
    model.maximize(worth[party]);
    ModelSolver solver = new ModelSolver("highs");
    if (solver.solve(model) != SolveStatus.OPTIMAL) {
      return Optional.empty();
    }
    return Optional.of(
        choices.stream()
            .mapToInt(
                row ->
                    IntStream.range(0, row.size())
                        .filter(option -> solver.getValue(row.get(option)) > 0.5)
                        .findFirst()
                        .orElseThrow())
            .toArray());
  }

  private static void respect(
      ModelBuilder model, List<List<Variable>> choices, PackageConstraint linkage) {
    switch (linkage) {
      case PackageConstraint.Budget budget -> {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (PackageConstraint.PointAmounts each : budget.amounts()) {
          for (int option = 0; option < each.byOption().size(); option++) {
            sum.addTerm(choices.get(each.point()).get(option), each.byOption().get(option));
          }
        }
        if (budget.most() != null) {
          model.addLessOrEqual(sum, budget.most());
        }
        if (budget.least() != null) {
          model.addGreaterOrEqual(sum, budget.least());
        }
      }
      case PackageConstraint.Forbidden(_, List<OptionSet> together) ->
          model.addLessOrEqual(sum(choices, together, 1), together.size() - 1);
      case PackageConstraint.Implication(_, List<OptionSet> when, List<OptionSet> oneOf) -> {
        LinearExprBuilder both = sum(choices, when, 1);
        both.add(sum(choices, oneOf, -1));
        model.addLessOrEqual(both, when.size() - 1);
      }
    }
  }

  private static LinearExprBuilder sum(
      List<List<Variable>> choices, List<OptionSet> terms, double factor) {
    LinearExprBuilder sum = LinearExpr.newBuilder();
    for (OptionSet term : terms) {
      term.options().forEach(each -> sum.addTerm(choices.get(term.point()).get(each), factor));
    }
    return sum;
  }

  private Variable worth(ModelBuilder model, List<List<Variable>> choices, int party) {
    Problem.Party one = problem.parties().get(party);
    double scale = (double) units[party];
    LinearExprBuilder sum = LinearExpr.newBuilder();
    for (int point = 0; point < choices.size(); point++) {
      for (int option = 0; option < choices.get(point).size(); option++) {
        sum.addTerm(
            choices.get(point).get(option), (double) one.worths().get(point).get(option) / scale);
      }
    }
    for (JointWorth each : problem.jointWorths()) {
      if (each.party() == party) {
        sum.addTerm(joint(model, choices, each), (double) each.worth() / scale);
      }
    }
    Long cap = one.cap();
    Variable worth =
        model.newNumVar(
            Double.NEGATIVE_INFINITY,
            cap == null ? Double.POSITIVE_INFINITY : (double) cap / scale,
            "worth" + party);
    model.addLessOrEqual(worth, sum);
    return worth;
  }

  /// One if all terms hold: no more than any of them, and no less than they leave room for.
  private static Variable joint(
      ModelBuilder model, List<List<Variable>> choices, JointWorth joint) {
    Variable all = model.newBoolVar("joint");
    LinearExprBuilder together = LinearExpr.newBuilder();
    for (OptionSet term : joint.when()) {
      LinearExprBuilder inside = LinearExpr.newBuilder();
      for (int option : term.options()) {
        inside.add(choices.get(term.point()).get(option));
        together.add(choices.get(term.point()).get(option));
      }
      model.addLessOrEqual(all, inside);
    }
    if (joint.worth() < 0) {
      together.addTerm(all, -1);
      model.addLessOrEqual(together, joint.when().size() - 1);
    }
    return all;
  }
}
