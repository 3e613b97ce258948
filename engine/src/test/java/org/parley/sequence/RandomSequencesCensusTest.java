package org.parley.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.model.GeneratorCensus;
import org.parley.model.step.DemandId;

/// Measures what random sequences are made of.
class RandomSequencesCensusTest {

  @Test
  void randomSequencesHaveEverythingASequenceCanHave() {
    var census =
        GeneratorCensus.of(SequenceProblem.class)
            .classify(org.parley.model.date.Edtf.class, List.of("a date"), _ -> List.of("a date"))
            .expect(
                "a step carried out before the origin",
                "a step carried out after the origin",
                "a step carried out on the origin",
                "a day before which nothing begins, before the origin",
                "and after it",
                "all demands can hold",
                "demands cannot all hold",
                "a clause between two terms",
                "a lag below 0",
                "a deadline")
            .exclude("SequenceProblem.steps = empty", "there is something to order")
            .exclude("SequenceProblem.steps = one", "there is something to order")
            .exclude("SequenceProblem.demands = empty", "something is demanded")
            .exclude("ContestedTerm.readings = empty", "a term means something")
            .exclude("TimedDemand.Way.allOf = empty", "a way asks for something");
    for (long seed = 0; seed < 2_000; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      census.count(problem);
      Long notBefore = problem.notBefore();
      census.see(
          "a day before which nothing begins, before the origin",
          notBefore != null && notBefore < 0);
      census.see("and after it", notBefore != null && notBefore > 0);
      for (Clause clause : problem.fixed()) {
        Long on = clause.atLeast();
        if (clause.from().equals(Moment.ORIGIN) && on != null && on.equals(clause.atMost())) {
          census.see("a step carried out before the origin", on < 0);
          census.see("a step carried out after the origin", on > 0);
          census.see("a step carried out on the origin", on == 0);
        }
      }
      for (TimedDemand demand : problem.demands()) {
        for (TimedDemand.Way way : demand.anyOf()) {
          for (Clause clause : way.allOf()) {
            census.see(
                "a clause between two terms",
                clause.from() instanceof Moment.Read && clause.to() instanceof Moment.Read);
            census.see("a lag below 0", clause.atLeast() != null && clause.atLeast() < 0);
            census.see(
                "a deadline", clause.from().equals(Moment.ORIGIN) && clause.atMost() != null);
          }
        }
      }
      if (seed < 200) {
        Set<DemandId> all = new HashSet<>();
        problem.demands().forEach(each -> all.add(each.id()));
        boolean holds = BruteForce.canHold(problem, all, java.util.Map.of());
        census.see(holds ? "all demands can hold" : "demands cannot all hold");
      }
    }
    assertEquals(List.of(), census.neverProduced());
  }
}
