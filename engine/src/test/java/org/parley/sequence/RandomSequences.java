package org.parley.sequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;

/// Small sequences at random: few steps, so that demands collide.
public final class RandomSequences {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private RandomSequences() {}

  public static SequenceProblem next(RandomGenerator random) {
    int steps = 2 + random.nextInt(4);
    List<PlannedStep> planned = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      PlannedStep.Duration duration =
          random.nextInt(4) == 0
              ? PlannedStep.Duration.chosen(random.nextInt(3), 3 + random.nextInt(3))
              : PlannedStep.Duration.NONE;
      planned.add(new PlannedStep(step(i), "step " + i, List.of(), duration, true, Map.of()));
    }
    List<ContestedTerm> terms = new ArrayList<>();
    for (int t = random.nextInt(3); t > 0; t--) {
      List<ContestedTerm.Reading> readings = new ArrayList<>();
      for (int r = 0; r < 2 + random.nextInt(2); r++) {
        readings.add(new ContestedTerm.Reading("r" + r, at(random, steps), List.<ClaimId>of()));
      }
      terms.add(new ContestedTerm(new TermId("t" + t), "term " + t, readings));
    }
    List<TimedDemand> demands = new ArrayList<>();
    int count = 1 + random.nextInt(7);
    for (int d = 0; d < count; d++) {
      List<TimedDemand.Way> ways = new ArrayList<>();
      int waysCount = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
      for (int w = 0; w < waysCount; w++) {
        List<Clause> clauses = new ArrayList<>();
        for (int c = random.nextInt(3) == 0 ? 2 : 1; c > 0; c--) {
          clauses.add(clause(random, steps, terms));
        }
        ways.add(new TimedDemand.Way(clauses));
      }
      demands.add(
          new TimedDemand(
              new DemandId("d" + d),
              "demand " + d,
              List.of(new PartyId("p" + random.nextInt(3))),
              null,
              List.of(),
              ways,
              null,
              false));
    }
    List<Clause> fixed = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      fixed.add(clause(random, steps, List.of()));
    }
    return new SequenceProblem(
        TimeScale.ofDays(START), planned, terms, demands, fixed, random.nextBoolean() ? 0L : null);
  }

  private static StepId step(int i) {
    return new StepId("s" + i);
  }

  private static Moment.At at(RandomGenerator random, int steps) {
    return new Moment.At(
        step(random.nextInt(steps)), random.nextBoolean() ? Moment.Phase.START : Moment.Phase.END);
  }

  private static Moment moment(RandomGenerator random, int steps, List<ContestedTerm> terms) {
    if (random.nextInt(8) == 0) {
      return Moment.ORIGIN;
    }
    if (!terms.isEmpty() && random.nextInt(3) == 0) {
      return new Moment.Read(terms.get(random.nextInt(terms.size())).id());
    }
    return at(random, steps);
  }

  private static Clause clause(RandomGenerator random, int steps, List<ContestedTerm> terms) {
    Moment from = moment(random, steps, terms);
    Moment to = moment(random, steps, terms);
    long least = random.nextInt(9) - 3L;
    return switch (random.nextInt(4)) {
      case 0 -> Clause.after(from, to);
      case 1 -> Clause.between(from, to, least, least + random.nextInt(4));
      case 2 -> new Clause(from, to, null, least);
      default -> Clause.atLeast(from, to, least);
    };
  }
}
