package org.parley.sequence.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;

/// The earliest and latest dates of every step of a feasible sequence.
///
/// @param readings by term, the reading
/// @param ways by demand with several ways, the way
/// @param times the window of each moment, in the order of the steps. Starting everything at its
///   earliest keeps every clause, and so does leaving everything to its latest if each has one
/// @param lasting the end of the plan with everything at its earliest
/// @param criticalPath the chain of clauses that forces this length
/// @param decisions the pending decisions, with their dates
public record Plan(
    Map<TermId, String> readings,
    Map<DemandId, Integer> ways,
    List<Window> times,
    long lasting,
    List<Loop.Link> criticalPath,
    List<Decision> decisions) {

  /// The window of a moment.
  ///
  /// @param moment the moment
  /// @param earliest the earliest time
  /// @param latest the latest time; null if unbounded
  /// @param slack the delay after the earliest time that does not lengthen the plan
  /// @param whyNotEarlier the chain of clauses from the moment back to the origin that adds up to
  ///   the earliest time
  /// @param whyNotLater the chain of clauses from the origin to the moment that adds up to the
  ///   latest time; empty if unbounded
  public record Window(
      Moment.At moment,
      long earliest,
      @Nullable Long latest,
      long slack,
      List<Loop.Link> whyNotEarlier,
      List<Loop.Link> whyNotLater) {
    public Window {
      whyNotEarlier = List.copyOf(whyNotEarlier);
      whyNotLater = List.copyOf(whyNotLater);
    }

    /// Whether any delay lengthens the plan.
    public boolean isCritical() {
      return slack == 0;
    }
  }

  /// A pending decision on timing.
  ///
  /// @param demand the demand that leaves it open
  /// @param decidedBy the deciding body
  /// @param byLatest the deadline that lets the moment keep every clause; null if unbounded
  /// @param byWithoutDelay the deadline that does not lengthen the plan
  public record Decision(
      DemandId demand, String decidedBy, @Nullable Long byLatest, long byWithoutDelay) {}

  public Plan {
    readings = Map.copyOf(readings);
    ways = Map.copyOf(ways);
    times = List.copyOf(times);
    criticalPath = List.copyOf(criticalPath);
    decisions = List.copyOf(decisions);
  }

  /// Everything at its earliest.
  public Map<Moment.At, Long> earliest() {
    Map<Moment.At, Long> all = new HashMap<>();
    times.forEach(window -> all.put(window.moment(), window.earliest()));
    return all;
  }

  /// The window of a moment. Cost: linear in the moments; use [#windows] for several.
  public Window get(Moment.At moment) {
    return times.stream()
        .filter(window -> window.moment().equals(moment))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no moment " + moment + " in this plan"));
  }

  /// The windows by their moments.
  public Map<Moment.At, Window> windows() {
    Map<Moment.At, Window> all = new HashMap<>();
    times.forEach(window -> all.put(window.moment(), window));
    return all;
  }
}
