package org.parley.sequence.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Clause;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.bounds.BellmanFord;
import org.parley.sequence.bounds.ChoiceSearch;
import org.parley.sequence.bounds.DifferenceBounds;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.Interpretation;
import org.parley.sequence.bounds.LabelSet;
import org.parley.sequence.bounds.Nogood;
import org.parley.sequence.bounds.RecessSides;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;

/// The plans of a feasible sequence: one for each consistent reading of the contested terms,
/// without preference.
///
/// Of several ways to meet a demand, a plan takes those of the shortest duration, the first written
/// among equals. Undated steps begin no earlier than `notBefore`; default: the origin. Cost:
/// moments times clauses for each choice tried, of which there may be exponentially many.
public final class Plans {

  /// The proof that there is no plan.
  ///
  /// @param readings the given readings; other terms are open
  /// @param loops the proof: one loop for each choice of readings and ways
  /// @param knots the minimal conflicts, as far as they were found
  public record Prevented(Map<TermId, String> readings, List<Loop> loops, Finding<List<Knot>> knots)
      implements Certificate.OfNone {
    public Prevented {
      readings = Map.copyOf(readings);
      loops = List.copyOf(loops);
    }
  }

  /// A plan for every feasible choice of readings.
  ///
  /// @param readings the given readings; other terms are open
  /// @param plans the plans, each with its own proof
  /// @param loops the proof that no other choice is feasible
  public record Planned(Map<TermId, String> readings, List<Plan> plans, List<Loop> loops)
      implements Certificate.OfAnswer {
    public Planned {
      readings = Map.copyOf(readings);
      loops = List.copyOf(loops);
      plans = List.copyOf(plans);
    }
  }

  private final SequenceProblem problem;
  private final Encoding encoding;
  private final Meter meter;
  private final List<Loop> loops = new ArrayList<>();
  private final List<TimedDemand> open;

  private Plans(SequenceProblem problem, Meter meter) {
    this.problem = problem;
    this.meter = meter;
    encoding = new Encoding(problem);
    open = problem.demands().stream().filter(demand -> demand.anyOf().size() > 1).toList();
  }

  /// Finds a plan for every feasible choice of readings, in the order of terms and readings; or the
  /// proof that there is none. A step of the budget is one choice tried, or one state of the search
  /// for knots.
  public static Finding<List<Plan>> of(SequenceProblem problem, Budget budget) {
    return of(problem, Map.of(), budget);
  }

  /// The same with some readings given.
  public static Finding<List<Plan>> of(
      SequenceProblem problem, Map<TermId, String> readings, Budget budget) {
    var plans = new Plans(problem.anchored(), new Meter(budget));
    List<ContestedTerm> open =
        plans.termsInUse().stream().filter(term -> !readings.containsKey(term.id())).toList();
    List<Plan> all = plans.under(new Interpretation(readings, Map.of()), open);
    if (plans.meter.stopped()) {
      return new Finding.Bounded<>(
          all, new SequenceBound.SomePlans(all.size()), plans.meter.stoppedBy());
    }
    return all.isEmpty()
        ? new Finding.Impossible<>(plans.prevented(readings, budget))
        : new Finding.Proved<>(all, new Planned(readings, all, plans.loops));
  }

  /// The plan with these readings and ways; null if they are infeasible, or if the meter stopped.
  static @Nullable Plan keeping(
      SequenceProblem problem,
      Map<TermId, String> readings,
      Map<DemandId, Integer> ways,
      Meter meter) {
    var plans = new Plans(problem.anchored(), meter);
    Interpretation choice = plans.held(new Interpretation(readings, ways)).orElse(null);
    return choice == null ? null : plans.planner().plan(choice);
  }

  /// The dates with likely durations, under the readings and ways of a plan.
  static LikelyDates likely(SequenceProblem problem, Plan plan) {
    var plans = new Plans(problem.withLikelyDurations().anchored(), new Meter(Budget.unlimited()));
    return plans
        .held(new Interpretation(plan.readings(), plan.ways()))
        .map(choice -> LikelyDates.of(plans.planner().plan(choice)))
        .orElseGet(() -> LikelyDates.broken(plans.loops.getLast()));
  }

  private Planner planner() {
    return new Planner(problem, encoding);
  }

  private Prevented prevented(Map<TermId, String> readings, Budget budget) {
    Finding<List<Knot>> knots =
        switch (Knots.of(problem, budget)) {
          case Finding.Proved<List<Knot>>(var all, _) ->
              new Finding.Exhausted<>(tied(all, readings));
          case Finding.Exhausted<List<Knot>>(var all) ->
              new Finding.Exhausted<>(tied(all, readings));
          case Finding.Bounded<List<Knot>>(var all, var bound, var stoppedBy) ->
              new Finding.Bounded<>(tied(all, readings), bound, stoppedBy);
          case Finding.Impossible<List<Knot>> impossible -> impossible;
        };
    return new Prevented(readings, loops, knots);
  }

  private static List<Knot> tied(List<Knot> knots, Map<TermId, String> readings) {
    return knots.stream().filter(knot -> knot.isUnder(readings)).toList();
  }

  private List<ContestedTerm> termsInUse() {
    Set<Moment> used = new HashSet<>();
    for (TimedDemand demand : problem.demands()) {
      for (TimedDemand.Way way : demand.anyOf()) {
        for (Clause clause : way.allOf()) {
          used.add(clause.from());
          used.add(clause.to());
        }
      }
    }
    return problem.terms().stream()
        .filter(term -> used.contains(new Moment.Read(term.id())))
        .toList();
  }

  /// Choices made, with the number of terms or demands they settle.
  private record Settled(Interpretation made, int count) {}

  private List<Plan> under(Interpretation start, List<ContestedTerm> terms) {
    List<Plan> all = new ArrayList<>();
    Deque<Settled> untried = new ArrayDeque<>(List.of(new Settled(start, 0)));
    while (!untried.isEmpty()) {
      Settled next = untried.pop();
      Interpretation made = meter.spend(1) ? null : held(next.made).orElse(null);
      if (made == null) {
        continue;
      }
      if (next.count == terms.size()) {
        shortest(made).ifPresent(shortest -> all.add(planner().plan(shortest)));
        continue;
      }
      ContestedTerm term = terms.get(next.count);
      for (ContestedTerm.Reading reading : term.readings().reversed()) {
        untried.push(new Settled(made.with(term.id(), reading.name()), next.count + 1));
      }
    }
    return all;
  }

  /// The first choice of ways with the shortest plan; empty if there is none, or if the meter
  /// stopped.
  private Optional<Interpretation> shortest(Interpretation start) {
    int[] given = encoding.given(Set.of(), start.readings());
    var search = new ChoiceSearch(encoding, meter);
    Optional<Nogood> conflict = search.conflict(given);
    conflict.ifPresent(
        tied -> tied.cycles().forEach(cycle -> loops.add(search.loops().get(cycle))));
    if (conflict.isPresent() || meter.stopped()) {
      return Optional.empty();
    }
    long least = planner().lasting(start);
    Map<DemandId, Integer> ways = search.ways();
    long lasting = lasting(start, ways);
    while (lasting > least && !meter.stopped()) {
      search.endBy(lasting - 1);
      if (search.conflict(given).isPresent()) {
        break;
      }
      ways = search.ways();
      lasting = meter.stopped() ? lasting : lasting(start, ways);
    }
    return first(start, given, ways, lasting).flatMap(this::held);
  }

  private long lasting(Interpretation start, Map<DemandId, Integer> ways) {
    return held(new Interpretation(start.readings(), ways))
        .map(made -> planner().lasting(made))
        .orElse(Long.MAX_VALUE);
  }

  /// The first ways whose plan lasts as long.
  private Optional<Interpretation> first(
      Interpretation start, int[] given, Map<DemandId, Integer> ways, long lasting) {
    var search = new ChoiceSearch(encoding, meter);
    search.endBy(lasting);
    Map<DemandId, Integer> best = ways;
    int[] before = given;
    for (TimedDemand demand : open) {
      int taken = best.getOrDefault(demand.id(), 0);
      for (int way = 0; way < taken; way++) {
        int[] tried = LabelSet.union(before, new int[] {encoding.labelOf(demand.id(), way)});
        if (search.conflict(tried).isEmpty() && !meter.stopped()) {
          best = search.ways();
          taken = way;
        }
      }
      before = LabelSet.union(before, new int[] {encoding.labelOf(demand.id(), taken)});
    }
    return meter.stopped()
        ? Optional.empty()
        : Optional.of(new Interpretation(start.readings(), best));
  }

  /// A choice with the sides of recesses that its earliest dates take; empty if it is infeasible,
  /// or if the meter stopped. That no step ends before such a recess is proved by a loop.
  private Optional<Interpretation> held(Interpretation made) {
    Interpretation held = made;
    while (true) {
      int[] arcs = held.arcs(encoding, _ -> true, problem);
      if (!canHold(arcs) || meter.stopped()) {
        return Optional.empty();
      }
      List<Loop.Reason.Recess> within =
          RecessSides.within(encoding, encoding.differences(arcs), true);
      if (within.isEmpty()) {
        return Optional.of(held);
      }
      for (Loop.Reason.Recess side : within) {
        Interpretation before = held.with(List.of(RecessSides.other(side)));
        if (canHold(before.arcs(encoding, _ -> true, problem))) {
          return Optional.empty();
        }
      }
      held = held.with(within);
    }
  }

  /// Whether these arcs are feasible, or the meter stopped; else the loop is kept.
  private boolean canHold(int[] arcs) {
    meter.heed(encoding.arcCount());
    DifferenceBounds bounds = encoding.differences(arcs);
    List<int[]> cycles = new BellmanFord(bounds).run(meter);
    if (cycles.isEmpty()) {
      return true;
    }
    int[] cycle = cycles.getFirst().clone();
    for (int i = 0; i < cycle.length; i++) {
      cycle[i] = arcs[cycle[i]];
    }
    loops.add(encoding.loop(cycle));
    return false;
  }
}
