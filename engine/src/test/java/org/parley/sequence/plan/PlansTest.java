package org.parley.sequence.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.sequence.Worlds.at;
import static org.parley.sequence.Worlds.demand;
import static org.parley.sequence.Worlds.plan;
import static org.parley.sequence.Worlds.read;
import static org.parley.sequence.Worlds.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.check.PlanCheck;
import org.parley.check.SequenceCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.BruteForce;
import org.parley.sequence.Clause;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.knots.Knot;

class PlansTest {

  @Test
  void saysWhenAndWhyNotEarlier() {
    SequenceProblem problem =
        world(
            "ceasefire referendum ratified elections",
            List.of(),
            demand("start", Clause.notBefore(at("ceasefire"), 10)),
            demand("sixty", Clause.atLeast(at("ceasefire"), at("referendum"), 60)),
            demand("procedure", Clause.atLeast(at("referendum"), at("ratified"), 14)),
            demand("hundred", new Clause(at("ceasefire"), at("elections"), 0L, 100L)),
            demand("end", Clause.notAfter(at("ratified"), 120)));
    Plan plan = plan(problem);
    assertEquals(new Verdict.Holds(), PlanCheck.verify(plan, problem.anchored()));
    Plan.Window ratified = plan.get(Moment.start(new StepId("ratified")));
    assertEquals(84, ratified.earliest());
    assertEquals(120, ratified.latest());
    assertTrue(ratified.isCritical());
    assertEquals(
        List.of("procedure", "sixty", "start"),
        ratified.whyNotEarlier().stream()
            .map(link -> ((Loop.Reason.Demanded) link.reason()).demand().value())
            .toList());
    assertEquals(84, plan.lasting());
    Plan.Window elections = plan.get(Moment.start(new StepId("elections")));
    assertEquals(10, elections.earliest());
    assertEquals(74, elections.slack());
    assertEquals(146, elections.latest());
    assertEquals(LocalDate.of(2026, 3, 26), problem.scale().dayOf(84));
  }

  @Test
  void saysByWhenWhatIsOpenMustBeDecided() {
    TimedDemand open =
        new TimedDemand(
            new DemandId("zone"),
            "the working group decides on the zone",
            List.of(new PartyId("p")),
            null,
            List.of(),
            List.of(),
            new TimedDemand.Open(Moment.start(new StepId("zone-set")), "working group", false),
            false);
    SequenceProblem problem =
        world(
            "zone-set withdrawal",
            List.of(),
            open,
            demand("then", Clause.atLeast(at("zone-set"), at("withdrawal"), 30)),
            demand("deadline", Clause.notAfter(at("withdrawal"), 90)));
    assertEquals(
        List.of(new Plan.Decision(new DemandId("zone"), "working group", 60L, 0)),
        plan(problem).decisions());
  }

  @Test
  void plansForEveryReadingThatLetsAllHold() {
    ContestedTerm effective =
        new ContestedTerm(
            new TermId("effective"),
            "effective",
            List.of(
                new ContestedTerm.Reading("signed", at("signed"), List.of()),
                new ContestedTerm.Reading("ratified", at("ratified"), List.of()),
                new ContestedTerm.Reading("activated", at("activated"), List.of())));
    SequenceProblem problem =
        world(
            "signed ratified activated ceasefire",
            List.of(effective),
            demand("order", Clause.atLeast(at("signed"), at("ratified"), 30)),
            demand("first", Clause.atLeast(read("effective"), at("ceasefire"), 1)),
            demand("then", Clause.atLeast(at("ceasefire"), at("activated"), 1)));
    List<Plan> plans = Plans.of(problem, Budget.unlimited()).findAnswer().orElseThrow();
    assertEquals(
        List.of("signed 30", "ratified 32"),
        plans.stream()
            .map(each -> each.readings().get(new TermId("effective")) + " " + each.lasting())
            .toList());
    assertTrue(
        Plans.of(problem, Map.of(new TermId("effective"), "activated"), Budget.unlimited())
            instanceof Finding.Impossible<List<Plan>>);
  }

  @Test
  void meetsDemandsInTheWaysThatLastShortest() {
    TimedDemand either =
        new TimedDemand(
            new DemandId("either"),
            "after a long while, or after a short one",
            List.of(),
            null,
            List.of(),
            List.of(
                TimedDemand.Way.of(Clause.atLeast(at("a"), at("b"), 90)),
                TimedDemand.Way.of(Clause.atLeast(at("a"), at("b"), 7))),
            null,
            false);
    Plan plan = plan(world("a b", List.of(), either));
    assertEquals(7, plan.lasting());
    assertEquals(Map.of(new DemandId("either"), 1), plan.ways());
  }

  @Test
  void promisesLessWhenItsBudgetEnds() {
    SequenceProblem problem =
        world("a b", List.of(), demand("x", Clause.atLeast(at("a"), at("b"), 1)));
    if (Plans.of(problem, Budget.ofSteps(1))
        instanceof Finding.Bounded<List<Plan>>(var plans, var bound, var stoppedBy)) {
      assertEquals(List.of(), plans);
      assertEquals(new SequenceBound.SomePlans(0), bound);
      assertEquals(StoppedBy.STEPS, stoppedBy);
      return;
    }
    throw new AssertionError();
  }

  @Test
  void plansNothing() {
    SequenceProblem nothing =
        new SequenceProblem(
            TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    assertEquals(0, plan(nothing).lasting());
  }

  @Test
  void keepsEveryClauseAndIsTightOnRandomSequences() {
    int plans = 0;
    for (long seed = 0; seed < 400; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed)).anchored();
      Set<DemandId> all = new HashSet<>();
      problem.demands().forEach(demand -> all.add(demand.id()));
      boolean possible = BruteForce.canHold(problem, all, Map.of());
      Finding<List<Plan>> finding = Plans.of(problem, Budget.unlimited());
      assertEquals(possible, finding.findAnswer().isPresent(), "seed " + seed);
      if (finding instanceof Finding.Impossible<List<Plan>>(Plans.Prevented why)) {
        assertEquals(
            new Verdict.Holds(),
            SequenceCheck.verify(why, problem, Budget.unlimited()),
            "seed " + seed);
        assertTrue(why.knots() instanceof Finding.Exhausted<List<Knot>>, "seed " + seed);
        continue;
      }
      plans++;
      Plan plan = plan(problem);
      for (Plan each : finding.findAnswer().orElseThrow()) {
        assertEquals(new Verdict.Holds(), PlanCheck.verify(each, problem), "seed " + seed);
      }
      assertEquals(new Verdict.Holds(), PlanCheck.verify(plan, problem), "seed " + seed);
      Map<Moment.At, Long> latest = new HashMap<>();
      for (Plan.Window window : plan.times()) {
        Long time = window.latest();
        if (time != null) {
          latest.put(window.moment(), time);
        }
        assertFalse(time != null && time < window.earliest());
        assertTrue(window.slack() >= 0);
        assertEquals(window.slack() == 0, window.isCritical());
      }
      if (latest.size() == plan.times().size()) {
        assertEquals(List.of(), PlanCheck.broken(latest, plan.readings(), problem), "seed " + seed);
      }
    }
    assertTrue(plans > 60);
  }

  /// Under every reading that lets all hold there is one plan, and of all combinations of ways it
  /// takes the first of those under which it lasts shortest.
  @Test
  void takesTheShortestOfAllCombinationsOfWays() {
    int choices = 0;
    for (long seed = 0; seed < 150; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed)).anchored();
      List<Map<DemandId, Integer>> combinations = combinations(problem);
      if (combinations.size() > 30) {
        continue;
      }
      Map<Map<TermId, String>, List<Object>> expected = new HashMap<>();
      for (Map<TermId, String> readings : readings(problem)) {
        for (Map<DemandId, Integer> ways : combinations) {
          Plan plan = Plans.keeping(problem, readings, ways, new Meter(Budget.unlimited()));
          if (plan != null) {
            choices++;
            List<Object> told = List.of(plan.lasting(), ways);
            expected.merge(
                readings,
                told,
                (one, other) -> (long) other.getFirst() < (long) one.getFirst() ? other : one);
          }
        }
      }
      Map<Map<TermId, String>, List<Object>> found = new HashMap<>();
      Finding<List<Plan>> finding = Plans.of(problem, Budget.unlimited());
      for (Plan plan : finding.findAnswer().orElse(List.of())) {
        found.put(plan.readings(), List.of(plan.lasting(), plan.ways()));
      }
      assertEquals(expected, found, "seed " + seed);
      for (Map<TermId, String> readings : expected.keySet()) {
        List<Plan> one = Plans.of(problem, readings, Budget.unlimited()).findAnswer().orElseThrow();
        assertEquals(1, one.size(), "seed " + seed);
        assertEquals(readings, one.getFirst().readings(), "seed " + seed);
      }
      for (Map<TermId, String> readings : readings(problem)) {
        if (Plans.of(problem, readings, Budget.unlimited())
            instanceof Finding.Impossible<List<Plan>>(Plans.Prevented why)) {
          assertFalse(expected.containsKey(readings), "seed " + seed);
          assertEquals(
              new Verdict.Holds(),
              SequenceCheck.verify(why, problem, Budget.unlimited()),
              "seed " + seed);
          List<Knot> knots = why.knots().findAnswer().orElseThrow();
          assertFalse(knots.isEmpty(), "seed " + seed);
          for (Knot knot : knots) {
            assertTrue(readings.entrySet().containsAll(knot.readings().entrySet()), "seed " + seed);
          }
        }
      }
    }
    assertTrue(choices > 200, "choices " + choices);
  }

  private static List<Map<DemandId, Integer>> combinations(SequenceProblem problem) {
    List<Map<DemandId, Integer>> all = new ArrayList<>(List.of(Map.of()));
    for (TimedDemand demand : problem.demands()) {
      if (demand.anyOf().size() > 1) {
        List<Map<DemandId, Integer>> more = new ArrayList<>();
        for (Map<DemandId, Integer> made : all) {
          for (int way = 0; way < demand.anyOf().size(); way++) {
            Map<DemandId, Integer> next = new HashMap<>(made);
            next.put(demand.id(), way);
            more.add(next);
          }
        }
        all = more;
      }
    }
    return all;
  }

  /// Every combination of readings of the terms that demands speak of.
  private static List<Map<TermId, String>> readings(SequenceProblem problem) {
    List<Map<TermId, String>> all = new ArrayList<>(List.of(Map.of()));
    for (ContestedTerm term : problem.terms()) {
      boolean isUsed =
          problem.demands().stream()
              .flatMap(demand -> demand.anyOf().stream())
              .flatMap(way -> way.allOf().stream())
              .anyMatch(
                  clause ->
                      clause.from().equals(new Moment.Read(term.id()))
                          || clause.to().equals(new Moment.Read(term.id())));
      if (isUsed) {
        List<Map<TermId, String>> more = new ArrayList<>();
        for (Map<TermId, String> made : all) {
          for (ContestedTerm.Reading reading : term.readings()) {
            Map<TermId, String> next = new HashMap<>(made);
            next.put(term.id(), reading.name());
            more.add(next);
          }
        }
        all = more;
      }
    }
    return all;
  }

  /// Plans found within a budget are plans, and how many there are is said.
  @Test
  void whatABudgetLeavesAreSomeOfThePlans() {
    int bounded = 0;
    for (long seed = 0; seed < 60; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed)).anchored();
      Finding<List<Plan>> all = Plans.of(problem, Budget.unlimited());
      for (long steps = 0; steps < 12; steps += 2) {
        Finding<List<Plan>> some = Plans.of(problem, Budget.ofSteps(steps));
        if (some instanceof Finding.Bounded<List<Plan>>(var plans, var bound, _)) {
          bounded++;
          for (Plan plan : plans) {
            assertEquals(new Verdict.Holds(), PlanCheck.verify(plan, problem), "seed " + seed);
          }
          assertEquals(new SequenceBound.SomePlans(plans.size()), bound);
        } else {
          assertEquals(all.findAnswer(), some.findAnswer(), "seed " + seed);
        }
      }
    }
    assertTrue(bounded > 40, "bounded " + bounded);
  }
}
