package org.parley.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;

/// What is no sequence: each rule broken in each place, and every fault named at once.
class SequenceProblemTest {

  private static final Clause SOUND = Clause.after(Worlds.at("a"), Worlds.at("b"));

  private static List<SequenceFault> faults(
      List<String> steps,
      @Nullable ContestedTerm term,
      List<TimedDemand> demands,
      Clause... fixed) {
    try {
      var _ =
          new SequenceProblem(
              TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
              steps.stream().map(id -> PlannedStep.milestone(new StepId(id), id)).toList(),
              term == null ? List.of() : List.of(term),
              demands,
              List.of(fixed),
              null);
      return List.of();
    } catch (BadSequenceException e) {
      return e.faults();
    }
  }

  private static ContestedTerm term(String id, String... steps) {
    return new ContestedTerm(
        new TermId(id),
        id,
        List.of(steps).stream()
            .map(step -> new ContestedTerm.Reading("as " + step, Worlds.at(step), List.of()))
            .toList());
  }

  private static SequenceFault absent(@Nullable Id by, Id named) {
    return new SequenceFault.Absent(by, named);
  }

  @Test
  void whatIsSoundIsTaken() {
    assertEquals(
        List.of(),
        faults(
            List.of("a", "b"),
            term("t", "a", "b"),
            List.of(Worlds.demand("d", SOUND, Clause.after(Worlds.read("t"), Worlds.at("b")))),
            SOUND,
            Clause.notBefore(Worlds.at("a"), 3)));
  }

  @Test
  void aDurationIsNotNegativeNorSwappedNorEndless() {
    long far = Clause.LARGEST;
    for (long[] sound : new long[][] {{0, 0}, {0, 1}, {3, 3}, {far, far}}) {
      PlannedStep.Duration duration = PlannedStep.Duration.chosen(sound[0], sound[1]);
      assertEquals(List.of(sound[0], sound[1]), List.of(duration.least(), duration.most()));
    }
    for (long[] wrong : new long[][] {{-1, 0}, {-1, -1}, {2, 1}, {0, far + 1}}) {
      assertThrows(
          IllegalArgumentException.class, () -> PlannedStep.Duration.chosen(wrong[0], wrong[1]));
      assertThrows(
          IllegalArgumentException.class,
          () -> PlannedStep.Duration.contingent(wrong[0], wrong[1]));
    }
    for (long lag : new long[] {far, -far, 0}) {
      assertEquals(lag, Clause.atLeast(Worlds.at("a"), Worlds.at("b"), lag).atLeast());
    }
    for (long lag : new long[] {far + 1, -far - 1}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Clause.atLeast(Worlds.at("a"), Worlds.at("b"), lag));
      assertThrows(IllegalArgumentException.class, () -> Clause.notAfter(Worlds.at("a"), lag));
    }
  }

  @Test
  void noIdIsUsedTwice() {
    assertEquals(
        List.of(new SequenceFault.Twice(new StepId("a"))),
        faults(List.of("a", "b", "a"), null, List.of(), SOUND));
    assertEquals(
        List.of(new SequenceFault.Twice(new DemandId("a"))),
        faults(List.of("b"), term("a", "b"), List.of(Worlds.demand("a", after("b", "b")))).stream()
            .filter(SequenceFault.Twice.class::isInstance)
            .toList());
    assertEquals(
        List.of(new SequenceFault.Twice(new DemandId("d"))),
        faults(
            List.of("a", "b"),
            null,
            List.of(Worlds.demand("d", SOUND), Worlds.demand("d", SOUND))));
    assertEquals(
        List.of(new SequenceFault.Twice(new DemandId("b"))),
        faults(List.of("a", "b"), null, List.of(Worlds.demand("b", after("a", "a")))));
  }

  private static Clause after(String from, String to) {
    return Clause.after(Worlds.at(from), Worlds.at(to));
  }

  @Test
  void whatIsSpokenOfIsThere() {
    List<String> steps = List.of("a", "b");
    for (Clause wrong : List.of(after("x", "b"), after("a", "x"))) {
      assertEquals(
          List.of(absent(new DemandId("d"), new StepId("x"))),
          faults(steps, null, List.of(Worlds.demand("d", SOUND, wrong))));
      assertEquals(List.of(absent(null, new StepId("x"))), faults(steps, null, List.of(), wrong));
    }
    assertEquals(
        List.of(absent(new TermId("t"), new StepId("x"))),
        faults(steps, term("t", "a", "x"), List.of()));
    assertEquals(
        List.of(absent(new DemandId("d"), new TermId("a"))),
        faults(
            steps,
            null,
            List.of(Worlds.demand("d", Clause.after(Worlds.read("a"), Worlds.at("b"))))));
    TimedDemand open =
        new TimedDemand(
            new DemandId("d"),
            "open",
            List.of(new PartyId("p")),
            null,
            List.of(),
            List.of(),
            new TimedDemand.Open(Moment.start(new StepId("x")), "leaders", true),
            false);
    assertEquals(
        List.of(absent(new DemandId("d"), new StepId("x"))), faults(steps, null, List.of(open)));
  }

  @Test
  void nothingFixedIsContested() {
    for (Clause wrong :
        List.of(
            Clause.after(Worlds.read("t"), Worlds.at("a")),
            Clause.after(Worlds.at("a"), Worlds.read("t")))) {
      assertEquals(
          List.of(new SequenceFault.FixedOnTerm(wrong)),
          faults(List.of("a"), term("t", "a"), List.of(), wrong));
    }
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertEquals(
        4,
        faults(
                List.of("a", "a"),
                term("t", "x"),
                List.of(Worlds.demand("d", after("a", "y"))),
                after("z", "a"))
            .size());
  }

  @Test
  void eachIsFoundByItsIdAndNothingElse() {
    SequenceProblem problem =
        Worlds.world(
            "a b",
            List.of(term("t", "a"), term("u", "b")),
            Worlds.demand("d", SOUND),
            Worlds.demand("e", SOUND));
    assertEquals(new StepId("b"), problem.get(new StepId("b")).id());
    assertEquals(new TermId("u"), problem.get(new TermId("u")).id());
    assertEquals(new DemandId("e"), problem.get(new DemandId("e")).id());
    assertThrows(NoSuchElementException.class, () -> problem.get(new StepId("d")));
    assertThrows(NoSuchElementException.class, () -> problem.get(new TermId("a")));
    assertThrows(NoSuchElementException.class, () -> problem.get(new DemandId("t")));
  }
}
