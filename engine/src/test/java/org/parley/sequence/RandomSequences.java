package org.parley.sequence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.parley.model.PartyId;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;

/// Small sequences at random: few steps, so that demands collide; everything a sequence can have.
public final class RandomSequences {

  private static final List<LocalDate> STARTS =
      List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 2, 29), LocalDate.of(2026, 3, 31));
  private static final List<PartyId> PARTIES =
      List.of(new PartyId("p0"), new PartyId("p1"), new PartyId("p2"));

  private RandomSequences() {}

  public static SequenceProblem next(RandomGenerator random) {
    int steps = 2 + random.nextInt(4);
    List<PlannedStep> planned = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      planned.add(
          new PlannedStep(
              step(i),
              "step " + i,
              parties(random),
              duration(random),
              random.nextBoolean(),
              worth(random)));
    }
    List<ContestedTerm> terms = new ArrayList<>();
    for (int t = random.nextInt(3); t > 0; t--) {
      List<ContestedTerm.Reading> readings = new ArrayList<>();
      int count = random.nextInt(8) == 0 ? 1 : 2 + random.nextInt(2);
      for (int r = 0; r < count; r++) {
        readings.add(new ContestedTerm.Reading("r" + r, at(random, steps), claims(random)));
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
      boolean isOpen = random.nextInt(4) == 0;
      demands.add(
          new TimedDemand(
              new DemandId("d" + d),
              "demand " + d,
              parties(random),
              random.nextBoolean() ? null : Edtf.of("2026-01"),
              claims(random),
              isOpen && random.nextBoolean() ? List.of() : ways,
              isOpen ? open(random, steps) : null,
              random.nextBoolean()));
    }
    List<Clause> fixed = new ArrayList<>();
    for (int f = random.nextInt(3) - random.nextInt(2); f > 0; f--) {
      fixed.add(
          random.nextInt(3) == 0 ? happened(random, steps) : clause(random, steps, List.of()));
    }
    return new SequenceProblem(
        scale(random),
        planned,
        terms,
        demands,
        fixed,
        recesses(random, steps),
        random.nextBoolean()
            ? null
            : Long.valueOf(random.nextInt(4) == 0 ? random.nextInt(5) - 2L : 0));
  }

  /// Half as many demands again as steps, a third of them with several ways. One clause in ten
  /// contradicts the dates that all others keep.
  public static SequenceProblem withManyWays(RandomGenerator random, int steps) {
    List<PlannedStep> planned = new ArrayList<>();
    Map<Moment.At, Long> hidden = new HashMap<>();
    for (int i = 0; i < steps; i++) {
      long lasts = random.nextInt(10);
      PlannedStep.Duration duration = PlannedStep.Duration.of(lasts);
      planned.add(new PlannedStep(step(i), "step " + i, parties(random), duration, true, Map.of()));
      long start = random.nextInt(10 * steps);
      hidden.put(Moment.start(step(i)), start);
      hidden.put(Moment.end(step(i)), start + lasts);
    }
    List<ContestedTerm> terms = new ArrayList<>();
    for (int t = random.nextInt(3); t > 0; t--) {
      List<ContestedTerm.Reading> readings = new ArrayList<>();
      for (int r = 0; r < 2; r++) {
        readings.add(new ContestedTerm.Reading("r" + r, at(random, steps), List.of()));
      }
      terms.add(new ContestedTerm(new TermId("t" + t), "term " + t, readings));
    }
    List<TimedDemand> demands = new ArrayList<>();
    for (int d = 0; d < steps * 3 / 2; d++) {
      List<TimedDemand.Way> ways = new ArrayList<>();
      for (int w = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1; w > 0; w--) {
        ways.add(new TimedDemand.Way(List.of(keptBy(hidden, random, steps, terms))));
      }
      demands.add(
          new TimedDemand(
              new DemandId("d" + d),
              "demand " + d,
              parties(random),
              null,
              List.of(),
              ways,
              null,
              false));
    }
    return new SequenceProblem(
        scale(random), planned, terms, demands, List.of(), recesses(random, steps), null);
  }

  private static Clause keptBy(
      Map<Moment.At, Long> hidden, RandomGenerator random, int steps, List<ContestedTerm> terms) {
    Moment.At from = at(random, steps);
    Moment.At to = at(random, steps);
    while (to.step().equals(from.step())) {
      to = at(random, steps);
    }
    long apart = hidden.getOrDefault(to, 0L) - hidden.getOrDefault(from, 0L);
    if (random.nextInt(10) == 0) {
      apart = random.nextInt(11) - 5 - apart;
    }
    Moment begins =
        !terms.isEmpty() && random.nextInt(6) == 0
            ? new Moment.Read(terms.get(random.nextInt(terms.size())).id())
            : from;
    return switch (random.nextInt(3)) {
      case 0 -> Clause.between(begins, to, apart - random.nextInt(8), apart + random.nextInt(8));
      case 1 -> new Clause(begins, to, null, apart + random.nextInt(8));
      default -> Clause.atLeast(begins, to, apart - random.nextInt(8));
    };
  }

  /// None, or up to three, which may overlap.
  private static List<RecessPeriod> recesses(RandomGenerator random, int steps) {
    List<RecessPeriod> recesses = new ArrayList<>();
    for (int r = random.nextInt(6) - 2; r > 0; r--) {
      long from = random.nextInt(12) - 3L;
      PartyId body = PARTIES.get(random.nextInt(PARTIES.size()));
      recesses.add(
          new RecessPeriod(
              step(random.nextInt(steps)),
              body,
              "body",
              from,
              from + random.nextInt(4),
              List.of(new SourceId("o0"), new SourceId("o1")).subList(0, random.nextInt(3))));
    }
    return recesses;
  }

  private static TimeScale scale(RandomGenerator random) {
    return new TimeScale(
        random.nextInt(4) == 0 ? TimeScale.Unit.MINUTE : TimeScale.Unit.DAY,
        STARTS.get(random.nextInt(STARTS.size())),
        random.nextBoolean() ? ZoneOffset.UTC : ZoneId.of("Europe/Kyiv"));
  }

  private static PlannedStep.Duration duration(RandomGenerator random) {
    long least = random.nextInt(3);
    return switch (random.nextInt(8)) {
      case 0 -> likely(PlannedStep.Duration.chosen(least, 3 + random.nextInt(3)));
      case 1 -> PlannedStep.Duration.contingent(least, 3 + random.nextInt(3));
      case 2 -> PlannedStep.Duration.of(least);
      default -> PlannedStep.Duration.NONE;
    };
  }

  /// Every other length has a likely one, which bounds nothing.
  private static PlannedStep.Duration likely(PlannedStep.Duration bounds) {
    return bounds.most() % 2 == 0
        ? bounds
        : new PlannedStep.Duration(
            bounds.least(), bounds.most() - 1, bounds.most(), bounds.chosenBy());
  }

  private static List<PartyId> parties(RandomGenerator random) {
    int first = random.nextInt(PARTIES.size());
    return PARTIES.subList(first, first + random.nextInt(PARTIES.size() - first + 1));
  }

  private static List<ClaimId> claims(RandomGenerator random) {
    return List.of(new ClaimId("c0"), new ClaimId("c1")).subList(0, random.nextInt(3));
  }

  private static Map<PartyId, Long> worth(RandomGenerator random) {
    Map<PartyId, Long> worth = new HashMap<>();
    parties(random).forEach(party -> worth.put(party, random.nextInt(9) - 4L));
    return worth;
  }

  private static TimedDemand.Open open(RandomGenerator random, int steps) {
    return new TimedDemand.Open(at(random, steps), "the leaders", random.nextBoolean());
  }

  /// A step that was carried out on a day: before the origin, on it, or after.
  private static Clause happened(RandomGenerator random, int steps) {
    long day = random.nextInt(7) - 3L;
    return Clause.between(Moment.ORIGIN, at(random, steps), day, day);
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
