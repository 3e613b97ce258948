package org.parley.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

  private SequenceCheck(SequenceProblem problem) {
    this.problem = problem;
  }

  /// What is wrong with the proof that these demands cannot all hold; nothing where it is sound.
  public static Optional<String> problemWith(Knot knot, SequenceProblem problem) {
    return new SequenceCheck(problem)
        .tied(knot.loops(), Set.copyOf(knot.demands()), knot.readings());
  }

  /// What is wrong with the proof that there is no plan with these readings of terms, or with any
  /// where they are empty; nothing where it is sound.
  public static Optional<String> problemWith(
      Plans.Prevented proof, Map<TermId, String> readings, SequenceProblem problem) {
    Set<DemandId> all = new HashSet<>();
    problem.demands().forEach(demand -> all.add(demand.id()));
    return new SequenceCheck(problem).tied(proof.loops(), all, readings);
  }

  private Optional<String> tied(
      List<Loop> loops, Set<DemandId> demands, Map<TermId, String> readings) {
    for (Loop loop : loops) {
      Optional<String> wrong = loop(loop, demands);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return covered(loops, new HashMap<>(readings), new HashMap<>());
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
    var check = new SequenceCheck(problem);
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
    var check = new SequenceCheck(problem);
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

  /// What is wrong with a plan: a bound its earliest times break, or a chain of clauses that does
  /// not add up to the time it is to explain.
  public static List<String> problemsWith(Plan plan, SequenceProblem problem) {
    var check = new SequenceCheck(problem);
    List<String> wrong = new ArrayList<>(broken(plan.earliest(), plan.readings(), problem));
    for (Plan.Window window : plan.times()) {
      Moment at = check.place(window.moment());
      check.chain(window.whyNotEarlier(), at, Moment.ORIGIN, -window.earliest(), plan, wrong);
      Long latest = window.latest();
      if (latest != null) {
        check.chain(window.whyNotLater(), Moment.ORIGIN, at, latest, plan, wrong);
      }
    }
    return wrong;
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
