package org.parley.sequence.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;

/// The order in which a plan is told: by the earliest times, and at one time by precedence.
///
/// A text that is signed, ratified and in force on one day is told in this order. A moment is told
/// after those that a clause of the plan puts before it, at the same time or earlier. Other equal
/// times keep the order of the steps. Cost: moments and clauses, times the moments of one time.
public final class PlanOrder {

  /// By moment, those that cannot come after it.
  private final Map<Moment.At, Set<Moment.At>> before = new HashMap<>();

  private PlanOrder(SequenceProblem problem, Plan plan) {
    for (PlannedStep step : problem.steps()) {
      add(Moment.start(step.id()), Moment.end(step.id()));
    }
    Stream<Clause> demanded =
        problem.demands().stream()
            .filter(demand -> !demand.anyOf().isEmpty())
            .flatMap(
                demand ->
                    demand.anyOf().get(plan.ways().getOrDefault(demand.id(), 0)).allOf().stream());
    Stream.concat(problem.fixed().stream(), demanded).forEach(clause -> add(clause, problem, plan));
  }

  /// The windows of a plan, in the order in which it is told.
  public static List<Plan.Window> of(SequenceProblem problem, Plan plan) {
    var order = new PlanOrder(problem, plan);
    Map<Long, List<Plan.Window>> byTime = new TreeMap<>();
    plan.times()
        .forEach(each -> byTime.computeIfAbsent(each.earliest(), _ -> new ArrayList<>()).add(each));
    return byTime.values().stream().flatMap(order::precede).toList();
  }

  /// The steps of a plan, by their beginnings.
  public static List<PlannedStep> steps(SequenceProblem problem, Plan plan) {
    return of(problem, plan).stream()
        .filter(window -> window.moment().phase() == Moment.Phase.START)
        .map(window -> problem.get(window.moment().step()))
        .toList();
  }

  private void add(Clause clause, SequenceProblem problem, Plan plan) {
    if (moment(clause.from(), problem, plan) instanceof Moment.At from
        && moment(clause.to(), problem, plan) instanceof Moment.At to) {
      Long least = clause.atLeast();
      if (least != null && least >= 0) {
        add(from, to);
      }
      Long most = clause.atMost();
      if (most != null && most <= 0) {
        add(to, from);
      }
    }
  }

  private static Moment moment(Moment moment, SequenceProblem problem, Plan plan) {
    return moment instanceof Moment.Read(var term)
        ? problem.get(term).reading(Objects.requireNonNull(plan.readings().get(term))).moment()
        : moment;
  }

  private void add(Moment.At first, Moment.At second) {
    if (!first.equals(second)) {
      before.computeIfAbsent(second, _ -> new HashSet<>()).add(first);
    }
  }

  /// Moments of one time, each after those before it. Simultaneous ones keep the order of the
  /// steps.
  private Stream<Plan.Window> precede(List<Plan.Window> equal) {
    List<BitSet> earlier = chains(equal);
    var left = new BitSet();
    left.set(0, equal.size());
    List<Plan.Window> told = new ArrayList<>();
    while (!left.isEmpty()) {
      int next =
          left.stream().filter(each -> isNext(each, earlier, left)).findFirst().orElseThrow();
      left.clear(next);
      told.add(equal.get(next));
    }
    return told.stream();
  }

  /// Whether all that is left and comes before it is simultaneous with it.
  private static boolean isNext(int moment, List<BitSet> earlier, BitSet left) {
    return earlier.get(moment).stream()
        .filter(left::get)
        .allMatch(each -> earlier.get(each).get(moment));
  }

  /// For each moment, those that chains of clauses put before it.
  private List<BitSet> chains(List<Plan.Window> equal) {
    Map<Moment.At, Integer> places = new HashMap<>();
    equal.forEach(each -> places.put(each.moment(), places.size()));
    List<BitSet> all = new ArrayList<>();
    for (Plan.Window window : equal) {
      var reached = new BitSet();
      Deque<Moment.At> open = new ArrayDeque<>(List.of(window.moment()));
      while (!open.isEmpty()) {
        for (Moment.At each : before.getOrDefault(open.pop(), Set.of())) {
          Integer place = places.get(each);
          if (place != null && !reached.get(place)) {
            reached.set(place);
            open.push(each);
          }
        }
      }
      all.add(reached);
    }
    return all;
  }
}
