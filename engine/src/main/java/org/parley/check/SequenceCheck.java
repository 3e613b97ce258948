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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Checks knots and dates of a sequence from its clauses alone.
public final class SequenceCheck {

  private final SequenceProblem problem;
  private final Meter meter;

  private SequenceCheck(SequenceProblem problem, Budget budget) {
    this.problem = problem;
    meter = new Meter(budget);
  }

  /// What is wrong with the proof that these demands cannot all hold; nothing where it is sound.
  ///
  /// @param budget a step of it is one loop looked at for one choice; where it ends first, that is
  ///   what is wrong
  public static Optional<String> problemWith(Knot knot, SequenceProblem problem, Budget budget) {
    Set<DemandId> demands = Set.copyOf(knot.demands());
    return demands.size() < knot.demands().size()
        ? Optional.of("a demand is named twice in " + knot.demands())
        : new SequenceCheck(problem, budget).tied(knot.loops(), demands, knot.readings());
  }

  /// What is wrong with the proof that there is no plan with these readings of terms, or with any
  /// where they are empty; nothing where it is sound.
  public static Optional<String> problemWith(
      Plans.Prevented proof, Map<TermId, String> readings, SequenceProblem problem, Budget budget) {
    Set<DemandId> all = new HashSet<>();
    problem.demands().forEach(demand -> all.add(demand.id()));
    for (Knot knot : proof.knots().findAnswer().orElse(List.of())) {
      Optional<String> wrong = problemWith(knot, problem, budget);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return new SequenceCheck(problem, budget).tied(proof.loops(), all, readings);
  }

  private Optional<String> tied(
      List<Loop> loops, Set<DemandId> demands, Map<TermId, String> readings) {
    try {
      for (Map.Entry<TermId, String> each : readings.entrySet()) {
        problem.get(each.getKey()).reading(each.getValue());
      }
      for (Loop loop : loops) {
        Optional<String> wrong = loop(loop, demands);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
      return covered(loops, new HashMap<>(readings), new HashMap<>());
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> loop(Loop loop, Set<DemandId> demands) {
    if (loop.links().isEmpty()) {
      return Optional.of("a loop has no links");
    }
    Moment at = place(loop.links().getLast().to());
    for (Loop.Link link : loop.links()) {
      if (!place(link.from()).equals(at)) {
        return Optional.of("the loop breaks before " + link);
      }
      at = place(link.to());
      if (!bounds(link.reason()).contains(new Bound(link.from(), link.to(), link.atMost()))) {
        return Optional.of("nothing says that " + link);
      }
      if (link.reason() instanceof Loop.Reason.Demanded demanded
          && !demands.contains(demanded.demand())) {
        return Optional.of("demand " + demanded.demand() + " is not in the knot");
      }
    }
    return loop.shortBy() > 0 ? Optional.empty() : Optional.of("the loop closes: " + loop);
  }

  /// Both ends of a step that takes no time are one moment.
  private Moment place(Moment moment) {
    return moment instanceof Moment.At(StepId step, Moment.Phase phase)
            && phase == Moment.Phase.END
            && problem.get(step).duration().most() == 0
        ? Moment.start(step)
        : moment;
  }

  /// `to` comes at most `atMost` after `from`.
  record Bound(Moment from, Moment to, long atMost) {}

  /// Every bound that must hold once a plan settled readings and ways, both ends of a step that
  /// takes no time as one moment.
  static List<Bound> bounds(Plan plan, SequenceProblem problem) {
    var check = new SequenceCheck(problem, Budget.unlimited());
    List<Bound> all = new ArrayList<>();
    Long notBefore = problem.notBefore();
    for (PlannedStep step : problem.steps()) {
      all.addAll(check.bounds(lasts(step), Map.of()));
      if (notBefore != null && !check.isDated(step.id())) {
        all.addAll(check.bounds(Clause.notBefore(Moment.start(step.id()), notBefore), Map.of()));
      }
    }
    problem.fixed().forEach(clause -> all.addAll(check.bounds(clause, Map.of())));
    for (TimedDemand demand : problem.demands()) {
      if (!demand.anyOf().isEmpty()) {
        demand
            .anyOf()
            .get(plan.ways().getOrDefault(demand.id(), 0))
            .allOf()
            .forEach(clause -> all.addAll(check.bounds(clause, plan.readings())));
      }
    }
    return all.stream()
        .map(each -> new Bound(check.place(each.from), check.place(each.to), each.atMost))
        .toList();
  }

  private List<Bound> bounds(Loop.Reason reason) {
    return switch (reason) {
      case Loop.Reason.Demanded(DemandId id, int way, int clause, Map<TermId, String> readings) ->
          bounds(problem.get(id).anyOf().get(way).allOf().get(clause), readings);
      case Loop.Reason.Fixed(int index) -> bounds(problem.fixed().get(index), Map.of());
      case Loop.Reason.Lasts(StepId id) -> bounds(lasts(problem.get(id)), Map.of());
      case Loop.Reason.Past(StepId id) -> {
        Long notBefore = problem.notBefore();
        yield notBefore == null || isDated(id)
            ? List.of()
            : bounds(Clause.notBefore(Moment.start(id), notBefore), Map.of());
      }
    };
  }

  private static Clause lasts(PlannedStep step) {
    return Clause.between(
        Moment.start(step.id()),
        Moment.end(step.id()),
        step.duration().least(),
        step.duration().most());
  }

  private boolean isDated(StepId step) {
    return problem.fixed().stream()
        .anyMatch(
            clause ->
                clause.from().equals(Moment.ORIGIN)
                    && (clause.to().equals(Moment.start(step))
                        || clause.to().equals(Moment.end(step)))
                    && clause.atLeast() != null
                    && clause.atLeast().equals(clause.atMost()));
  }

  private List<Bound> bounds(Clause clause, Map<TermId, String> readings) {
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

  /// Tries every way of meeting the demands and every reading of the terms that loops suppose: each
  /// must be closed by some loop.
  private Optional<String> covered(
      List<Loop> loops, Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    if (meter.spend(loops.size())) {
      return Optional.of("the check was not finished");
    }
    Loop.Reason.@Nullable Demanded open = null;
    for (Loop loop : loops) {
      @Nullable Boolean closes = closes(loop, readings, ways);
      if (Boolean.TRUE.equals(closes)) {
        return Optional.empty();
      }
      if (closes == null && open == null) {
        open = undecided(loop, readings, ways);
      }
    }
    if (open == null) {
      return Optional.of("no loop closes the choice of " + ways + " with " + readings);
    }
    if (!ways.containsKey(open.demand())) {
      for (int way = 0; way < problem.get(open.demand()).anyOf().size(); way++) {
        Map<DemandId, Integer> chosen = new HashMap<>(ways);
        chosen.put(open.demand(), way);
        Optional<String> wrong = covered(loops, readings, chosen);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
      return Optional.empty();
    }
    for (TermId term : new TreeMap<>(open.readings()).keySet()) {
      if (!readings.containsKey(term)) {
        for (var reading : problem.get(term).readings()) {
          Map<TermId, String> chosen = new HashMap<>(readings);
          chosen.put(term, reading.name());
          Optional<String> wrong = covered(loops, chosen, ways);
          if (wrong.isPresent()) {
            return wrong;
          }
        }
        return Optional.empty();
      }
    }
    throw new IllegalStateException("nothing is open in " + open);
  }

  /// Whether a loop rests on these choices alone; null where it rests on a choice not made yet.
  private static @Nullable Boolean closes(
      Loop loop, Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    boolean open = false;
    for (Loop.Link link : loop.links()) {
      if (link.reason() instanceof Loop.Reason.Demanded demanded) {
        Integer way = ways.get(demanded.demand());
        if (way != null && way != demanded.way()) {
          return false;
        }
        open |= way == null;
        for (Map.Entry<TermId, String> each : demanded.readings().entrySet()) {
          String read = readings.get(each.getKey());
          if (read != null && !read.equals(each.getValue())) {
            return false;
          }
          open |= read == null;
        }
      }
    }
    return open ? null : true;
  }

  private static Loop.Reason.@Nullable Demanded undecided(
      Loop loop, Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    for (Loop.Link link : loop.links()) {
      if (link.reason() instanceof Loop.Reason.Demanded demanded
          && (!ways.containsKey(demanded.demand())
              || !readings.keySet().containsAll(demanded.readings().keySet()))) {
        return demanded;
      }
    }
    return null;
  }

  /// Every bound that these dates break, in words; nothing where they keep all. A demand with
  /// several ways is kept when one of them is.
  ///
  /// @param times the time of each moment
  /// @param readings how contested terms are read
  public static List<String> broken(
      Map<Moment.At, Long> times, Map<TermId, String> readings, SequenceProblem problem) {
    var check = new SequenceCheck(problem, Budget.unlimited());
    List<String> broken = new ArrayList<>();
    Set<StepId> dated = new HashSet<>();
    for (PlannedStep step : problem.steps()) {
      if (check.isDated(step.id())) {
        dated.add(step.id());
      }
      if (!check.keeps(lasts(step), times, Map.of())) {
        broken.add("the length of step " + step.id());
      }
      Long notBefore = problem.notBefore();
      if (notBefore != null
          && !dated.contains(step.id())
          && !check.keeps(Clause.notBefore(Moment.start(step.id()), notBefore), times, Map.of())) {
        broken.add("step " + step.id() + " lies in the past");
      }
    }
    for (Clause clause : problem.fixed()) {
      if (!check.keeps(clause, times, Map.of())) {
        broken.add("the fixed " + clause);
      }
    }
    for (TimedDemand demand : problem.demands()) {
      if (!demand.anyOf().isEmpty()
          && demand.anyOf().stream()
              .noneMatch(
                  way ->
                      way.allOf().stream()
                          .allMatch(clause -> check.keeps(clause, times, readings)))) {
        broken.add("demand " + demand.id());
      }
    }
    return broken;
  }

  /// What is wrong with a plan: a choice that is not one, a bound its earliest times break, a time
  /// that is not the earliest or latest there is, a chain of clauses that does not add up to the
  /// time it is to explain. Cost: moments times clauses for each moment.
  public static List<String> problemsWith(Plan plan, SequenceProblem problem) {
    try {
      var check = new SequenceCheck(problem, Budget.unlimited());
      List<String> wrong = new ArrayList<>(check.choices(plan));
      if (wrong.isEmpty()) {
        wrong.addAll(check.dates(plan));
      }
      return wrong;
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /// Whether the plan says of each step when it is, and of each demand with several ways how it is
  /// met, and keeps what it says.
  private List<String> choices(Plan plan) {
    List<String> wrong = new ArrayList<>();
    List<Moment.At> moments = new ArrayList<>();
    for (PlannedStep step : problem.steps()) {
      moments.add(Moment.start(step.id()));
      moments.add(Moment.end(step.id()));
    }
    if (!plan.times().stream().map(Plan.Window::moment).toList().equals(moments)) {
      wrong.add("the plan is not one of these steps");
      return wrong;
    }
    Set<DemandId> open = new HashSet<>();
    problem.demands().stream()
        .filter(demand -> demand.anyOf().size() > 1)
        .forEach(demand -> open.add(demand.id()));
    if (!plan.ways().keySet().equals(open)) {
      wrong.add("the plan chooses among the ways of " + plan.ways().keySet() + ", not of " + open);
    }
    for (Map.Entry<TermId, String> each : plan.readings().entrySet()) {
      problem.get(each.getKey()).reading(each.getValue());
    }
    wrong.addAll(broken(plan.earliest(), plan.readings(), problem));
    for (Bound bound : bounds(plan, problem)) {
      if (time(bound.to, plan.earliest()) - time(bound.from, plan.earliest()) > bound.atMost) {
        wrong.add("the earliest times break " + bound);
      }
    }
    return wrong;
  }

  /// Whether the times are the earliest and latest, and the chains explain them.
  private List<String> dates(Plan plan) {
    List<String> wrong = new ArrayList<>();
    List<Bound> bounds = bounds(plan, problem);
    Map<Moment, Long> latest = atMost(Moment.ORIGIN, bounds);
    List<Bound> inTime = new ArrayList<>(bounds);
    for (Plan.Window window : plan.times()) {
      inTime.add(new Bound(Moment.ORIGIN, place(window.moment()), Math.max(0, plan.lasting())));
    }
    Map<Moment, Long> latestInTime = atMost(Moment.ORIGIN, inTime);
    for (Plan.Window window : plan.times()) {
      Moment at = place(window.moment());
      chain(window.whyNotEarlier(), at, Moment.ORIGIN, -window.earliest(), plan, wrong);
      Long last = window.latest();
      if (last != null) {
        chain(window.whyNotLater(), Moment.ORIGIN, at, last, plan, wrong);
      } else if (!window.whyNotLater().isEmpty()) {
        wrong.add("a chain explains why " + at + " is not later, but nothing says when");
      }
      if (!Objects.equals(last, latest.get(at))) {
        wrong.add(at + " can be at " + latest.get(at) + " at the latest, not at " + last);
      }
      Long most = latestInTime.get(at);
      if (most == null || most - window.earliest() != window.slack()) {
        wrong.add(at + " has another slack than " + window.slack());
      }
    }
    lasting(plan, wrong);
    if (!plan.decisions().equals(decisions(plan))) {
      wrong.add("what is still to be decided is not " + plan.decisions());
    }
    return wrong;
  }

  private void lasting(Plan plan, List<String> wrong) {
    long lasting = plan.times().stream().mapToLong(Plan.Window::earliest).max().orElse(0);
    if (plan.lasting() != lasting || plan.criticalPath().isEmpty() != plan.times().isEmpty()) {
      wrong.add("the plan lasts until " + lasting + ", not until " + plan.lasting());
    } else if (!plan.times().isEmpty()) {
      Moment last = place(plan.criticalPath().getFirst().from());
      chain(plan.criticalPath(), last, Moment.ORIGIN, -lasting, plan, wrong);
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

  /// By how much each moment can come after `start` at the most, by bounds that can all hold; left
  /// out where nothing says.
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

  /// Checks that links lead from one moment to another and add up to no more than `total`.
  private void chain(
      List<Loop.Link> links, Moment from, Moment to, long total, Plan plan, List<String> wrong) {
    Moment at = from;
    long sum = 0;
    for (Loop.Link link : links) {
      boolean held =
          !(link.reason() instanceof Loop.Reason.Demanded demanded)
              || (plan.ways().getOrDefault(demanded.demand(), 0) == demanded.way()
                  && plan.readings().entrySet().containsAll(demanded.readings().entrySet()));
      if (!held
          || !place(link.from()).equals(at)
          || !bounds(link.reason()).contains(new Bound(link.from(), link.to(), link.atMost()))) {
        wrong.add("nothing says that " + link);
        return;
      }
      at = place(link.to());
      sum = Math.addExact(sum, link.atMost());
    }
    if (!at.equals(to) || sum != total) {
      wrong.add(
          "the chain " + links + " does not lead from " + from + " to " + to + " in " + total);
    }
  }

  private boolean keeps(Clause clause, Map<Moment.At, Long> times, Map<TermId, String> readings) {
    for (Bound bound : bounds(clause, readings)) {
      if (time(bound.to, times) - time(bound.from, times) > bound.atMost) {
        return false;
      }
    }
    return true;
  }

  private static long time(Moment moment, Map<Moment.At, Long> times) {
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
}
