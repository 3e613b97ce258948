package org.parley.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of recording changes.
public sealed interface Appended {

  /// They are recorded, all of them, and on disk.
  ///
  /// @param entries their entries, in order; none where nothing changed
  record Done(List<Entry> entries) implements Appended {
    public Done {
      entries = List.copyOf(entries);
    }
  }

  /// Others changed the same records meanwhile. Nothing was recorded.
  ///
  /// @param clashes the changes that no longer fit
  record Conflict(List<Clash> clashes) implements Appended {
    public Conflict {
      clashes = List.copyOf(clashes);
    }
  }

  /// A change that no longer fits.
  ///
  /// @param wanted what was to be recorded
  /// @param current the text of the record as it stands; absent where it is gone
  record Clash(Change wanted, @Nullable String current) {}
}
