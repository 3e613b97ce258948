package org.parley.sequence.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.model.DemandId;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.bounds.Choice;
import org.parley.sequence.bounds.Differences;
import org.parley.sequence.bounds.Distances;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.Potentials;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;

/// The plan of a sequence whose demands can all hold.
///
/// Terms are read and demands met in the first way, in the order they are written, that lets
/// everything hold; nothing is said of which reading or way is right. Nothing that is not dated
/// begins before `notBefore`, or before the origin where that is absent. Cost: nodes times arcs,
/// for each choice tried.
public final class Plans {

  private Plans() {}

  /// The plan; or, where the demands cannot all hold, the knots that prevent it. A step of the
  /// budget is one choice tried, or one state of the search for knots.
  ///
  /// @throws IllegalStateException where the budget ends before a choice is found
  public static Finding<Plan> of(SequenceProblem problem, Budget budget) {
    SequenceProblem anchored = anchored(problem);
    var encoding = new Encoding(anchored);
    var meter = new Meter(budget);
    Choice choice = choose(anchored, encoding, Choice.NONE, 0, meter);
    if (choice != null) {
      Plan plan = plan(anchored, encoding, choice);
      return new Finding.Proved<>(plan, plan);
    }
    return switch (Knots.of(anchored, budget)) {
      case Finding.Proved<List<Knot>>(List<Knot> knots, _) ->
          new Finding.Impossible<>(new Knots.Tied(knots));
      case Finding.Bounded<List<Knot>>(List<Knot> knots, _, _) ->
          new Finding.Impossible<>(new Knots.Tied(knots));
      case Finding.Impossible<List<Knot>>(var certificate) -> new Finding.Impossible<>(certificate);
    };
  }

  /// The problem in which nothing can begin before the origin, where it does not say otherwise.
  public static SequenceProblem anchored(SequenceProblem problem) {
    return problem.notBefore() != null
        ? problem
        : new SequenceProblem(
            problem.scale(),
            problem.steps(),
            problem.terms(),
            problem.demands(),
            problem.fixed(),
            0L);
  }

  /// The first choice, in the order of terms, demands and their ways, under which all can hold.
  private static @Nullable Choice choose(
      SequenceProblem problem, Encoding encoding, Choice made, int at, Meter meter) {
    if (meter.spend(1)) {
      throw new IllegalStateException(
          "planning: too many choices of readings and ways. Maybe allow more steps.");
    }
    if (!canHold(problem, encoding, made)) {
      return null;
    }
    int terms = problem.terms().size();
    int next = at;
    while (next >= terms
        && next < terms + problem.demands().size()
        && !isOpen(problem, next - terms)) {
      next++;
    }
    if (next == terms + problem.demands().size()) {
      return made;
    }
    List<Choice> choices = new ArrayList<>();
    if (next < terms) {
      ContestedTerm term = problem.terms().get(next);
      term.readings().forEach(reading -> choices.add(made.with(term.id(), reading.name())));
    } else {
      TimedDemand demand = problem.demands().get(next - terms);
      for (int way = 0; way < demand.anyOf().size(); way++) {
        choices.add(made.with(demand.id(), way));
      }
    }
    for (Choice choice : choices) {
      Choice found = choose(problem, encoding, choice, next + 1, meter);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean isOpen(SequenceProblem problem, int demand) {
    return problem.demands().get(demand).anyOf().size() > 1;
  }

  private static boolean canHold(SequenceProblem problem, Encoding encoding, Choice made) {
    int[] arcs = made.arcs(encoding, _ -> true, problem);
    return new Potentials(encoding.differences(arcs)).run().isEmpty();
  }

  private static Plan plan(SequenceProblem problem, Encoding encoding, Choice choice) {
    int[] arcs = choice.arcs(encoding, _ -> true, problem);
    Differences bounds = encoding.differences(arcs);
    Distances back = Distances.to(bounds, 0);
    Distances there = Distances.from(bounds, 0);
    List<Moment.At> moments = new ArrayList<>();
    for (PlannedStep step : problem.steps()) {
      moments.add(Moment.start(step.id()));
      moments.add(Moment.end(step.id()));
    }
    long lasting = Long.MIN_VALUE;
    Moment.@Nullable At last = null;
    for (Moment.At moment : moments) {
      long earliest = -back.of(encoding.nodeOf(moment));
      if (last == null || earliest > lasting) {
        lasting = earliest;
        last = moment;
      }
    }
    Distances within = Distances.from(ending(bounds, moments, encoding, Math.max(0, lasting)), 0);
    List<Plan.Window> windows = new ArrayList<>();
    for (Moment.At moment : moments) {
      int node = encoding.nodeOf(moment);
      long earliest = -back.of(node);
      long latest = there.of(node);
      windows.add(
          new Plan.Window(
              moment,
              earliest,
              latest == Distances.FAR ? null : latest,
              within.of(node) - earliest,
              links(encoding, arcs, back.path(node)),
              links(encoding, arcs, there.path(node))));
    }
    List<Loop.Link> critical =
        last == null ? List.of() : links(encoding, arcs, back.path(encoding.nodeOf(last)));
    return new Plan(
        choice.readings(),
        choice.ways(),
        windows,
        last == null ? 0 : lasting,
        critical,
        decisions(problem, windows));
  }

  /// The bounds and that nothing comes after `end`.
  private static Differences ending(
      Differences bounds, List<Moment.At> moments, Encoding encoding, long end) {
    int arcs = bounds.arcs();
    int[] from = Arrays.copyOf(bounds.from(), arcs + moments.size());
    int[] to = Arrays.copyOf(bounds.to(), arcs + moments.size());
    long[] atMost = Arrays.copyOf(bounds.atMost(), arcs + moments.size());
    for (int i = 0; i < moments.size(); i++) {
      to[arcs + i] = encoding.nodeOf(moments.get(i));
      atMost[arcs + i] = end;
    }
    return new Differences(bounds.nodes(), from, to, atMost);
  }

  private static List<Loop.Link> links(Encoding encoding, int[] arcs, int[] path) {
    return Arrays.stream(path).mapToObj(i -> encoding.link(arcs[i])).toList();
  }

  private static List<Plan.Decision> decisions(SequenceProblem problem, List<Plan.Window> windows) {
    Map<Moment.At, Plan.Window> byMoment = new HashMap<>();
    windows.forEach(window -> byMoment.put(window.moment(), window));
    Set<DemandId> seen = new HashSet<>();
    List<Plan.Decision> decisions = new ArrayList<>();
    for (TimedDemand demand : problem.demands()) {
      TimedDemand.Open open = demand.open();
      if (open == null || !seen.add(demand.id())) {
        continue;
      }
      Plan.Window window = byMoment.get(open.what());
      if (window != null) {
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
}
