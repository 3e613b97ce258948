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
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.sequence.plan.Slip;

/// Checks knots and dates of a sequence from its clauses alone.
public final class SequenceCheck {

  private final SequenceProblem problem;
  private final Meter meter;

  SequenceCheck(SequenceProblem problem, Budget budget) {
    this.problem = problem;
    meter = new Meter(budget);
  }

  /// Verifies that these demands cannot all hold.
  ///
  /// @param budget a step is one loop examined for one choice
  public static Verdict verify(Knot knot, SequenceProblem problem, Budget budget) {
    Set<DemandId> demands = Set.copyOf(knot.demands());
    var check = new SequenceCheck(problem, budget);
    return demands.size() < knot.demands().size()
        ? Verdict.fails(Flaw.Code.OTHER_MEMBERS, knot.demands())
        : Verdict.of(check.tied(knot.loops(), demands, knot.readings()), check.meter);
  }

  /// Verifies that there is no plan under the given readings.
  public static Verdict verify(Plans.Prevented proof, SequenceProblem problem, Budget budget) {
    for (Knot knot : proof.knots().findAnswer().orElse(List.of())) {
      Verdict verdict = verify(knot, problem, budget);
      if (!verdict.holds()) {
        return verdict;
      }
    }
    var check = new SequenceCheck(problem, budget);
    return Verdict.of(check.tied(proof.loops(), all(problem), proof.readings()), check.meter);
  }

  /// Verifies that these knots cannot be resolved: their loops without demands rule out every
  /// reading.
  public static Verdict verify(Knots.Tied proof, SequenceProblem problem, Budget budget) {
    List<Loop> loops = new ArrayList<>();
    for (Knot knot : proof.knots()) {
      Verdict verdict = verify(knot, problem, budget);
      if (!verdict.holds()) {
        return verdict;
      }
      if (knot.demands().isEmpty()) {
        loops.addAll(knot.loops());
      }
    }
    var check = new SequenceCheck(problem, budget);
    return Verdict.of(check.tied(loops, Set.of(), Map.of()), check.meter);
  }

  /// Verifies a list of plans: each keeps every clause, and no choice of ways makes a shorter one.
  /// No other reading of the terms has a plan.
  public static Verdict verify(Plans.Planned proof, SequenceProblem problem, Budget budget) {
    var check = new SequenceCheck(problem, budget);
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
      Optional<Flaw> wrong =
          wrongWith(plan).stream().findFirst().or(() -> shorter(plan, new HashMap<>(), 0));
      if (wrong.isPresent()) {
        return wrong;
      }
      if (!read.add(plan.readings())
          || !plan.readings().entrySet().containsAll(proof.readings().entrySet())) {
        return Optional.of(Flaw.of(Flaw.Code.PLAN_MISSING, plan.readings()));
      }
    }
    for (Loop loop : proof.loops()) {
      Optional<Flaw> wrong = loop(loop, all(problem));
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
          : covered(proof.loops(), readings, new HashMap<>());
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

  /// Whether some choice of ways for the demands from `at` on makes a shorter plan; dropping bounds
  /// never lengthens one.
  private Optional<Flaw> shorter(Plan plan, Map<DemandId, Integer> ways, int at) {
    if (meter.spend(1) || lasting(plan.readings(), ways) >= plan.lasting()) {
      return Optional.empty();
    }
    for (int next = at; next < problem.demands().size(); next++) {
      TimedDemand demand = problem.demands().get(next);
      if (demand.anyOf().size() > 1) {
        for (int way = 0; way < demand.anyOf().size(); way++) {
          ways.put(demand.id(), way);
          Optional<Flaw> found = shorter(plan, ways, next + 1);
          if (found.isPresent()) {
            return found;
          }
        }
        ways.remove(demand.id());
        return Optional.empty();
      }
    }
    return Optional.of(Flaw.of(Flaw.Code.SHORTER_PLAN, ways));
  }

  /// The least length of a plan under these choices, with the others open; the maximum time if they
  /// are infeasible.
  private long lasting(Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    List<Bound> bounds = new ArrayList<>();
    for (Bound bound : bounds(readings, ways)) {
      bounds.add(new Bound(bound.to, bound.from, bound.atMost));
    }
    try {
      // Reversed bounds: how much the origin can follow each moment.
      Map<Moment, Long> before = atMost(Moment.ORIGIN, bounds);
      long lasting = 0;
      for (PlannedStep step : problem.steps()) {
        for (Moment moment : List.of(Moment.start(step.id()), Moment.end(step.id()))) {
          Long most = before.get(place(moment));
          lasting = most == null ? lasting : Math.max(lasting, -most);
        }
      }
      return lasting;
    } catch (IllegalArgumentException e) {
      return Long.MAX_VALUE;
    }
  }

  private static Set<DemandId> all(SequenceProblem problem) {
    Set<DemandId> all = new HashSet<>();
    problem.demands().forEach(demand -> all.add(demand.id()));
    return all;
  }

  private Optional<Flaw> tied(
      List<Loop> loops, Set<DemandId> demands, Map<TermId, String> readings) {
    try {
      for (Map.Entry<TermId, String> each : readings.entrySet()) {
        problem.get(each.getKey()).reading(each.getValue());
      }
      for (Loop loop : loops) {
        Optional<Flaw> wrong = loop(loop, demands);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
      return covered(loops, new HashMap<>(readings), new HashMap<>());
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return Optional.of(Flaw.of(Flaw.Code.MALFORMED));
    }
  }

  private Optional<Flaw> loop(Loop loop, Set<DemandId> demands) {
    if (loop.links().isEmpty()) {
      return Optional.of(Flaw.of(Flaw.Code.CHAIN_BROKEN, 0));
    }
    Moment at = place(loop.links().getLast().to());
    for (Loop.Link link : loop.links()) {
      if (!place(link.from()).equals(at)) {
        return Optional.of(Flaw.of(Flaw.Code.CHAIN_BROKEN, loop.links().indexOf(link)));
      }
      at = place(link.to());
      if (!bounds(link.reason()).contains(new Bound(link.from(), link.to(), link.atMost()))) {
        return Optional.of(unfounded(link));
      }
      if (link.reason() instanceof Loop.Reason.Demanded demanded
          && !demands.contains(demanded.demand())) {
        return Optional.of(Flaw.of(Flaw.Code.OTHER_MEMBERS, demanded.demand()));
      }
    }
    return loop.shortBy() > 0
        ? Optional.empty()
        : Optional.of(Flaw.of(Flaw.Code.LOOP_CLOSES, -loop.shortBy()));
  }

  private static Flaw unfounded(Loop.Link link) {
    return Flaw.of(Flaw.Code.BOUND_UNFOUNDED, link.from(), link.to(), link.atMost());
  }

  /// The start and end of an instantaneous step are one moment.
  Moment place(Moment moment) {
    return moment instanceof Moment.At(StepId step, Moment.Phase phase)
            && phase == Moment.Phase.END
            && problem.get(step).duration().most() == 0
        ? Moment.start(step)
        : moment;
  }

  /// `to` follows `from` by at most `atMost`.
  record Bound(Moment from, Moment to, long atMost) {}

  /// Every bound of a plan with its readings and ways; instantaneous steps are one moment.
  static List<Bound> bounds(Plan plan, SequenceProblem problem) {
    var check = new SequenceCheck(problem, Budget.unlimited());
    Map<DemandId, Integer> ways = new HashMap<>();
    problem.demands().forEach(each -> ways.put(each.id(), plan.ways().getOrDefault(each.id(), 0)));
    return check.bounds(plan.readings(), ways);
  }

  /// Every bound under these choices; demands with several open ways are left out.
  private List<Bound> bounds(Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    return bounds(readings, ways, Set.of());
  }

  /// The same without the durations of some steps.
  List<Bound> bounds(
      Map<TermId, String> readings, Map<DemandId, Integer> ways, Set<StepId> decided) {
    List<Bound> all = new ArrayList<>();
    Long notBefore = problem.notBefore();
    for (PlannedStep step : problem.steps()) {
      if (!decided.contains(step.id())) {
        all.addAll(bounds(lasts(step), Map.of()));
      }
      if (notBefore != null && !isDated(step.id())) {
        all.addAll(bounds(Clause.notBefore(Moment.start(step.id()), notBefore), Map.of()));
      }
    }
    problem.fixed().forEach(clause -> all.addAll(bounds(clause, Map.of())));
    for (TimedDemand demand : problem.demands()) {
      Integer way = ways.get(demand.id());
      if (demand.anyOf().size() == 1 || (way != null && !demand.anyOf().isEmpty())) {
        demand
            .anyOf()
            .get(demand.anyOf().size() == 1 || way == null ? 0 : way)
            .allOf()
            .forEach(clause -> all.addAll(bounds(clause, readings)));
      }
    }
    return all.stream()
        .map(each -> new Bound(place(each.from), place(each.to), each.atMost))
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

  /// Whether a link follows from its reason under these choices.
  boolean holds(Loop.Link link, Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    return (!(link.reason() instanceof Loop.Reason.Demanded demanded)
            || (ways.getOrDefault(demanded.demand(), 0) == demanded.way()
                && readings.entrySet().containsAll(demanded.readings().entrySet())))
        && bounds(link.reason()).contains(new Bound(link.from(), link.to(), link.atMost()));
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

  private boolean isDated(StepId step) {
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

  /// Tries every choice of ways and every reading of the terms that loops assume: each must be
  /// closed by some loop.
  private Optional<Flaw> covered(
      List<Loop> loops, Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    if (meter.spend(loops.size())) {
      return Optional.empty();
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
      return Optional.of(Flaw.of(Flaw.Code.CHOICE_LEFT_OPEN, ways, readings));
    }
    if (!ways.containsKey(open.demand())) {
      for (int way = 0; way < problem.get(open.demand()).anyOf().size(); way++) {
        Map<DemandId, Integer> chosen = new HashMap<>(ways);
        chosen.put(open.demand(), way);
        Optional<Flaw> wrong = covered(loops, readings, chosen);
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
          Optional<Flaw> wrong = covered(loops, chosen, ways);
          if (wrong.isPresent()) {
            return wrong;
          }
        }
        return Optional.empty();
      }
    }
    throw new IllegalStateException("nothing is open in " + open);
  }

  /// Whether a loop rests on these choices alone; null if it rests on a choice not made yet.
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

  /// Every bound that these dates break; empty if they keep all. One way of a demand is enough.
  ///
  /// @param times the time of each moment
  /// @param readings the reading of each contested term
  public static List<Flaw> broken(
      Map<Moment.At, Long> times, Map<TermId, String> readings, SequenceProblem problem) {
    var check = new SequenceCheck(problem, Budget.unlimited());
    List<Flaw> broken = new ArrayList<>();
    Set<StepId> dated = new HashSet<>();
    for (PlannedStep step : problem.steps()) {
      if (check.isDated(step.id())) {
        dated.add(step.id());
      }
      if (!check.keeps(lasts(step), times, Map.of())) {
        broken.add(Flaw.of(Flaw.Code.DATES_BREAK, step.id()));
      }
      Long notBefore = problem.notBefore();
      if (notBefore != null
          && !dated.contains(step.id())
          && !check.keeps(Clause.notBefore(Moment.start(step.id()), notBefore), times, Map.of())) {
        broken.add(Flaw.of(Flaw.Code.DATES_BREAK, step.id()));
      }
    }
    for (Clause clause : problem.fixed()) {
      if (!check.keeps(clause, times, Map.of())) {
        broken.add(Flaw.of(Flaw.Code.DATES_BREAK, clause));
      }
    }
    for (TimedDemand demand : problem.demands()) {
      if (!demand.anyOf().isEmpty()
          && demand.anyOf().stream()
              .noneMatch(
                  way ->
                      way.allOf().stream()
                          .allMatch(clause -> check.keeps(clause, times, readings)))) {
        broken.add(Flaw.of(Flaw.Code.DATES_BREAK, demand.id()));
      }
    }
    return broken;
  }

  /// Verifies a plan: it keeps every clause, and its times are the earliest and latest. Its chains
  /// of clauses add up to the times they explain. Cost: moments times clauses for each moment.
  public static Verdict verify(Plan plan, SequenceProblem problem) {
    return Verdict.of(new SequenceCheck(problem, Budget.unlimited()).wrongWith(plan));
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

  /// Verifies that a slip is minimal: its plan keeps every clause with all other moments bounded to
  /// one direction.
  public static Verdict verify(Slip.Moved proof, SequenceProblem problem) {
    try {
      Plan before = proof.before();
      Plan after = proof.slip().plan();
      Verdict sound =
          verify(before, problem)
              .then(
                  () ->
                      verify(
                          after,
                          problem.withFixed(Slip.clauses(proof.ended(), before, proof.later()))));
      if (!sound.holds()) {
        return sound;
      }
      if (!after.readings().equals(before.readings()) || !after.ways().equals(before.ways())) {
        return Verdict.fails(Flaw.Code.OTHER_MEMBERS, after.readings(), after.ways());
      }
      Map<Moment.At, Long> times = new HashMap<>();
      for (Plan.Window window : after.times()) {
        Long latest = window.latest();
        times.put(window.moment(), proof.later() || latest == null ? window.earliest() : latest);
      }
      return times.equals(proof.slip().times())
              && Slip.moves(after, times, before.earliest()).equals(proof.slip().moved())
          ? new Verdict.Holds()
          : Verdict.fails(Flaw.Code.OTHER_MOVE);
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  /// Verifies that no dates keep every clause after the events.
  public static Verdict verify(Slip.Broken proof, SequenceProblem problem, Budget budget) {
    try {
      return verify(
          proof.why(), problem.withFixed(Slip.clauses(proof.ended(), null, true)), budget);
    } catch (IllegalArgumentException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
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
    for (Bound bound : bounds(plan, problem)) {
      if (time(bound.to, plan.earliest()) - time(bound.from, plan.earliest()) > bound.atMost) {
        wrong.add(Flaw.of(Flaw.Code.DATES_BREAK, bound.from, bound.to, bound.atMost));
      }
    }
    return wrong;
  }

  /// Verifies that the times are the earliest and latest, and that the chains explain them.
  private List<Flaw> dates(Plan plan) {
    List<Flaw> wrong = new ArrayList<>();
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
    lasting(plan, wrong);
    if (!plan.decisions().equals(decisions(plan))) {
      wrong.add(Flaw.of(Flaw.Code.OTHER_DECISIONS));
    }
    return wrong;
  }

  private void lasting(Plan plan, List<Flaw> wrong) {
    long lasting = plan.times().stream().mapToLong(Plan.Window::earliest).max().orElse(0);
    if (plan.lasting() != lasting || plan.criticalPath().isEmpty() != plan.times().isEmpty()) {
      wrong.add(Flaw.of(Flaw.Code.OTHER_LENGTH, lasting));
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

  /// Checks that links lead from one moment to another and add up to no more than `total`.
  private void chain(
      List<Loop.Link> links, Moment from, Moment to, long total, Plan plan, List<Flaw> wrong) {
    Moment at = from;
    long sum = 0;
    for (Loop.Link link : links) {
      if (!place(link.from()).equals(at) || !holds(link, plan.readings(), plan.ways())) {
        wrong.add(unfounded(link));
        return;
      }
      at = place(link.to());
      sum = Math.addExact(sum, link.atMost());
    }
    if (!at.equals(to) || sum != total) {
      wrong.add(Flaw.of(Flaw.Code.CHAIN_BROKEN, from, to));
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
