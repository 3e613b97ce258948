package org.parley.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.plan.Plan;

/// The bounds that the clauses, durations and days of a sequence say, as numbers: read again for
/// every check.
final class SequenceBounds {

  private final SequenceProblem problem;

  SequenceBounds(SequenceProblem problem) {
    this.problem = problem;
  }

  /// `to` follows `from` by at most `atMost`.
  record Bound(Moment from, Moment to, long atMost) {}

  /// Every bound of a plan with its readings and ways; instantaneous steps are one moment.
  static List<Bound> of(Plan plan, SequenceProblem problem) {
    Map<DemandId, Integer> ways = new HashMap<>();
    problem.demands().forEach(each -> ways.put(each.id(), plan.ways().getOrDefault(each.id(), 0)));
    return new SequenceBounds(problem).under(plan.readings(), ways);
  }

  /// Every bound under these choices; demands with several open ways are left out.
  List<Bound> under(Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    return under(readings, ways, Set.of());
  }

  /// The same without the durations of some steps.
  List<Bound> under(
      Map<TermId, String> readings, Map<DemandId, Integer> ways, Set<StepId> decided) {
    List<Bound> all = new ArrayList<>();
    Long notBefore = problem.notBefore();
    for (PlannedStep step : problem.steps()) {
      if (!decided.contains(step.id())) {
        all.addAll(of(lasts(step), Map.of()));
      }
      if (notBefore != null && !isDated(step.id())) {
        all.addAll(of(Clause.notBefore(Moment.start(step.id()), notBefore), Map.of()));
      }
    }
    problem.fixed().forEach(clause -> all.addAll(of(clause, Map.of())));
    for (TimedDemand demand : problem.demands()) {
      Integer way = ways.get(demand.id());
      if (demand.anyOf().size() == 1 || (way != null && !demand.anyOf().isEmpty())) {
        demand
            .anyOf()
            .get(demand.anyOf().size() == 1 || way == null ? 0 : way)
            .allOf()
            .forEach(clause -> all.addAll(of(clause, readings)));
      }
    }
    return all.stream()
        .map(each -> new Bound(place(each.from), place(each.to), each.atMost))
        .toList();
  }

  List<Bound> of(Loop.Reason reason) {
    return switch (reason) {
      case Loop.Reason.Demanded(DemandId id, int way, int clause, Map<TermId, String> readings) ->
          of(problem.get(id).anyOf().get(way).allOf().get(clause), readings);
      case Loop.Reason.Fixed(int index) -> of(problem.fixed().get(index), Map.of());
      case Loop.Reason.Lasts(StepId id) -> of(lasts(problem.get(id)), Map.of());
      case Loop.Reason.Recess side -> isOpen(side.index()) ? sideOf(side) : List.of();
      case Loop.Reason.Past(StepId id) -> {
        Long notBefore = problem.notBefore();
        yield notBefore == null || isDated(id)
            ? List.of()
            : of(Clause.notBefore(Moment.start(id), notBefore), Map.of());
      }
    };
  }

  /// Whether a recess can still prevent its step: one that ended did so nevertheless.
  boolean isOpen(int recess) {
    return !isEndDated(problem.recesses().get(recess).step());
  }

  List<Bound> sideOf(Loop.Reason.Recess side) {
    return of(problem.recesses().get(side.index()).side(side.after()), Map.of());
  }

  List<Bound> of(Clause clause, Map<TermId, String> readings) {
    List<Bound> bounds = new ArrayList<>();
    Moment from = read(clause.from(), readings);
    Moment to = read(clause.to(), readings);
    Long atMost = clause.atMost();
    Long atLeast = clause.atLeast();
    if (atMost != null) {
      bounds.add(new Bound(from, to, atMost));
    }
    if (atLeast != null) {
      bounds.add(new Bound(to, from, -atLeast));
    }
    return bounds;
  }

  private Moment read(Moment moment, Map<TermId, String> readings) {
    if (moment instanceof Moment.Read(TermId term)) {
      String name = readings.get(term);
      return name == null ? moment : problem.get(term).reading(name).moment();
    }
    return moment;
  }

  static Clause lasts(PlannedStep step) {
    return Clause.between(
        Moment.start(step.id()),
        Moment.end(step.id()),
        step.duration().least(),
        step.duration().most());
  }

  /// The start and end of an instantaneous step are one moment.
  Moment place(Moment moment) {
    return moment instanceof Moment.At(StepId step, Moment.Phase phase)
            && phase == Moment.Phase.END
            && problem.get(step).duration().most() == 0
        ? Moment.start(step)
        : moment;
  }

  /// Whether a link follows from its reason under these choices, whatever the sides of recesses.
  boolean holds(Loop.Link link, Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    return !(link.reason() instanceof Loop.Reason.Recess)
        && (!(link.reason() instanceof Loop.Reason.Demanded demanded)
            || (ways.getOrDefault(demanded.demand(), 0) == demanded.way()
                && readings.entrySet().containsAll(demanded.readings().entrySet())))
        && of(link.reason()).contains(new Bound(link.from(), link.to(), link.atMost()));
  }

  boolean isEndDated(StepId step) {
    return problem.fixed().stream()
        .anyMatch(
            clause ->
                clause.from().equals(Moment.ORIGIN)
                    && clause.to().equals(Moment.end(step))
                    && clause.atLeast() != null
                    && clause.atLeast().equals(clause.atMost()));
  }

  boolean isDated(StepId step) {
    return problem.fixed().stream()
        .anyMatch(
            clause ->
                clause.from().equals(Moment.ORIGIN)
                    && (clause.to().equals(Moment.start(step))
                        || clause.to().equals(Moment.end(step)))
                    && isDate(clause));
  }

  /// Whether a clause from the origin gives a date, or certainly a past one.
  private boolean isDate(Clause clause) {
    Long notBefore = problem.notBefore();
    Long atMost = clause.atMost();
    return atMost != null
        && clause.atLeast() != null
        && (atMost.equals(clause.atLeast()) || (notBefore != null && atMost < notBefore));
  }

  /// Whether these times keep a clause.
  boolean keeps(Clause clause, Map<Moment.At, Long> times, Map<TermId, String> readings) {
    for (Bound bound : of(clause, readings)) {
      if (time(bound.to, times) - time(bound.from, times) > bound.atMost) {
        return false;
      }
    }
    return true;
  }

  static long time(Moment moment, Map<Moment.At, Long> times) {
    return switch (moment) {
      case Moment.Origin _ -> 0;
      case Moment.Read read ->
          throw new IllegalArgumentException(
              "checking dates: term " + read.term() + " is not read. Maybe say how.");
      case Moment.At at -> {
        Long time = times.get(at);
        if (time == null) {
          throw new IllegalArgumentException(
              "checking dates: " + at + " has none. Maybe it was left out.");
        }
        yield time;
      }
    };
  }

  /// Shortest distances: the most that each moment can follow `start`; unbounded moments are left
  /// out.
  static Map<Moment, Long> atMost(Moment start, List<Bound> bounds) {
    Map<Moment, Long> atMost = new HashMap<>(Map.of(start, 0L));
    boolean changed = true;
    for (int round = 0; changed; round++) {
      if (round > bounds.size() + 1) {
        throw new IllegalArgumentException("checking dates: the bounds cannot all hold");
      }
      changed = false;
      for (Bound bound : bounds) {
        Long from = atMost.get(bound.from);
        if (from != null) {
          long to = Math.addExact(from, bound.atMost);
          Long before = atMost.get(bound.to);
          if (before == null || to < before) {
            atMost.put(bound.to, to);
            changed = true;
          }
        }
      }
    }
    return atMost;
  }

  static Flaw unfounded(Loop.Link link) {
    return Flaw.of(Flaw.Code.BOUND_UNFOUNDED, link.from(), link.to(), link.atMost());
  }
}
