package org.parley.store;

import java.util.List;
import java.util.Optional;

/// Decides on an append while the head of the journal is locked: nobody writes between its view and
/// the append. It may be called again after a lost connection.
///
/// @param <R> why it refuses
@FunctionalInterface
public interface Judge<R> {

  /// The changes to the case as it stands, or why there are none.
  Ruling<R> rule(Snapshot now);

  /// Why the case must not become what the changes make of it; empty where it may. A result that is
  /// no case is never recorded, whatever is answered here.
  default Optional<R> objection(Snapshot now, Snapshot after) {
    return Optional.empty();
  }

  /// What a judge decides.
  sealed interface Ruling<R> {

    /// These changes are to be recorded, all or none.
    record Write<R>(List<Change> changes) implements Ruling<R> {
      public Write {
        changes = List.copyOf(changes);
      }
    }

    /// Nothing is to be recorded.
    record Refuse<R>(R reason) implements Ruling<R> {}
  }

  /// Records changes as they are.
  static <R> Judge<R> of(List<Change> changes) {
    return _ -> new Ruling.Write<>(changes);
  }
}
