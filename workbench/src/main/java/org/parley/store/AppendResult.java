package org.parley.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outcome of an append.
///
/// @param <R> why a judge refuses
public sealed interface AppendResult<R> {

  /// The entries are recorded, all of them, and on disk.
  ///
  /// @param entries in order; none where nothing changed
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

  /// The changes would leave no case. Nothing was recorded.
  ///
  /// @param violations what would be wrong with it
  record Unsound<R>(List<Violation> violations) implements AppendResult<R> {
    public Unsound {
      violations = List.copyOf(violations);
    }
  }

  /// A change that no longer fits.
  ///
  /// @param wanted what was to be recorded
  /// @param current the text of the record as it stands; absent where it is gone
  record Clash(Change wanted, @Nullable String current) {}
}
