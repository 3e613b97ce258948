package org.parley.outlook.plan;

import java.util.List;

/// Runs of a plan, in the order of their seeds.
public record PlanRuns(List<SimulatedNetwork.Run> runs) {

  public PlanRuns {
    runs = List.copyOf(runs);
  }
}
