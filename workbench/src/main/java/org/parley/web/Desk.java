package org.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.store.Journal;
import org.parley.web.view.Fault;
import org.parley.web.view.OpenCase;

/// Where the case that is shown lies open.
@FunctionalInterface
public interface Desk {

  /// The case as it is now, or what keeps it from being read. Called for every page, from many
  /// threads; cheap while nothing changed.
  Reading read();

  /// The journal of the case.
  default History history() {
    return new History(null, "this case keeps no journal");
  }

  /// A journal, or why there is none.
  ///
  /// @param journal the journal; absent where there is none, or none yet
  /// @param trouble why nothing is recorded, in words; absent where all is well
  record History(@Nullable Journal journal, @Nullable String trouble) {}

  /// What reading a case came to.
  sealed interface Reading {

    /// It was read.
    record Opened(OpenCase open) implements Reading {}

    /// It has faults; all of them.
    record Faulty(String name, List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }
}
