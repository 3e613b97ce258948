package org.parley.sequence.exposure;

import java.util.List;
import org.parley.model.step.StepId;

/// Certifies a lower bound on the largest exposure: the sets of steps reachable with less, from
/// which no step leads on.
///
/// From each of these sets a step leads to another of them, or exposes somebody by at least the
/// bound, or is dominated by a step worth as much to everybody. The full set is not among them.
/// Backwards, the sets are those undone and everything is reversed.
///
/// @param atLeast the exposure no order avoids
/// @param fromTheEnd whether steps are undone from the end
/// @param groups the irreversible steps; those of one list must end at one time
/// @param sets the sets, as bits: bit `i` stands for group `i`
public record UnavoidableExposure(
    long atLeast, boolean fromTheEnd, List<List<StepId>> groups, List<Long> sets) {
  public UnavoidableExposure {
    groups = groups.stream().map(List::copyOf).toList();
    sets = List.copyOf(sets);
  }
}
