package org.parley.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outcome of an append.
///
/// @param <R> the type of refusals
public sealed interface AppendResult<R> {

  /// The entries are recorded, all of them, and on disk.
  ///
  /// @param entries in order; none if nothing changed
  /// @param snapshot the case as of the last of them, without anything recorded later
  record Done<R>(List<Entry> entries, Snapshot snapshot) implements AppendResult<R> {
    public Done {
      entries = List.copyOf(entries);
    }
  }

  /// The judge refused. Nothing was recorded.
  ///
  /// @param reason its reason
  /// @param snapshot the case it judged by
  record Refused<R>(R reason, Snapshot snapshot) implements AppendResult<R> {}

  /// Others changed the same records meanwhile. Nothing was recorded.
  ///
  /// @param clashes the changes that no longer fit
  record Conflict<R>(List<Clash> clashes) implements AppendResult<R> {
    public Conflict {
      clashes = List.copyOf(clashes);
    }
  }

  /// The changes would leave an invalid case. Nothing was recorded.
  ///
  /// @param violations its violations
  record Unsound<R>(List<Violation> violations) implements AppendResult<R> {
    public Unsound {
      violations = List.copyOf(violations);
    }
  }

  /// A change that no longer fits.
  ///
  /// @param wanted the change
  /// @param current the present text of the record; null if it was removed
  record Clash(Change wanted, @Nullable String current) {}
}
