package org.parley.store;

import java.util.List;
import java.util.Optional;

/// Decides on an append while the head of the journal is locked, so that no other write comes
/// between. It may be called again after a lost connection.
///
/// @param <R> the type of refusals
@FunctionalInterface
public interface Judge<R> {

  /// The changes to the present case, or a refusal.
  Ruling<R> rule(Snapshot now);

  /// An objection to the resulting case; empty if there is none. An invalid result is never
  /// recorded in any case.
  default Optional<R> objection(Snapshot now, Snapshot after) {
    return Optional.empty();
  }

  /// A decision.
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
