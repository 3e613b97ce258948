package org.parley.sequence.knots;

import java.util.List;
import java.util.Map;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Loop;

/// A minimal unsatisfiable set of demands: without any one of them, the others can hold.
///
/// @param demands the demands, by id; empty where the fixed clauses alone cannot hold
/// @param readings the readings under which they cannot all hold; empty where they cannot whatever
///   contested terms are taken to mean
/// @param loops what proves it: one loop, or one for each way of meeting the demands and of reading
///   their other terms
/// @param untiedBy readings under which these demands can all hold, none longer than needed; empty
///   where there are none
public record Knot(
    List<DemandId> demands,
    Map<TermId, String> readings,
    List<Loop> loops,
    List<Map<TermId, String>> untiedBy) {

  public Knot {
    demands = List.copyOf(demands);
    readings = Map.copyOf(readings);
    loops = List.copyOf(loops);
    untiedBy = List.copyOf(untiedBy);
  }

  /// Whether it is one under these readings: they say nothing else of its terms.
  public boolean isUnder(Map<TermId, String> others) {
    return readings.entrySet().stream()
        .allMatch(
            each -> others.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
  }

  /// Whether no reading unties it.
  public boolean isFirm() {
    return untiedBy.isEmpty();
  }
}
