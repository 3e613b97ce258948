package org.parley.sequence.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.sequence.Worlds.at;
import static org.parley.sequence.Worlds.demand;
import static org.parley.sequence.Worlds.plan;
import static org.parley.sequence.Worlds.world;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.check.SequenceCheck;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.DemandId;
import org.parley.model.PartyId;
import org.parley.model.StepId;
import org.parley.sequence.BruteForce;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;

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
    assertEquals(List.of(), SequenceCheck.problemsWith(plan, Plans.anchored(problem)));
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
    assertEquals("2026-03-26", problem.scale().inWords(84));
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
            new TimedDemand.Open(Moment.start(new StepId("zone-set")), "working group", false));
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
    for (long seed = 0; seed < 1000; seed++) {
      SequenceProblem problem = Plans.anchored(RandomSequences.next(new Random(seed)));
      Set<DemandId> all = new HashSet<>();
      problem.demands().forEach(demand -> all.add(demand.id()));
      boolean possible = BruteForce.canHold(problem, all, Map.of());
      Finding<Plan> finding = Plans.of(problem, Budget.unlimited());
      assertEquals(possible, finding.findAnswer().isPresent(), "seed " + seed);
      if (!possible) {
        continue;
      }
      plans++;
      Plan plan = plan(problem);
      assertEquals(List.of(), SequenceCheck.problemsWith(plan, problem), "seed " + seed);
      Map<Moment.At, Long> latest = new HashMap<>();
      for (Plan.Window window : plan.times()) {
        Long time = window.latest();
        if (time != null) {
          latest.put(window.moment(), time);
        }
        assertFalse(time != null && time < window.earliest());
        assertTrue(window.slack() >= 0);
      }
      if (latest.size() == plan.times().size()) {
        assertEquals(
            List.of(), SequenceCheck.broken(latest, plan.readings(), problem), "seed " + seed);
      }
    }
    assertTrue(plans > 150);
  }
}
