package org.parley.guarantees.log;

import org.jspecify.annotations.Nullable;

/// A change of a duty from one state to another.
///
/// @param duty the duty
/// @param from where it stood
/// @param to where it stands
/// @param at the moment the watch stood at
/// @param because the entry that changed it, by id; absent if only time passed
public record DutyChange(
    Duty duty, Lifecycle from, Lifecycle to, long at, @Nullable String because) {

  /// Whether an entry caused it, not the passing of time.
  public boolean isRevision() {
    return because != null;
  }
}
