package org.parley.guarantees.log;

import org.jspecify.annotations.Nullable;

/// A change of a duty from one state to another.
///
/// @param duty the duty
/// @param from the state before
/// @param to the state after
/// @param at the moment of the watch
/// @param because the id of the entry that caused it; null if only time passed
public record DutyChange(
    Duty duty, Lifecycle from, Lifecycle to, long at, @Nullable String because) {

  /// Whether an entry caused it, not the passing of time.
  public boolean isRevision() {
    return because != null;
  }
}
