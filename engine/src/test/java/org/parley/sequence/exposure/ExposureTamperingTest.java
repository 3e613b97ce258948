package org.parley.sequence.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.check.ExposureCheck;
import org.parley.check.PlanCheck;
import org.parley.check.Tampering;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.step.StepId;
import org.parley.sequence.BigPlan;
import org.parley.sequence.Clause;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.Worlds;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Orders of irreversible steps and the proofs that none exposes less, altered in every way.
class ExposureTamperingTest {

  private static final Budget FREE = Budget.unlimited();

  private record Proved(ExchangeOrder.Order order, UnavoidableExposure proof) {}

  @Test
  void everyAlteredOrderIsRefusedOrStillTheBest() {
    var tally = new Tampering.Tally();
    for (long seed = 0; seed < 30; seed++) {
      SequenceProblem problem = ExposureOracleTest.random(seed, 3 + (int) (seed % 3), 3);
      Plan plan = Worlds.plan(problem);
      SequenceProblem anchored = problem.anchored();
      for (ExchangeOrder.Method method :
          List.of(
              ExchangeOrder.Method.ALL,
              new ExchangeOrder.Method(true, false, false),
              new ExchangeOrder.Method(false, true, true))) {
        if (ExchangeOrder.best(problem, plan, FREE, method)
            instanceof
            Finding.Proved<ExchangeOrder.Order>(
                ExchangeOrder.Order order,
                ExchangeOrder.Least(_, _, UnavoidableExposure proof))) {
          long best = ExposureOracleTest.bruteForce(problem);
          String what = "seed " + seed + ": ";
          assertEquals(
              new Verdict.Holds(), ExposureCheck.verify(order, proof, plan, anchored, FREE), what);
          for (var altered : Tampering.of(new Proved(order, proof), problem)) {
            Proved claimed = altered.value();
            boolean refused =
                !ExposureCheck.verify(claimed.order, claimed.proof, plan, anchored, FREE).holds();
            tally.note(altered, refused);
            assertTrue(
                refused
                    || (claimed.order.largest() == best
                        && claimed.proof.atLeast() <= best
                        && isOrdered(claimed.order)
                        && PlanCheck.broken(claimed.order.times(), plan.readings(), anchored)
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
          Finding.Proved<ExchangeOrder.Order>(
              ExchangeOrder.Order order,
              ExchangeOrder.Least(_, _, UnavoidableExposure proof))) {
        for (var altered : Tampering.of(problem)) {
          SequenceProblem changed = altered.value();
          if (altered.where().equals("steps[].worth{}")
              && ExposureOracleTest.bruteForce(changed) != order.largest()) {
            others++;
            String what = "seed " + seed + ": ";
            assertTrue(
                !ExposureCheck.verify(order, proof, plan, changed.anchored(), FREE).holds(),
                () -> what + altered);
          }
        }
      }
    }
    assertTrue(others > 20, "others " + others);
  }

  /// Orders with groups or steps exchanged, joined, parted, repeated or left out, and with steps
  /// that can be taken back: only those by their dates, of every irreversible step, with those
  /// joined that must end at one time, hold. Each claims what it exposes by, so that nothing else
  /// is wrong with many.
  @Test
  void anOrderIsByItsDatesAndOfEveryStep() {
    int unordered = 0;
    int ordered = 0;
    for (long seed = 0; seed < 40; seed++) {
      SequenceProblem problem = withOneReversible(random(seed));
      Plan plan = Worlds.plan(problem);
      SequenceProblem anchored = problem.anchored();
      if (!(ExchangeOrder.best(problem, plan, FREE)
          instanceof
          Finding.Proved<ExchangeOrder.Order>(
              ExchangeOrder.Order order,
              ExchangeOrder.Least(_, _, UnavoidableExposure proof)))) {
        continue;
      }
      for (List<List<StepId>> steps : rearranged(order.steps())) {
        ExchangeOrder.Order other = new ExchangeOrder.Order(steps, 0, order.times());
        long exposed = exposed(other, problem);
        if (exposed > order.largest()) {
          continue;
        }
        boolean sound =
            exposed == order.largest()
                && isByDates(other, problem)
                && groups(steps).equals(groups(order.steps()));
        ordered += sound ? 1 : 0;
        unordered += sound ? 0 : 1;
        ExchangeOrder.Order claimed = new ExchangeOrder.Order(steps, exposed, order.times());
        assertEquals(
            sound,
            ExposureCheck.verify(claimed, proof, plan, anchored, FREE).holds(),
            "seed " + seed + ": " + steps + " of " + order);
      }
    }
    assertTrue(unordered > 100 && ordered > 10, unordered + " unordered, " + ordered);
  }

  /// A proof in which steps that must end at one time stand for themselves could prove anything:
  /// each waits for the other, so that no set leads on.
  @Test
  void noProofThatPartsAGroupHolds() {
    int parted = 0;
    for (long seed = 0; seed < 40; seed++) {
      SequenceProblem problem = random(seed);
      Plan plan = Worlds.plan(problem);
      if (ExchangeOrder.best(problem, plan, FREE)
          instanceof
          Finding.Proved<ExchangeOrder.Order>(
              ExchangeOrder.Order order,
              ExchangeOrder.Least(_, _, UnavoidableExposure proof))) {
        List<List<StepId>> single =
            proof.groups().stream().flatMap(group -> group.stream().map(List::of)).toList();
        ExchangeOrder.Order one = new ExchangeOrder.Order(single, 0, order.times());
        ExchangeOrder.Order claimed =
            new ExchangeOrder.Order(single, exposed(one, problem), order.times());
        if (single.equals(proof.groups()) || claimed.largest() <= order.largest()) {
          continue;
        }
        parted++;
        for (boolean fromTheEnd : new boolean[] {false, true}) {
          UnavoidableExposure forged =
              new UnavoidableExposure(claimed.largest(), fromTheEnd, single, List.of(0L));
          assertTrue(
              !ExposureCheck.verify(claimed, forged, plan, problem.anchored(), FREE).holds(),
              "seed " + seed + ": " + forged);
        }
      }
    }
    assertTrue(parted > 5, "parted " + parted);
  }

  /// Some steps of two in three cases must end at one time.
  private static SequenceProblem random(long seed) {
    SequenceProblem problem = ExposureOracleTest.random(seed, 4, 3);
    List<TimedDemand> demands = new ArrayList<>(problem.demands());
    int one = (int) (seed % 3);
    demands.add(
        BigPlan.demand(
            demands.size(), Clause.together(BigPlan.at(one), BigPlan.at((one + 1) % 3))));
    SequenceProblem joined = problem.withDemands(demands);
    return Plans.of(joined, FREE) instanceof Finding.Impossible ? problem : joined;
  }

  private static Set<Set<StepId>> groups(List<List<StepId>> groups) {
    Set<Set<StepId>> all = new HashSet<>();
    groups.forEach(group -> all.add(new HashSet<>(group)));
    return all;
  }

  private static final StepId REVERSIBLE = new StepId("reversible");

  private static SequenceProblem withOneReversible(SequenceProblem problem) {
    List<PlannedStep> steps = new ArrayList<>(problem.steps());
    steps.add(PlannedStep.milestone(REVERSIBLE, "can be taken back"));
    return new SequenceProblem(
        problem.scale(), steps, problem.terms(), problem.demands(), problem.fixed(), null);
  }

  private static List<List<List<StepId>>> rearranged(List<List<StepId>> groups) {
    List<List<List<StepId>>> all = new ArrayList<>();
    all.add(groups.stream().flatMap(group -> group.stream().map(List::of)).toList());
    for (int at = 0; at < groups.size(); at++) {
      List<StepId> group = groups.get(at);
      List<StepId> before = at == 0 ? List.of() : groups.get(at - 1);
      int place = at;
      List<List<List<StepId>>> instead =
          List.of(
              List.of(),
              List.of(group, group),
              List.of(joined(group, group)),
              List.of(List.of(REVERSIBLE), group),
              List.of(joined(group, List.of(REVERSIBLE))),
              List.of(joined(group.subList(1, group.size()), List.of(REVERSIBLE))));
      instead.forEach(each -> all.add(replaced(groups, place, place + 1, each)));
      if (at > 0) {
        all.add(replaced(groups, at - 1, at + 1, List.of(group, before)));
        all.add(replaced(groups, at - 1, at + 1, List.of(joined(before, group))));
        all.add(replaced(groups, at - 1, at + 1, List.of(joined(group, before))));
      }
    }
    return all;
  }

  private static List<StepId> joined(List<StepId> one, List<StepId> other) {
    List<StepId> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static List<List<StepId>> replaced(
      List<List<StepId>> groups, int from, int to, List<List<StepId>> instead) {
    List<List<StepId>> all = new ArrayList<>(groups.subList(0, from));
    instead.stream().filter(each -> !each.isEmpty()).forEach(all::add);
    all.addAll(groups.subList(to, groups.size()));
    return all;
  }

  /// Whether each group is of one time and none before the last, and all together are the
  /// irreversible steps, each once.
  private static boolean isByDates(ExchangeOrder.Order order, SequenceProblem problem) {
    List<StepId> all = new ArrayList<>();
    boolean sound = isOrdered(order);
    for (List<StepId> group : order.steps()) {
      all.addAll(group);
      sound &=
          1
              == group.stream()
                  .map(step -> order.times().get(org.parley.sequence.Moment.end(step)))
                  .distinct()
                  .count();
    }
    return sound
        && all.stream()
            .sorted()
            .toList()
            .equals(
                problem.steps().stream()
                    .filter(step -> !step.reversible())
                    .map(PlannedStep::id)
                    .sorted()
                    .toList());
  }

  /// An order that is not the best, with what it exposes by and sets that stop short of all steps.
  @Test
  void noWorseOrderIsProvedByAnySets() {
    int worse = 0;
    for (long seed = 0; seed < 14; seed++) {
      SequenceProblem problem = ExposureOracleTest.random(seed, 3 + (int) (seed % 3), 3);
      Plan plan = Worlds.plan(problem);
      SequenceProblem anchored = problem.anchored();
      long best = ExposureOracleTest.bruteForce(problem);
      for (var altered : Tampering.of(problem)) {
        if (!altered.where().equals("steps[].reversible")
            && !altered.where().equals("steps[]")
            && !altered.where().startsWith("steps[].worth")) {
          continue;
        }
        if (!(ExchangeOrder.best(altered.value(), plan, FREE)
            instanceof
            Finding.Proved<ExchangeOrder.Order>(
                ExchangeOrder.Order order,
                ExchangeOrder.Least(_, _, UnavoidableExposure proof)))) {
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
                !ExposureCheck.verify(
                        claimed,
                        new UnavoidableExposure(exposed, fromTheEnd, proof.groups(), sets),
                        plan,
                        anchored,
                        FREE)
                    .holds(),
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
  private static List<List<Long>> forged(UnavoidableExposure proof) {
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
