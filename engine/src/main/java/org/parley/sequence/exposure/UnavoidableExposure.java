package org.parley.sequence.exposure;

import java.util.List;
import org.parley.model.step.StepId;

/// Certifies a lower bound on the largest exposure: the closed family of step sets reachable with
/// less.
///
/// Each step from these sets leads to another of them, exposes a party by at least the bound, or is
/// dominated by another step. The full set is not among them. Backwards, the sets are the undone
/// steps and everything is reversed.
///
/// @param atLeast the bound
/// @param fromTheEnd whether the search ran backwards
/// @param groups the irreversible steps; those of one list must be simultaneous
/// @param sets the sets, as bits: bit `i` stands for group `i`
public record UnavoidableExposure(
    long atLeast, boolean fromTheEnd, List<List<StepId>> groups, List<Long> sets) {
  public UnavoidableExposure {
    groups = groups.stream().map(List::copyOf).toList();
    sets = List.copyOf(sets);
  }
}
