package org.parley.sequence.knots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.sequence.Worlds.at;
import static org.parley.sequence.Worlds.demand;
import static org.parley.sequence.Worlds.knots;
import static org.parley.sequence.Worlds.read;
import static org.parley.sequence.Worlds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.check.SequenceCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Clause;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;

/// Small worlds, from one demand that contradicts itself to the December 2025 knots.
class KnotsStoryTest {

  static String told(SequenceProblem problem) {
    List<String> told = new ArrayList<>();
    for (Knot knot : knots(problem)) {
      assertEquals(new Verdict.Holds(), SequenceCheck.verify(knot, problem, Budget.unlimited()));
      told.add(
          knot.demands()
              + (knot.readings().isEmpty() ? "" : " if " + knot.readings())
              + (knot.isFirm() ? "" : " untied by " + knot.untiedBy()));
    }
    return String.join("; ", told);
  }

  @Test
  void a01NothingDemandsNothing() {
    assertEquals("", told(world("", List.of())));
  }

  @Test
  void a02AfterEachOtherWithNoTimeBetweenIsTogether() {
    assertEquals(
        "",
        told(
            world(
                "a b",
                List.of(),
                demand("x", Clause.after(at("a"), at("b"))),
                demand("y", Clause.after(at("b"), at("a"))))));
  }

  @Test
  void a03AStepAfterItself() {
    assertEquals(
        "[x]", told(world("a", List.of(), demand("x", Clause.atLeast(at("a"), at("a"), 1)))));
  }

  @Test
  void a04EachAfterTheOther() {
    assertEquals(
        "[x, y]",
        told(
            world(
                "a b",
                List.of(),
                demand("x", Clause.atLeast(at("a"), at("b"), 1)),
                demand("y", Clause.after(at("b"), at("a"))))));
  }

  @Test
  void a05LagsThatAddUpPastADeadline() {
    assertEquals(
        "[early, late, middle]",
        told(
            world(
                "a b",
                List.of(),
                demand("early", Clause.notBefore(at("a"), 10)),
                demand("middle", Clause.atLeast(at("a"), at("b"), 60)),
                demand("late", Clause.notAfter(at("b"), 69)))));
  }

  @Test
  void a06AllAlternativesClosed() {
    TimedDemand either =
        new TimedDemand(
            new DemandId("either"),
            "c after a or after b",
            List.of(),
            null,
            List.of(),
            List.of(
                TimedDemand.Way.of(Clause.atLeast(at("a"), at("c"), 1)),
                TimedDemand.Way.of(Clause.atLeast(at("b"), at("c"), 1))),
            null,
            false);
    TimedDemand first = demand("first", Clause.after(at("c"), at("a")));
    TimedDemand second = demand("second", Clause.after(at("c"), at("b")));
    assertEquals("", told(world("a b c", List.of(), either, first)));
    assertEquals("[either, first, second]", told(world("a b c", List.of(), either, first, second)));
  }

  @Test
  void b01TheFirstKnotOfDecember2025() {
    ContestedTerm effective =
        new ContestedTerm(
            new TermId("effective"),
            "effectively in place",
            List.of(
                new ContestedTerm.Reading("ratified", at("guarantees-ratified"), List.of()),
                new ContestedTerm.Reading("activated", at("guarantees-activated"), List.of())));
    String steps = "guarantees-ratified guarantees-activated territory ceasefire agreed";
    TimedDemand berlin = demand("berlin", Clause.atLeast(read("effective"), at("territory"), 1));
    TimedDemand paris = demand("paris", Clause.after(at("ceasefire"), at("guarantees-activated")));
    TimedDemand point20 = demand("point20", Clause.after(at("agreed"), at("ceasefire")));
    TimedDemand point14 = demand("point14", Clause.after(at("territory"), at("agreed")));
    assertEquals(
        "[berlin, paris, point14, point20] if {effective=activated} untied by [{effective=ratified}]",
        told(world(steps, List.of(effective), berlin, paris, point20, point14)));
    assertEquals("", told(world(steps, List.of(effective), berlin, point20, point14)));
  }

  @Test
  void b02TheSecondKnotHasNoReadingThatUntiesIt() {
    SequenceProblem problem =
        world(
            "ceasefire referendum ratified",
            List.of(),
            demand("zelensky", Clause.atLeast(at("ceasefire"), at("referendum"), 60)),
            demand("procedure", Clause.after(at("referendum"), at("ratified"))),
            demand("ushakov", Clause.after(at("ratified"), at("ceasefire"))));
    assertEquals("[procedure, ushakov, zelensky]", told(problem));
    Knot knot = knots(problem).getFirst();
    assertTrue(knot.isFirm());
    assertEquals(60, knot.loops().getFirst().shortBy());
    assertEquals(Map.of(), knot.readings());
  }

  @Test
  void c01BothReadingsHoldAloneAndKnotTogether() {
    TimedDemand elections = demand("elections", Clause.atLeast(at("vote"), at("border"), 1));
    TimedDemand border = demand("border-first", Clause.atLeast(at("border"), at("vote"), 1));
    assertEquals("", told(world("vote border", List.of(), elections)));
    assertEquals("", told(world("vote border", List.of(), border)));
    assertEquals(
        "[border-first, elections]", told(world("vote border", List.of(), elections, border)));
  }

  @Test
  void d01ALoopOfZeroLengthIsNoKnot() {
    assertEquals(
        "",
        told(
            world(
                "a b c",
                List.of(),
                demand("x", Clause.together(at("a"), at("b"))),
                demand("y", Clause.together(at("b"), at("c"))),
                demand("z", Clause.together(at("c"), at("a"))))));
  }

  @Test
  void d02AStoppedSearchSaysSo() {
    SequenceProblem problem =
        world("a", List.of(), demand("x", Clause.atLeast(at("a"), at("a"), 1)));
    var finding = Knots.of(problem, Budget.ofSteps(0));
    assertTrue(
        finding instanceof org.parley.exact.Finding.Bounded<List<Knot>> bounded
            && bounded.bound().equals(new SequenceBound.SomeKnots(0)));
  }
}
