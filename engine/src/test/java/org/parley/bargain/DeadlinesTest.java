package org.parley.bargain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Trades;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.pivot.Pivots;
import org.parley.bargain.solve.AnyPackage;
import org.parley.bargain.solve.Improvement;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

/// Whoever is told to stop asks only a few times more, and says what is known by then.
class DeadlinesTest {

  /// How often a question may ask whether to stop once it was told to. Between two times lie at
  /// most some thousand steps.
  private static final int FEW = 500;

  private static final class Trip implements BooleanSupplier {
    private final int after;
    private int asked;

    Trip(int after) {
      this.after = after;
    }

    @Override
    public boolean getAsBoolean() {
      return ++asked > after;
    }

    void assertEndedSoon(String what) {
      assertTrue(asked <= after + FEW, what + " asked " + (asked - after) + " times more");
    }
  }

  /// More points than can be gone through in any way but point by point.
  private static Problem longOne() {
    return RandomProblems.withBaselines(
        RandomProblems.of(RandomProblems.Kind.U, 4, 1000, 5, 1), 50);
  }

  /// Points so intertwined that they cannot be laid out.
  private static Problem intertwined(boolean joint) {
    Problem plain =
        RandomProblems.withBaselines(RandomProblems.of(RandomProblems.Kind.U, 4, 40, 5, 1), 40);
    Random random = new Random(7);
    List<PackageConstraint> linkages = new ArrayList<>();
    List<JointWorth> joints = new ArrayList<>();
    for (int tie = 0; tie < 150; tie++) {
      int one = random.nextInt(40);
      int other = (one + 1 + random.nextInt(39)) % 40;
      List<OptionSet> terms =
          List.of(OptionSet.of(one, random.nextInt(5)), OptionSet.of(other, random.nextInt(5)));
      if (joint) {
        joints.add(new JointWorth(random.nextInt(4), terms, random.nextInt(101) - 50L));
      } else {
        linkages.add(new PackageConstraint.Forbidden("f" + tie, terms));
      }
    }
    return new Problem(plain.parties(), plain.points(), linkages, joints, plain.signing());
  }

  private static Map<String, Function<Budget, Finding<?>>> questions(Problem problem) {
    Map<String, Function<Budget, Finding<?>>> all = new LinkedHashMap<>();
    all.put("zone", budget -> Zones.find(problem, problem.everyone(), budget));
    all.put("sets of parties", budget -> Zones.bySigners(problem, budget));
    all.put("frontier", budget -> Frontiers.find(problem, budget));
    for (Solution.Kind kind : Solution.Kind.values()) {
      all.put(kind.name(), budget -> Solutions.find(problem, kind, budget));
    }
    all.put("best", budget -> Solutions.best(problem, 0, budget));
    all.put("worst", budget -> Solutions.worst(problem, 0, budget));
    all.put("clashes", budget -> Bridges.find(problem, budget));
    all.put("relaxations", budget -> Bridges.relaxations(problem, budget));
    all.put(
        "trades",
        budget -> Trades.find(problem, new int[problem.points().size()], 999_999, budget));
    all.put("pivots", budget -> Pivots.find(problem, true, budget));
    return all;
  }

  @Test
  void everyQuestionEndsSoonAfterItIsToldTo() {
    AtomicInteger bounded = new AtomicInteger();
    for (Problem problem : List.of(longOne(), intertwined(false), intertwined(true))) {
      for (int after : new int[] {0, 20}) {
        questions(problem)
            .forEach(
                (name, question) -> {
                  Trip trip = new Trip(after);
                  Finding<?> finding = question.apply(Budget.unlimited().withStop(trip));
                  trip.assertEndedSoon(name);
                  // Some are answered on the way, whatever was said meanwhile.
                  bounded.addAndGet(finding instanceof Finding.Bounded ? 1 : 0);
                });
      }
    }
    assertTrue(bounded.get() > 60, "bounded " + bounded);
  }

  @Test
  void whatAnswersNoQuestionAloneEndsSoonAsWell() {
    for (Problem problem : List.of(longOne(), intertwined(false))) {
      int[] table = new int[problem.points().size()];
      Trip any = new Trip(0);
      AnyPackage.find(problem, problem.everyone(), new Meter(Budget.unlimited().withStop(any)));
      any.assertEndedSoon("some package");
      Trip better = new Trip(0);
      Improvement.find(
          problem, problem.everyone(), table, new Meter(Budget.unlimited().withStop(better)));
      better.assertEndedSoon("improvement");
    }
  }

  @Test
  void drawsAndSharesEndSoonAsWell() {
    Problem problem =
        RandomProblems.withBaselines(RandomProblems.of(RandomProblems.Kind.W, 3, 30, 5, 1), 60);
    Zone zone =
        Zones.find(problem, problem.everyone(), Budget.unlimited()).findAnswer().orElseThrow();
    Trip shares = new Trip(2);
    assertFalse(zone.shares(Budget.unlimited().withStop(shares)).isPresent());
    shares.assertEndedSoon("shares");
    Problem far = RandomProblems.withBaselines(intertwined(false), 75);
    Zone hard =
        Zones.find(far, far.everyone(), Budget.unlimited().withStop(() -> true))
            .findAnswer()
            .orElseThrow();
    Trip draw = new Trip(3);
    hard.draw(new SplittableRandom(1), new Meter(Budget.unlimited().withStop(draw)));
    draw.assertEndedSoon("a draw");
    Trip estimate = new Trip(3);
    hard.count(1, Long.MAX_VALUE, Budget.unlimited().withStop(estimate));
    estimate.assertEndedSoon("an estimate");
  }

  @Test
  void asManySetsAreCountedAsMaySignHoweverManyParties() {
    long[][][] worths = new long[25][2][2];
    Problem problem =
        RandomProblems.problem(worths, new Long[25], List.of(), List.of())
            .withSigning(new SigningRule(24, Set.of(3)));
    assertTrue(
        Zones.bySigners(problem, Budget.unlimited()).findAnswer().orElseThrow().bySet().size()
            == 25);
  }
}
