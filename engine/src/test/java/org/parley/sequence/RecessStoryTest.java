package org.parley.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.sequence.Worlds.at;
import static org.parley.sequence.Worlds.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.party.Recess;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.control.ControlledPlans;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.knots.Weakening;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// A parliament that does not sit in summer: days 181 to 242 of a year that begins on day 0.
class RecessStoryTest {

  private static final StepId RATIFIED = new StepId("ratified");
  private static final PartyId PARLIAMENT = new PartyId("parliament");
  private static final RecessPeriod SUMMER =
      new RecessPeriod(RATIFIED, PARLIAMENT, "Parliament", 181, 242, List.of());

  private static SequenceProblem world(List<RecessPeriod> recesses, TimedDemand... demands) {
    return new SequenceProblem(
        TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
        List.of(
            PlannedStep.milestone(new StepId("signed"), "signed"),
            PlannedStep.milestone(RATIFIED, "ratified"),
            PlannedStep.milestone(new StepId("inForce"), "inForce")),
        List.of(),
        List.of(demands),
        List.of(),
        recesses,
        0L);
  }

  private static final TimedDemand SIGNED =
      demand("signed-late", Clause.notBefore(at("signed"), 170));
  private static final TimedDemand ORDER =
      demand("after-30-days", Clause.atLeast(at("signed"), at("ratified"), 30));
  private static final TimedDemand FORCE =
      demand("in-force-next-day", Clause.atLeast(at("ratified"), at("inForce"), 1));

  @Test
  void approvalWaitsForTheEndOfTheRecess() {
    SequenceProblem problem = world(List.of(SUMMER), SIGNED, ORDER, FORCE);
    Plan plan = proved(problem);
    assertEquals(243, plan.get(Moment.end(RATIFIED)).earliest());
    assertEquals(244, plan.lasting());
    assertEquals(
        List.of(new Loop.Reason.Recess(0, true)),
        plan.get(Moment.end(RATIFIED)).whyNotEarlier().stream().map(Loop.Link::reason).toList());
    // without the wait it would be day 200, so that signature may be 43 days late
    assertEquals(43, plan.get(Moment.start(new StepId("signed"))).slack());
    assertEquals(200, proved(world(List.of(), SIGNED, ORDER)).lasting());
  }

  @Test
  void theLatestDayLiesBeforeTheRecess() {
    TimedDemand early = demand("by-day-200", Clause.notAfter(at("ratified"), 200));
    Plan plan = proved(world(List.of(SUMMER), ORDER, early));
    assertEquals(180L, plan.get(Moment.end(RATIFIED)).latest());
    assertEquals(150L, plan.get(Moment.end(new StepId("signed"))).latest());
    assertEquals(
        List.of(new Loop.Reason.Recess(0, false)),
        plan.get(Moment.end(RATIFIED)).whyNotLater().stream().map(Loop.Link::reason).toList());
  }

  @Test
  void recessesInARowAreOneWait() {
    List<RecessPeriod> recesses =
        List.of(
            new RecessPeriod(RATIFIED, PARLIAMENT, "Parliament", 243, 250, List.of()),
            SUMMER,
            new RecessPeriod(RATIFIED, new PartyId("court"), "Court", 251, 251, List.of()));
    assertEquals(252, proved(world(recesses, SIGNED, ORDER)).lasting());
  }

  @Test
  void aDeadlineWithinTheRecessIsAKnotThatNamesIt() {
    TimedDemand deadline = demand("by-day-220", Clause.notAfter(at("ratified"), 220));
    SequenceProblem problem = world(List.of(SUMMER), SIGNED, ORDER, deadline);
    List<Knot> knots = Knots.of(problem, Budget.unlimited()).findAnswer().orElseThrow();
    assertEquals(
        List.of(List.of(ORDER.id(), deadline.id(), SIGNED.id())),
        knots.stream().map(Knot::demands).toList());
    assertTrue(
        knots.getFirst().loops().stream()
            .flatMap(loop -> loop.links().stream())
            .anyMatch(link -> link.reason().equals(new Loop.Reason.Recess(0, true))));
    Finding<List<Plan>> plans = Plans.of(problem, Budget.unlimited());
    assertTrue(plans instanceof Finding.Impossible<?>);
    assertEquals(new Verdict.Holds(), Check.verify(problem, plans, Budget.unlimited()));
    WaysOut.Group group =
        WaysOut.of(problem, knots, Budget.unlimited()).findAnswer().orElseThrow().getFirst();
    assertEquals(3, group.ways().size());
    // 23 days more reach the first day after the recess; 20 less end before it
    assertEquals(
        Map.of(
            deadline.id(), 23L,
            ORDER.id(), 20L,
            SIGNED.id(), 20L),
        weakened(problem, group));
    assertTrue(proved(world(List.of(), SIGNED, ORDER, deadline)).lasting() == 200);
  }

  private static Map<DemandId, Long> weakened(SequenceProblem problem, WaysOut.Group group) {
    Map<DemandId, Long> all = new HashMap<>();
    for (var way : group.ways()) {
      all.putAll(
          Weakening.of(WaysOut.alone(problem, group), way, Budget.unlimited())
              .findAnswer()
              .orElseThrow()
              .amounts());
    }
    return all;
  }

  @Test
  void whatEndedInARecessEndedNevertheless() {
    SequenceProblem problem =
        world(List.of(SUMMER), FORCE)
            .withFixed(List.of(Clause.between(Moment.ORIGIN, Moment.end(RATIFIED), 200, 200)));
    assertEquals(201, proved(problem).lasting());
  }

  @Test
  void controlKnowsNoRecess() {
    SequenceProblem problem = world(List.of(SUMMER), SIGNED, ORDER, FORCE);
    SequenceProblem without = world(List.of(), SIGNED, ORDER, FORCE);
    assertEquals(
        ControlledPlans.of(without, proved(without)).network(),
        ControlledPlans.of(problem, proved(problem)).network());
  }

  @Test
  void returnsEveryYearUntilTheLastDayKnown() {
    Recess summer =
        new Recess(
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 8, 31),
            LocalDate.of(2027, 2, 28),
            List.of());
    assertEquals(
        List.of("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28"),
        summer.occurrences().stream().map(each -> each.from().toString()).toList());
    assertEquals(
        1,
        new Recess(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 8, 31), null, List.of())
            .occurrences()
            .size());
  }

  /// A recess only takes days away, and one that nothing touches takes none.
  @Test
  void aRecessNeverMakesAPlanShorterAndAFarOneChangesNothing() {
    int later = 0;
    for (long seed = 0; seed < 300; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed)).anchored();
      Set<StepId> steps = Set.copyOf(problem.steps().stream().map(PlannedStep::id).toList());
      List<RecessPeriod> more = new ArrayList<>(problem.recesses());
      steps.forEach(
          step ->
              more.add(new RecessPeriod(step, PARLIAMENT, "Parliament", 2_000, 3_000, List.of())));
      List<Plan> plans = plans(problem);
      List<Plan> bare = plans(with(problem, List.of()));
      assertEquals(
          plans.stream().map(Plan::earliest).toList(),
          plans(with(problem, more)).stream().map(Plan::earliest).toList(),
          "seed " + seed);
      assertTrue(bare.size() >= plans.size(), "seed " + seed);
      for (Plan plan : plans) {
        for (Plan other : bare) {
          if (other.readings().equals(plan.readings())) {
            assertTrue(other.lasting() <= plan.lasting(), "seed " + seed);
            later += other.lasting() < plan.lasting() ? 1 : 0;
          }
        }
      }
    }
    assertTrue(later > 10, later + " later");
  }

  private static List<Plan> plans(SequenceProblem problem) {
    return Plans.of(problem, Budget.unlimited()).findAnswer().orElse(List.of());
  }

  private static SequenceProblem with(SequenceProblem problem, List<RecessPeriod> recesses) {
    return new SequenceProblem(
        problem.scale(),
        problem.steps(),
        problem.terms(),
        problem.demands(),
        problem.fixed(),
        recesses,
        problem.notBefore());
  }

  private static Plan proved(SequenceProblem problem) {
    Finding<List<Plan>> plans = Plans.of(problem, Budget.unlimited());
    assertEquals(new Verdict.Holds(), Check.verify(problem, plans, Budget.unlimited()));
    return plans.findAnswer().orElseThrow().getFirst();
  }
}
