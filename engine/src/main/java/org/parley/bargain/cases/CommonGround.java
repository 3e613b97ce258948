package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.bargain.Choice;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.bargain.solve.AnyPackage;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// The common ground of parties that accept some package together.
///
/// @param common the options that every package they all accept takes, on points where there is
///   another
/// @param dividing the points on which several options are left, and two parties order two of them
///   differently
/// @param left by point that a number settles, the values left, where some are excluded
public record CommonGround(
    List<Choice> common, List<Integer> dividing, Map<Integer, OptionSet> left) {

  /// The steps a search for one option may take.
  private static final long STEPS = 200_000;

  public CommonGround {
    common = List.copyOf(common);
    dividing = List.copyOf(dividing);
    left = Map.copyOf(left);
  }

  /// A ground without numbers.
  public CommonGround(List<Choice> common, List<Integer> dividing) {
    this(common, dividing, Map.of());
  }

  /// The common ground of all parties of a problem; empty if it was not found in time. Cost: one
  /// search for a package for each option.
  static Optional<CommonGround> of(Problem problem, Budget budget) {
    List<Choice> common = new ArrayList<>();
    List<Integer> dividing = new ArrayList<>();
    Map<Integer, OptionSet> left = new TreeMap<>();
    for (int point = 0; point < problem.points().size(); point++) {
      int options = problem.points().get(point).options().size();
      List<Integer> live = new ArrayList<>();
      for (int option = 0; option < options; option++) {
        Meter meter = new Meter(budget.withSteps(Math.min(budget.steps(), STEPS)));
        boolean open =
            AnyPackage.find(
                    problem.withSettled(new Choice(point, option)), problem.everyone(), meter)
                .isPresent();
        if (meter.stopped() && !open) {
          return Optional.empty();
        }
        if (open) {
          live.add(option);
        }
      }
      if (problem.points().get(point).isOrdered() && live.size() < options && !live.isEmpty()) {
        left.put(point, new OptionSet(point, new TreeSet<>(live)));
      }
      if (live.size() == 1 && options > 1) {
        common.add(new Choice(point, live.getFirst()));
      } else if (divides(problem, point, live)) {
        dividing.add(point);
      }
    }
    return Optional.of(new CommonGround(common, dividing, left));
  }

  private static boolean divides(Problem problem, int point, List<Integer> live) {
    for (int one : live) {
      for (int other : live) {
        boolean gains = false;
        boolean loses = false;
        for (Problem.Party party : problem.parties()) {
          int order =
              party.worths().get(point).get(one).compareTo(party.worths().get(point).get(other));
          gains |= order > 0;
          loses |= order < 0;
        }
        if (gains && loses) {
          return true;
        }
      }
    }
    return false;
  }
}
