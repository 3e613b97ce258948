package org.parley.acts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.acts.Performance.Status;

/// How far the steps and points of an instrument, or of a whole settlement, were carried out.
///
/// @param performances one for each step and point
public record Implementation(List<Performance> performances) {

  public Implementation {
    performances = List.copyOf(performances);
  }

  /// The number at each status.
  public Map<Status, Integer> counts() {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, 0);
    }
    performances.forEach(each -> counts.merge(each.status(), 1, Integer::sum));
    return counts;
  }

  /// The number carried out in full.
  public int done() {
    return (int) performances.stream().filter(Performance::isDone).count();
  }

  public int total() {
    return performances.size();
  }
}
