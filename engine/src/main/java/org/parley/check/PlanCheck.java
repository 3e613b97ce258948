package org.parley.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.Clause;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Checks plans of a sequence from its clauses alone.
public final class PlanCheck {

  private final SequenceProblem problem;
  private final SequenceBounds bounds;
  private final SequenceCheck ties;
  private final Meter meter;

  private PlanCheck(SequenceProblem problem, Budget budget) {
    this.problem = problem;
    this.bounds = new SequenceBounds(problem);
    this.meter = new Meter(budget);
    this.ties = new SequenceCheck(problem, meter);
  }

  /// Verifies a plan: it keeps every clause, and its times are the earliest and latest. Its chains
  /// of clauses add up to the times they explain. Cost: moments times clauses for each moment.
  public static Verdict verify(Plan plan, SequenceProblem problem) {
    return Verdict.of(new PlanCheck(problem, Budget.unlimited()).wrongWith(plan));
  }

  private List<Flaw> wrongWith(Plan plan) {
    try {
      List<Flaw> wrong = new ArrayList<>(choices(plan));
      if (wrong.isEmpty()) {
        wrong.addAll(dates(plan));
      }
      return wrong;
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return List.of(Flaw.of(Flaw.Code.MALFORMED));
    }
  }

  /// Verifies that the plan dates each step, chooses a way for each demand, and keeps it.
  private List<Flaw> choices(Plan plan) {
    List<Flaw> wrong = new ArrayList<>();
    List<Moment.At> moments = new ArrayList<>();
    for (PlannedStep step : problem.steps()) {
      moments.add(Moment.start(step.id()));
      moments.add(Moment.end(step.id()));
    }
    if (!plan.times().stream().map(Plan.Window::moment).toList().equals(moments)) {
      wrong.add(Flaw.of(Flaw.Code.OTHER_PROBLEM));
      return wrong;
    }
    Set<DemandId> open = new HashSet<>();
    problem.demands().stream()
        .filter(demand -> demand.anyOf().size() > 1)
        .forEach(demand -> open.add(demand.id()));
    if (!plan.ways().keySet().equals(open)) {
      wrong.add(Flaw.of(Flaw.Code.OTHER_MEMBERS, plan.ways().keySet()));
    }
    for (Map.Entry<TermId, String> each : plan.readings().entrySet()) {
      problem.get(each.getKey()).reading(each.getValue());
    }
    wrong.addAll(broken(plan.earliest(), plan.readings(), problem));
    for (SequenceBounds.Bound bound : SequenceBounds.of(plan, problem)) {
      if (SequenceBounds.time(bound.to(), plan.earliest())
              - SequenceBounds.time(bound.from(), plan.earliest())
          > bound.atMost()) {
        wrong.add(Flaw.of(Flaw.Code.DATES_BREAK, bound.from(), bound.to(), bound.atMost()));
      }
    }
    return wrong;
  }

  /// Verifies that the times are the earliest and latest, and that the chains explain them.
  private List<Flaw> dates(Plan plan) {
    List<Flaw> wrong = new ArrayList<>();
    List<SequenceBounds.Bound> all = SequenceBounds.of(plan, problem);
    Set<Loop.Reason.Recess> later = RecessDates.of(problem, bounds, all, true).sides();
    RecessDates lowered = RecessDates.of(problem, bounds, all, false);
    Map<Moment, Long> latest = lowered.times();
    List<SequenceBounds.Bound> inTime = new ArrayList<>(all);
    for (Plan.Window window : plan.times()) {
      inTime.add(
          new SequenceBounds.Bound(
              Moment.ORIGIN, bounds.place(window.moment()), Math.max(0, plan.lasting())));
    }
    Map<Moment, Long> latestInTime = RecessDates.of(problem, bounds, inTime, false).times();
    for (Plan.Window window : plan.times()) {
      Moment at = bounds.place(window.moment());
      chain(window.whyNotEarlier(), at, Moment.ORIGIN, -window.earliest(), plan, later, wrong);
      Long last = window.latest();
      if (last != null) {
        chain(window.whyNotLater(), Moment.ORIGIN, at, last, plan, lowered.sides(), wrong);
      } else if (!window.whyNotLater().isEmpty()) {
        wrong.add(Flaw.of(Flaw.Code.OTHER_TIME, at));
      }
      if (!Objects.equals(last, latest.get(at))) {
        wrong.add(Flaw.of(Flaw.Code.OTHER_TIME, at));
      }
      Long most = latestInTime.get(at);
      if (most == null || most - window.earliest() != window.slack()) {
        wrong.add(Flaw.of(Flaw.Code.OTHER_TIME, at));
      }
    }
    lasting(plan, later, wrong);
    if (!plan.decisions().equals(decisions(plan))) {
      wrong.add(Flaw.of(Flaw.Code.OTHER_DECISIONS));
    }
    return wrong;
  }

  private void lasting(Plan plan, Set<Loop.Reason.Recess> later, List<Flaw> wrong) {
    long lasting = plan.times().stream().mapToLong(Plan.Window::earliest).max().orElse(0);
    if (plan.lasting() != lasting || plan.criticalPath().isEmpty() != plan.times().isEmpty()) {
      wrong.add(Flaw.of(Flaw.Code.OTHER_LENGTH, lasting));
    } else if (!plan.times().isEmpty()) {
      Moment last = bounds.place(plan.criticalPath().getFirst().from());
      chain(plan.criticalPath(), last, Moment.ORIGIN, -lasting, plan, later, wrong);
    }
  }

  private List<Plan.Decision> decisions(Plan plan) {
    List<Plan.Decision> decisions = new ArrayList<>();
    for (TimedDemand demand : problem.demands()) {
      TimedDemand.Open open = demand.open();
      if (open != null) {
        Plan.Window window = plan.get(open.what());
        decisions.add(
            new Plan.Decision(
                demand.id(),
                open.decidedBy(),
                window.latest(),
                Math.addExact(window.earliest(), window.slack())));
      }
    }
    return decisions;
  }

  /// Checks that links lead from one moment to another and add up to `total`.
  ///
  /// @param sides the sides of recesses on which steps certainly end
  private void chain(
      List<Loop.Link> links,
      Moment from,
      Moment to,
      long total,
      Plan plan,
      Set<Loop.Reason.Recess> sides,
      List<Flaw> wrong) {
    Moment at = from;
    long sum = 0;
    for (Loop.Link link : links) {
      boolean isHeld =
          link.reason() instanceof Loop.Reason.Recess side
              ? sides.contains(side)
                  && bounds
                      .of(side)
                      .contains(new SequenceBounds.Bound(link.from(), link.to(), link.atMost()))
              : bounds.holds(link, plan.readings(), plan.ways());
      if (!bounds.place(link.from()).equals(at) || !isHeld) {
        wrong.add(SequenceBounds.unfounded(link));
        return;
      }
      at = bounds.place(link.to());
      sum = Math.addExact(sum, link.atMost());
    }
    if (!at.equals(to) || sum != total) {
      wrong.add(Flaw.of(Flaw.Code.CHAIN_BROKEN, from, to));
    }
  }

  /// Verifies a list of plans: each keeps every clause, and no choice of ways makes a shorter one.
  /// No other reading of the terms has a plan.
  public static Verdict verify(Plans.Planned proof, SequenceProblem problem, Budget budget) {
    var check = new PlanCheck(problem, budget);
    try {
      return Verdict.of(check.planned(proof), check.meter);
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  private Optional<Flaw> planned(Plans.Planned proof) {
    if (proof.plans().isEmpty()) {
      return Optional.of(Flaw.of(Flaw.Code.PLAN_MISSING));
    }
    Set<Map<TermId, String>> read = new HashSet<>();
    for (Plan plan : proof.plans()) {
      Optional<Flaw> wrong = wrongWith(plan).stream().findFirst().or(() -> shorter(plan));
      if (wrong.isPresent()) {
        return wrong;
      }
      if (!read.add(plan.readings())
          || !plan.readings().entrySet().containsAll(proof.readings().entrySet())) {
        return Optional.of(Flaw.of(Flaw.Code.PLAN_MISSING, plan.readings()));
      }
    }
    for (Loop loop : proof.loops()) {
      Optional<Flaw> wrong = ties.loop(loop, SequenceCheck.all(problem));
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    List<TermId> terms = new ArrayList<>();
    for (ContestedTerm term : problem.terms()) {
      if (!proof.readings().containsKey(term.id())
          && problem.demands().stream().anyMatch(demand -> uses(demand, term.id()))) {
        terms.add(term.id());
      }
    }
    return everyReading(proof, read, terms, new HashMap<>(proof.readings()), 0);
  }

  private static boolean uses(TimedDemand demand, TermId term) {
    var read = new Moment.Read(term);
    return demand.anyOf().stream()
        .flatMap(way -> way.allOf().stream())
        .anyMatch(clause -> clause.from().equals(read) || clause.to().equals(read));
  }

  /// Whether every reading of the terms from `at` on has a plan, or loops that rule it out.
  private Optional<Flaw> everyReading(
      Plans.Planned proof,
      Set<Map<TermId, String>> planned,
      List<TermId> terms,
      Map<TermId, String> readings,
      int at) {
    if (at == terms.size()) {
      return planned.contains(readings)
          ? Optional.empty()
          : ties.covered(proof.loops(), readings, new HashMap<>());
    }
    for (ContestedTerm.Reading reading : problem.get(terms.get(at)).readings()) {
      readings.put(terms.get(at), reading.name());
      Optional<Flaw> wrong = everyReading(proof, planned, terms, readings, at + 1);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    readings.remove(terms.get(at));
    return Optional.empty();
  }

  /// Whether some choice of ways makes a shorter plan. Open ways bound nothing, so a choice is at
  /// least as long as any part of it.
  private Optional<Flaw> shorter(Plan plan) {
    return meter.spend(1) || lasting(plan.readings(), Map.of()) >= plan.lasting()
        ? Optional.empty()
        : shorter(plan, Map.of());
  }

  /// The ways of a demand that may make a plan shorter, and the least length of one.
  private record OpenWays(DemandId demand, List<Integer> ways, long least) {}

  /// The same with some ways chosen. The demand with the fewest ways that may shorten is tried
  /// first.
  private Optional<Flaw> shorter(Plan plan, Map<DemandId, Integer> ways) {
    OpenWays next = null;
    for (TimedDemand demand : problem.demands()) {
      if (demand.anyOf().size() > 1 && !ways.containsKey(demand.id())) {
        OpenWays open = open(plan, ways, demand);
        if (open.ways.isEmpty() || meter.stopped()) {
          return Optional.empty();
        }
        if (next == null
            || open.ways.size() < next.ways.size()
            || (open.ways.size() == next.ways.size() && open.least > next.least)) {
          next = open;
        }
      }
    }
    if (next == null) {
      return Optional.of(Flaw.of(Flaw.Code.SHORTER_PLAN, ways));
    }
    for (int way : next.ways) {
      Map<DemandId, Integer> chosen = new HashMap<>(ways);
      chosen.put(next.demand, way);
      Optional<Flaw> found = shorter(plan, chosen);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private OpenWays open(Plan plan, Map<DemandId, Integer> ways, TimedDemand demand) {
    List<Integer> open = new ArrayList<>();
    long least = Long.MAX_VALUE;
    Map<DemandId, Integer> tried = new HashMap<>(ways);
    for (int way = 0; way < demand.anyOf().size() && !meter.spend(1); way++) {
      tried.put(demand.id(), way);
      long lasting = lasting(plan.readings(), tried);
      if (lasting < plan.lasting()) {
        open.add(way);
        least = Math.min(least, lasting);
      }
    }
    return new OpenWays(demand.id(), open, least);
  }

  /// The least length of a plan under these choices, with the others open; the maximum time if they
  /// are infeasible.
  private long lasting(Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    try {
      Map<Moment, Long> earliest =
          RecessDates.of(problem, bounds, bounds.under(readings, ways), true).times();
      long lasting = 0;
      for (PlannedStep step : problem.steps()) {
        for (Moment moment : List.of(Moment.start(step.id()), Moment.end(step.id()))) {
          lasting = Math.max(lasting, earliest.getOrDefault(bounds.place(moment), 0L));
        }
      }
      return lasting;
    } catch (IllegalArgumentException e) {
      return Long.MAX_VALUE;
    }
  }

  /// Every bound that these dates break; empty if they keep all. One way of a demand is enough.
  ///
  /// @param times the time of each moment
  /// @param readings the reading of each contested term
  public static List<Flaw> broken(
      Map<Moment.At, Long> times, Map<TermId, String> readings, SequenceProblem problem) {
    var check = new PlanCheck(problem, Budget.unlimited());
    List<Flaw> broken = new ArrayList<>();
    Set<StepId> dated = new HashSet<>();
    for (PlannedStep step : problem.steps()) {
      if (check.bounds.isDated(step.id())) {
        dated.add(step.id());
      }
      if (!check.bounds.keeps(SequenceBounds.lasts(step), times, Map.of())) {
        broken.add(Flaw.of(Flaw.Code.DATES_BREAK, step.id()));
      }
      Long notBefore = problem.notBefore();
      if (notBefore != null
          && !dated.contains(step.id())
          && !check.bounds.keeps(
              Clause.notBefore(Moment.start(step.id()), notBefore), times, Map.of())) {
        broken.add(Flaw.of(Flaw.Code.DATES_BREAK, step.id()));
      }
    }
    for (int index = 0; index < problem.recesses().size(); index++) {
      RecessPeriod recess = problem.recesses().get(index);
      if (check.bounds.isOpen(index)
          && recess.contains(SequenceBounds.time(recess.moment(), times))) {
        broken.add(Flaw.of(Flaw.Code.DATES_BREAK, recess.step()));
      }
    }
    for (Clause clause : problem.fixed()) {
      if (!check.bounds.keeps(clause, times, Map.of())) {
        broken.add(Flaw.of(Flaw.Code.DATES_BREAK, clause));
      }
    }
    for (TimedDemand demand : problem.demands()) {
      if (!demand.anyOf().isEmpty()
          && demand.anyOf().stream()
              .noneMatch(
                  way ->
                      way.allOf().stream()
                          .allMatch(clause -> check.bounds.keeps(clause, times, readings)))) {
        broken.add(Flaw.of(Flaw.Code.DATES_BREAK, demand.id()));
      }
    }
    return broken;
  }
}
