package org.parley.sequence.exposure;

import java.util.List;
import org.parley.model.step.StepId;

/// The proof that some party is exposed by so much in every order: the sets of steps that can be
/// done with less, from which no step leads on.
///
/// Whatever is done next from one of these sets leads to another of them, or exposes somebody by at
/// least so much, or could change places with a step that is worth as much to everybody and must
/// come before no less. All steps are not among them. Read from the end, the sets are those undone,
/// and everything else is turned round.
///
/// @param atLeast the exposure no order avoids
/// @param fromTheEnd whether steps are undone from the end
/// @param groups the irreversible steps; those of one list must end at one time
/// @param sets the sets, as bits: bit `i` stands for group `i`
public record Unavoidable(
    long atLeast, boolean fromTheEnd, List<List<StepId>> groups, List<Long> sets) {
  public Unavoidable {
    groups = groups.stream().map(List::copyOf).toList();
    sets = List.copyOf(sets);
  }
}
