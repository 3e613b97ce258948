package org.parley.sequence.knots;

import java.util.List;
import java.util.Map;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Loop;

/// A knot: a minimal unsatisfiable set of demands. Any proper subset can hold.
///
/// @param demands the demands, by id; empty if the fixed clauses alone are infeasible
/// @param readings the readings under which they conflict; empty if they conflict under all
/// @param loops the proof: one loop for each combination of ways and of other readings
/// @param untiedBy minimal readings that resolve it; empty if there are none
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

  /// Whether it is a knot under these readings: they are consistent with its own.
  public boolean isUnder(Map<TermId, String> others) {
    return readings.entrySet().stream()
        .allMatch(
            each -> others.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
  }

  /// Whether no reading resolves it.
  public boolean isFirm() {
    return untiedBy.isEmpty();
  }
}
