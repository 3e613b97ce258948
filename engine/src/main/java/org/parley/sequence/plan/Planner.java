package org.parley.sequence.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.bounds.DifferenceBounds;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.Interpretation;
import org.parley.sequence.bounds.RecessSides;
import org.parley.sequence.bounds.ShortestDistances;

/// Dates by shortest distances, under one feasible choice of readings and ways.
final class Planner {

  private final SequenceProblem problem;
  private final Encoding encoding;
  private final List<Moment.At> moments = new ArrayList<>();

  Planner(SequenceProblem problem, Encoding encoding) {
    this.problem = problem;
    this.encoding = encoding;
    for (PlannedStep step : problem.steps()) {
      moments.add(Moment.start(step.id()));
      moments.add(Moment.end(step.id()));
    }
  }

  /// A lower bound on the end of a plan under a choice, which may leave some ways open.
  long lasting(Interpretation choice) {
    int[] arcs = choice.arcs(encoding, _ -> true, problem);
    ShortestDistances back = ShortestDistances.to(encoding.differences(arcs), 0);
    long lasting = Long.MIN_VALUE;
    for (Moment.At moment : moments) {
      lasting = Math.max(lasting, -back.of(encoding.nodeOf(moment)));
    }
    return lasting;
  }

  Plan plan(Interpretation choice) {
    int[] arcs = choice.arcs(encoding, _ -> true, problem);
    DifferenceBounds bounds = encoding.differences(arcs);
    ShortestDistances back = ShortestDistances.to(bounds, 0);
    int[] late = lowered(choice);
    ShortestDistances there = ShortestDistances.from(encoding.differences(late), 0);
    long lasting = Long.MIN_VALUE;
    Moment.@Nullable At last = null;
    for (Moment.At moment : moments) {
      long earliest = -back.of(encoding.nodeOf(moment));
      if (last == null || earliest > lasting) {
        lasting = earliest;
        last = moment;
      }
    }
    DifferenceBounds ending = bounds.endingBy(Math.max(0, lasting));
    ShortestDistances within =
        ShortestDistances.from(RecessSides.with(encoding, ending, earlier(ending)), 0);
    List<Plan.Window> windows = new ArrayList<>();
    for (Moment.At moment : moments) {
      int node = encoding.nodeOf(moment);
      long earliest = -back.of(node);
      long latest = there.of(node);
      windows.add(
          new Plan.Window(
              moment,
              earliest,
              latest == ShortestDistances.FAR ? null : latest,
              within.of(node) - earliest,
              links(arcs, back.path(node)),
              links(late, there.path(node))));
    }
    List<Loop.Link> critical =
        last == null ? List.of() : links(arcs, back.path(encoding.nodeOf(last)));
    return new Plan(
        choice.readings(),
        choice.ways(),
        windows,
        last == null ? 0 : lasting,
        critical,
        decisions(windows));
  }

  /// The arcs of a choice for its latest dates: no side after a recess is forced, sides before it
  /// may be.
  private int[] lowered(Interpretation choice) {
    var open = new Interpretation(choice.readings(), choice.ways());
    DifferenceBounds bounds = encoding.differences(open.arcs(encoding, _ -> true, problem));
    return open.with(earlier(bounds)).arcs(encoding, _ -> true, problem);
  }

  /// The plan is feasible, and so its latest dates exist.
  private Set<Loop.Reason.Recess> earlier(DifferenceBounds bounds) {
    return RecessSides.earlier(encoding, bounds, new Meter(Budget.unlimited())).orElseThrow();
  }

  private List<Loop.Link> links(int[] arcs, int[] path) {
    return Arrays.stream(path).mapToObj(i -> encoding.link(arcs[i])).toList();
  }

  private List<Plan.Decision> decisions(List<Plan.Window> windows) {
    Map<Moment.At, Plan.Window> byMoment = new HashMap<>();
    windows.forEach(window -> byMoment.put(window.moment(), window));
    List<Plan.Decision> decisions = new ArrayList<>();
    for (TimedDemand demand : problem.demands()) {
      TimedDemand.Open open = demand.open();
      Plan.Window window = open == null ? null : byMoment.get(open.what());
      if (open != null && window != null) {
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
