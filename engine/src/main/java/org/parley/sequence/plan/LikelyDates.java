package org.parley.sequence.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.model.step.DemandId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;

/// The dates of a plan if every open step takes as long as is likely; the others take their least.
///
/// An expectation from stated durations, no bound: steps may end earlier or later.
///
/// @param days by moment, its earliest day then; empty if the demands cannot be kept
/// @param broken the demands that cannot all be kept then; empty if all can
public record LikelyDates(Map<Moment.At, Long> days, List<DemandId> broken) {

  public LikelyDates {
    days = Map.copyOf(days);
    broken = List.copyOf(broken);
  }

  /// The likely dates under the readings and ways of a plan; empty if no open step states a likely
  /// duration. Cost: moments times clauses.
  public static Optional<LikelyDates> of(SequenceProblem problem, Plan plan) {
    boolean isStated =
        problem.steps().stream()
            .anyMatch(step -> step.duration().likely() != null && !problem.isOver(step.id()));
    return isStated ? Optional.of(Plans.likely(problem, plan)) : Optional.empty();
  }

  static LikelyDates of(Plan plan) {
    Map<Moment.At, Long> days = new LinkedHashMap<>();
    plan.times().forEach(each -> days.put(each.moment(), each.earliest()));
    return new LikelyDates(days, List.of());
  }

  static LikelyDates broken(Loop loop) {
    List<DemandId> broken = new ArrayList<>();
    for (Loop.Link link : loop.links()) {
      if (link.reason() instanceof Loop.Reason.Demanded demanded
          && !broken.contains(demanded.demand())) {
        broken.add(demanded.demand());
      }
    }
    return new LikelyDates(Map.of(), broken);
  }

  /// The day of a moment.
  ///
  /// @throws IllegalStateException if the demands cannot be kept
  public long get(Moment.At moment) {
    Long day = days.get(moment);
    if (day == null) {
      throw new IllegalStateException("no likely day of " + moment);
    }
    return day;
  }

  /// Whether every demand can be kept.
  public boolean isKept() {
    return !days.isEmpty();
  }
}
