package org.parley.outlook.plan;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.SequenceProblem;

/// A plan, and how the time of each open step is drawn.
///
/// @param problem the steps and demands; no open step begins before its origin
/// @param readings by term, the reading
/// @param ways by demand with several ways, the way
/// @param times by open step, how its time is drawn
public record TimedPlan(
    SequenceProblem problem,
    Map<TermId, String> readings,
    Map<DemandId, Integer> ways,
    Map<StepId, StepTime> times) {

  public TimedPlan {
    problem = problem.anchored();
    readings = Map.copyOf(readings);
    ways = Map.copyOf(ways);
    times = Collections.unmodifiableMap(new TreeMap<>(times));
  }
}
