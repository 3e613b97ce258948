package org.parley.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.BruteForce;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.Worlds;
import org.parley.sequence.knots.AllKnots;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.KnotsCompleteness;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// What is found of sequences, altered in every way: refused, or still true.
class SequenceTamperingTest {

  private static final Budget FREE = Budget.unlimited();

  private static SequenceProblem problem(long seed) {
    return RandomSequences.next(new Random(seed));
  }

  private static Set<DemandId> demandsOf(SequenceProblem problem) {
    Set<DemandId> all = new HashSet<>();
    problem.demands().forEach(demand -> all.add(demand.id()));
    return all;
  }

  @Test
  void everyAlteredKnotIsRefusedOrStillTied() {
    var tally = new Tampering.Tally();
    for (long seed = 0; seed < 60; seed++) {
      SequenceProblem problem = problem(seed);
      String what = "seed " + seed + ": ";
      for (Knot knot : Knots.of(problem, FREE).findAnswer().orElseThrow()) {
        assertEquals(new Verdict.Holds(), SequenceCheck.verify(knot, problem, FREE), what);
        for (var altered : Tampering.of(knot, problem)) {
          Knot claimed = altered.value();
          boolean refused = !SequenceCheck.verify(claimed, problem, FREE).holds();
          tally.note(altered, refused);
          assertTrue(
              refused || isTied(problem, claimed.demands(), claimed.readings()),
              () -> what + altered);
        }
        for (DemandId dropped : knot.demands()) {
          assertTrue(
              !SequenceCheck.verify(knot, without(problem, dropped), FREE).holds(),
              "seed " + seed + " without " + dropped);
        }
      }
    }
    assertTrue(tally.refused() > 1_000, tally::toString);
    // by what a knot is untied follows from all of them: checked of the list
    assertEquals(
        Set.of("untiedBy", "untiedBy[]", "untiedBy[]{}", "untiedBy[]{key}"),
        union(
            tally.neverRefused(),
            Set.of("untiedBy", "untiedBy[]", "untiedBy[]{}", "untiedBy[]{key}")),
        tally::toString);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  private static SequenceProblem without(SequenceProblem problem, DemandId dropped) {
    return problem.withDemands(
        problem.demands().stream().filter(each -> !each.id().equals(dropped)).toList());
  }

  private static boolean isTied(
      SequenceProblem problem, List<DemandId> demands, Map<TermId, String> readings) {
    Set<DemandId> set = new HashSet<>(demands);
    return set.size() == demands.size() && !BruteForce.canHold(problem, set, readings);
  }

  @Test
  void everyAlteredListOfKnotsIsRefusedOrStillAllOfThem() {
    var tally = new Tampering.Tally();
    for (long seed = 0; seed < 20; seed++) {
      SequenceProblem problem = problem(seed);
      List<Knot> knots = Knots.of(problem, FREE).findAnswer().orElseThrow();
      if (knots.size() > 4 || knots.stream().anyMatch(knot -> knot.demands().isEmpty())) {
        continue;
      }
      KnotsCompleteness proof = AllKnots.of(problem, knots, FREE).findAnswer().orElseThrow();
      assertEquals(new Verdict.Holds(), KnotsCheck.verify(proof, problem, FREE), "seed " + seed);
      Set<String> all = BruteForce.knots(problem);
      String what = "seed " + seed + ": ";
      for (var altered : Tampering.of(proof, problem)) {
        KnotsCompleteness claimed = altered.value();
        boolean refused = !KnotsCheck.verify(claimed, problem, FREE).holds();
        tally.note(altered, refused);
        assertTrue(refused || areAll(claimed.knots(), all, knots), () -> what + altered);
      }
    }
    assertTrue(tally.refused() > 1_000, tally::toString);
    assertEquals(Set.of(), tally.neverRefused());
  }

  private static boolean areAll(List<Knot> claimed, Set<String> all, List<Knot> found) {
    Set<String> told = new HashSet<>();
    for (Knot knot : claimed) {
      told.add(
          knot.demands().stream().map(DemandId::value).sorted().toList()
              + " "
              + new TreeMap<>(knot.readings()));
    }
    Set<Set<Map<TermId, String>>> untied = new HashSet<>();
    found.forEach(knot -> untied.add(new HashSet<>(knot.untiedBy())));
    return told.equals(all)
        && told.size() == claimed.size()
        && claimed.stream()
            .allMatch(
                knot ->
                    found.stream()
                        .anyMatch(
                            each ->
                                new HashSet<>(each.demands()).equals(new HashSet<>(knot.demands()))
                                    && each.readings().equals(knot.readings())
                                    && new HashSet<>(each.untiedBy())
                                        .equals(new HashSet<>(knot.untiedBy()))));
  }

  @Test
  void everyAlteredProofThatThereIsNoPlanIsRefusedWhereThereIsOne() {
    var tally = new Tampering.Tally();
    int loosened = 0;
    for (long seed = 0; seed < 20; seed++) {
      SequenceProblem problem = problem(seed).anchored();
      if (Plans.of(problem, FREE)
          instanceof Finding.Impossible<List<Plan>>(Plans.Prevented proof)) {
        assertEquals(
            new Verdict.Holds(), SequenceCheck.verify(proof, problem, FREE), "seed " + seed);
        for (var altered : Tampering.of(proof, problem)) {
          tally.note(altered, !SequenceCheck.verify(altered.value(), problem, FREE).holds());
        }
        for (TimedDemand demand : problem.demands()) {
          SequenceProblem looser = without(problem, demand.id());
          if (BruteForce.canHold(looser, demandsOf(looser), Map.of())) {
            loosened++;
            assertTrue(
                !SequenceCheck.verify(proof, looser, FREE).holds(),
                "seed " + seed + " without " + demand.id());
          }
        }
      }
    }
    assertTrue(loosened > 5, "loosened " + loosened);
    assertTrue(tally.refused() > 1_000, tally::toString);
    assertEquals(
        Set.of(),
        tally.neverRefused().stream()
            // that no knot is missing is not claimed of them
            .filter(each -> !each.equals("knots.answer"))
            .filter(each -> !each.contains("untiedBy"))
            .collect(java.util.stream.Collectors.toSet()));
  }

  @Test
  void everyAlteredPlanIsRefusedOrSaysTheSame() {
    var tally = new Tampering.Tally();
    for (long seed = 0; seed < 12; seed++) {
      SequenceProblem problem = problem(seed).anchored();
      String what = "seed " + seed + ": ";
      for (Plan plan : Plans.of(problem, FREE).findAnswer().orElse(List.of())) {
        assertEquals(new Verdict.Holds(), PlanCheck.verify(plan, problem), "seed " + seed);
        for (var altered : Tampering.of(plan, problem)) {
          Plan claimed = altered.value();
          boolean refused = !PlanCheck.verify(claimed, problem).holds();
          tally.note(altered, refused);
          assertTrue(refused || numbers(claimed).equals(numbers(plan)), () -> what + altered);
        }
      }
    }
    assertTrue(tally.refused() > 1_000, tally::toString);
    assertEquals(Set.of(), tally.neverRefused());
  }

  private static List<Object> numbers(Plan plan) {
    List<Object> all = new ArrayList<>(List.of(plan.lasting()));
    Map<String, String> windows = new TreeMap<>();
    plan.times()
        .forEach(
            each ->
                windows.put(
                    each.moment().toString(),
                    each.earliest() + " to " + each.latest() + ", " + each.slack()));
    all.add(windows);
    all.add(plan.times().size());
    all.add(plan.decisions());
    return all;
  }

  /// Two clauses that oppose each other are a knot where they miss each other, not where they meet:
  /// a loop that closes exactly proves nothing.
  @Test
  void aLoopThatClosesIsNoKnot() {
    for (long most = -3; most <= 3; most++) {
      for (long least = -3; least <= 3; least++) {
        SequenceProblem problem =
            Worlds.world(
                "a b",
                List.of(),
                Worlds.demand("most", new Clause(Worlds.at("a"), Worlds.at("b"), null, most)),
                Worlds.demand("least", Clause.atLeast(Worlds.at("a"), Worlds.at("b"), least)));
        Loop loop =
            new Loop(
                List.of(
                    new Loop.Link(Worlds.at("a"), Worlds.at("b"), most, demanded("most")),
                    new Loop.Link(Worlds.at("b"), Worlds.at("a"), -least, demanded("least"))));
        Knot knot =
            new Knot(
                List.of(new DemandId("least"), new DemandId("most")),
                Map.of(),
                List.of(loop),
                List.of());
        assertEquals(
            most < least,
            SequenceCheck.verify(knot, problem, FREE).holds(),
            "at most " + most + ", at least " + least);
      }
    }
  }

  private static Loop.Reason demanded(String demand) {
    return new Loop.Reason.Demanded(new DemandId(demand), 0, 0, Map.of());
  }

  /// A list that lacks a knot is not all of them, also where the others make up for it under every
  /// reading of a term.
  @Test
  void noListThatLacksAKnotHolds() {
    int lacking = 0;
    int whatever = 0;
    int unresolved = 0;
    for (long seed = 0; seed < 300; seed++) {
      SequenceProblem problem = problem(seed);
      List<Knot> knots = Knots.of(problem, FREE).findAnswer().orElseThrow();
      if (knots.size() > 12 || knots.stream().anyMatch(knot -> knot.demands().isEmpty())) {
        continue;
      }
      KnotsCompleteness proof = AllKnots.of(problem, knots, FREE).findAnswer().orElseThrow();
      for (Knot knot : knots) {
        List<Knot> others = new ArrayList<>(knots);
        others.remove(knot);
        lacking++;
        whatever += knot.readings().isEmpty() && !problem.terms().isEmpty() ? 1 : 0;
        Verdict verdict =
            KnotsCheck.verify(new KnotsCompleteness(others, proof.witnesses()), problem, FREE);
        assertFalse(verdict.holds(), () -> knot.demands() + " of " + problem);
        unresolved +=
            verdict instanceof Verdict.Fails(Flaw because)
                    && because.code() == Flaw.Code.KNOT_UNRESOLVED
                ? 1
                : 0;
      }
    }
    assertTrue(lacking > 200 && whatever > 20, lacking + ", whatever is meant " + whatever);
    // dates under every reading do not show these
    assertTrue(unresolved > 5, "unresolved " + unresolved);
  }

  /// What is not checked to its end is not taken for proved.
  @Test
  void aCheckThatIsNotFinishedProvesNothing() {
    int unfinished = 0;
    for (long seed = 0; seed < 60; seed++) {
      SequenceProblem problem = problem(seed);
      List<Knot> knots = Knots.of(problem, FREE).findAnswer().orElseThrow();
      KnotsCompleteness proof = AllKnots.of(problem, knots, FREE).findAnswer().orElseThrow();
      List<Verdict> wrong = new ArrayList<>();
      for (Knot knot : knots) {
        wrong.add(SequenceCheck.verify(knot, problem, Budget.ofSteps(0)));
      }
      if (Plans.of(problem, FREE)
          instanceof Finding.Impossible<List<Plan>>(Plans.Prevented prevented)) {
        wrong.add(SequenceCheck.verify(prevented, problem.anchored(), Budget.ofSteps(0)));
      }
      if (!problem.demands().isEmpty()) {
        wrong.add(KnotsCheck.verify(proof, problem, Budget.ofSteps(0)));
      }
      unfinished += wrong.size();
      for (Verdict each : wrong) {
        assertEquals(new Verdict.Open(Verdict.Reason.BUDGET), each, "seed " + seed);
      }
      // the more steps, the further: once it is finished, more change nothing
      boolean finished = false;
      for (long steps = 1; steps < 4_000; steps = 1 + steps * 3 / 2) {
        boolean holds = KnotsCheck.verify(proof, problem, Budget.ofSteps(steps)).holds();
        assertTrue(holds || !finished, "seed " + seed + " within " + steps);
        finished = holds;
      }
    }
    assertTrue(unfinished > 80, "unfinished " + unfinished);
  }
}
