package org.parley.sequence.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.check.ExposureCheck;
import org.parley.check.SequenceCheck;
import org.parley.check.Tampering;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.party.PartyId;
import org.parley.model.step.StepId;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.Worlds;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Orders of irreversible steps and the proofs that none exposes less, altered in every way.
class ExposureTamperingTest {

  private static final Budget FREE = Budget.unlimited();

  private record Proved(ExchangeOrder.Order order, Unavoidable proof) {}

  @Test
  void everyAlteredOrderIsRefusedOrStillTheBest() {
    var tally = new Tampering.Tally();
    for (long seed = 0; seed < 30; seed++) {
      SequenceProblem problem = ExposureOracleTest.random(seed, 3 + (int) (seed % 3), 3);
      Plan plan = Worlds.plan(problem);
      SequenceProblem anchored = Plans.anchored(problem);
      for (ExchangeOrder.Method method :
          List.of(
              ExchangeOrder.Method.ALL,
              new ExchangeOrder.Method(true, false, false),
              new ExchangeOrder.Method(false, true, true))) {
        if (ExchangeOrder.best(problem, plan, FREE, method)
            instanceof
            Finding.Proved<ExchangeOrder.Order>(ExchangeOrder.Order order, Unavoidable proof)) {
          long best = ExposureOracleTest.bruteForce(problem);
          String what = "seed " + seed + ": ";
          assertEquals(
              Optional.empty(),
              ExposureCheck.problemWith(order, proof, plan, anchored, FREE),
              what);
          for (var altered : Tampering.of(new Proved(order, proof), problem)) {
            Proved claimed = altered.value();
            Optional<String> wrong =
                ExposureCheck.problemWith(claimed.order, claimed.proof, plan, anchored, FREE);
            tally.note(altered, wrong.isPresent());
            assertTrue(
                wrong.isPresent()
                    || (claimed.order.largest() == best
                        && claimed.proof.atLeast() <= best
                        && isOrdered(claimed.order)
                        && SequenceCheck.broken(claimed.order.times(), plan.readings(), anchored)
                            .isEmpty()),
                () -> what + altered);
          }
        }
      }
    }
    assertTrue(tally.refused() > 1_000, tally::toString);
    // either direction proves the same where the sets are those of both
    assertEquals(Set.of(), tally.neverRefused());
  }

  /// Whether the groups follow one another by their dates.
  private static boolean isOrdered(ExchangeOrder.Order order) {
    List<Long> times = new ArrayList<>();
    order
        .steps()
        .forEach(
            group ->
                group.forEach(
                    step ->
                        times.add(
                            order
                                .times()
                                .getOrDefault(org.parley.sequence.Moment.end(step), -1L))));
    return times.stream().sorted().toList().equals(times);
  }

  @Test
  void noOrderHoldsForAnAlteredProblemInWhichAnotherIsBest() {
    int others = 0;
    for (long seed = 0; seed < 20; seed++) {
      SequenceProblem problem = ExposureOracleTest.random(seed, 4, 3);
      Plan plan = Worlds.plan(problem);
      if (ExchangeOrder.best(problem, plan, FREE)
          instanceof
          Finding.Proved<ExchangeOrder.Order>(ExchangeOrder.Order order, Unavoidable proof)) {
        for (var altered : Tampering.of(problem)) {
          SequenceProblem changed = altered.value();
          if (altered.where().equals("steps[].worth{}")
              && ExposureOracleTest.bruteForce(changed) != order.largest()) {
            others++;
            String what = "seed " + seed + ": ";
            assertTrue(
                ExposureCheck.problemWith(order, proof, plan, Plans.anchored(changed), FREE)
                    .isPresent(),
                () -> what + altered);
          }
        }
      }
    }
    assertTrue(others > 20, "others " + others);
  }

  /// An order that is not the best, with what it exposes by and sets that stop short of all steps.
  @Test
  void noWorseOrderIsProvedByAnySets() {
    int worse = 0;
    for (long seed = 0; seed < 14; seed++) {
      SequenceProblem problem = ExposureOracleTest.random(seed, 3 + (int) (seed % 3), 3);
      Plan plan = Worlds.plan(problem);
      SequenceProblem anchored = Plans.anchored(problem);
      long best = ExposureOracleTest.bruteForce(problem);
      for (var altered : Tampering.of(problem)) {
        if (!altered.where().equals("steps[].reversible")
            && !altered.where().equals("steps[]")
            && !altered.where().startsWith("steps[].worth")) {
          continue;
        }
        if (!(ExchangeOrder.best(altered.value(), plan, FREE)
            instanceof
            Finding.Proved<ExchangeOrder.Order>(ExchangeOrder.Order order, Unavoidable proof))) {
          continue;
        }
        long exposed = exposed(order, problem);
        if (exposed <= best) {
          continue;
        }
        worse++;
        String what = "seed " + seed + ": ";
        ExchangeOrder.Order claimed =
            new ExchangeOrder.Order(order.steps(), exposed, order.times());
        for (List<Long> sets : forged(proof)) {
          for (boolean fromTheEnd : new boolean[] {false, true}) {
            assertTrue(
                ExposureCheck.problemWith(
                        claimed,
                        new Unavoidable(exposed, fromTheEnd, proof.groups(), sets),
                        plan,
                        anchored,
                        FREE)
                    .isPresent(),
                () -> what + sets + " from " + proof);
          }
        }
      }
    }
    assertTrue(worse > 8, "worse " + worse);
  }

  private static long exposed(ExchangeOrder.Order order, SequenceProblem problem) {
    Map<PartyId, Long> balances = new HashMap<>();
    long largest = 0;
    for (List<StepId> group : order.steps()) {
      for (StepId step : group) {
        problem
            .get(step)
            .worth()
            .forEach((party, worth) -> balances.merge(party, worth, Long::sum));
      }
      for (long balance : balances.values()) {
        largest = Math.max(largest, -balance);
      }
    }
    return largest;
  }

  /// Sets of groups, each without all of them: those of the proof, none done, and all there are.
  private static List<List<Long>> forged(Unavoidable proof) {
    long full = (1L << proof.groups().size()) - 1;
    List<Long> all = new ArrayList<>();
    for (long set = 0; set < full; set++) {
      all.add(set);
    }
    List<List<Long>> forged = new ArrayList<>(List.of(proof.sets(), List.of(0L), all));
    for (long left : all) {
      forged.add(all.stream().filter(set -> set != left).toList());
    }
    return forged;
  }
}
