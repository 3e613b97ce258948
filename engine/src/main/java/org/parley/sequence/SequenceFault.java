package org.parley.sequence;

import org.jspecify.annotations.Nullable;
import org.parley.model.Id;

/// Why steps, terms, demands and clauses are no sequence.
public sealed interface SequenceFault {

  /// An id is used twice.
  record Twice(Id id) implements SequenceFault {}

  /// A step or term is not there.
  ///
  /// @param by the term or demand that names it; absent for a fixed clause
  /// @param named what is not there
  record Absent(@Nullable Id by, Id named) implements SequenceFault {}

  /// A fixed clause uses a contested term; it has to name the step.
  record FixedOnTerm(Clause clause) implements SequenceFault {}
}
