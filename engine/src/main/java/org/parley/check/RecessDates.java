package org.parley.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.SequenceProblem;

/// The earliest or latest dates under some bounds, raised past the recesses they fall into, or
/// lowered before them. They keep all bounds, since these are closed under minimum and maximum.
///
/// @param times the dates; those without a bound are left out
/// @param sides the sides of recesses on which steps certainly end
record RecessDates(Map<Moment, Long> times, Set<Loop.Reason.Recess> sides) {

  /// @param after whether the earliest dates are meant; else the latest
  /// @throws IllegalArgumentException if the bounds cannot all hold
  static RecessDates of(
      SequenceProblem problem,
      SequenceBounds bounds,
      List<SequenceBounds.Bound> under,
      boolean after) {
    List<SequenceBounds.Bound> all = new ArrayList<>();
    under.forEach(bound -> all.add(turned(bound, after)));
    Set<Integer> settled = new HashSet<>();
    while (true) {
      Map<Moment, Long> times = SequenceBounds.atMost(Moment.ORIGIN, all);
      if (after) {
        times.replaceAll((_, most) -> -most);
      }
      boolean isMoved = false;
      for (int index = 0; index < problem.recesses().size(); index++) {
        RecessPeriod recess = problem.recesses().get(index);
        Long time = times.get(bounds.place(recess.moment()));
        if (bounds.isOpen(index) && time != null && recess.contains(time) && settled.add(index)) {
          isMoved = true;
          for (SequenceBounds.Bound bound : bounds.sideOf(new Loop.Reason.Recess(index, after))) {
            all.add(
                turned(
                    new SequenceBounds.Bound(
                        bounds.place(bound.from()), bounds.place(bound.to()), bound.atMost()),
                    after));
          }
        }
      }
      if (!isMoved) {
        return new RecessDates(times, certain(problem, bounds, times, after));
      }
    }
  }

  /// Reversed bounds say how much the origin can follow each moment.
  private static SequenceBounds.Bound turned(SequenceBounds.Bound bound, boolean isReversed) {
    return isReversed ? new SequenceBounds.Bound(bound.to(), bound.from(), bound.atMost()) : bound;
  }

  /// A step that is not before the first day of a recess ends after it.
  private static Set<Loop.Reason.Recess> certain(
      SequenceProblem problem, SequenceBounds bounds, Map<Moment, Long> times, boolean after) {
    Set<Loop.Reason.Recess> certain = new HashSet<>();
    for (int index = 0; index < problem.recesses().size(); index++) {
      RecessPeriod recess = problem.recesses().get(index);
      Long time = times.get(bounds.place(recess.moment()));
      if (bounds.isOpen(index)
          && time != null
          && (after ? time >= recess.from() : time <= recess.to())) {
        certain.add(new Loop.Reason.Recess(index, after));
      }
    }
    return certain;
  }
}
