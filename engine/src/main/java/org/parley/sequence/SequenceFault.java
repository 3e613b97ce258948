package org.parley.sequence;

import org.jspecify.annotations.Nullable;
import org.parley.model.Id;

/// The reason why steps, terms, demands and clauses do not form a sequence.
public sealed interface SequenceFault {

  /// An id is used twice.
  record Twice(Id id) implements SequenceFault {}

  /// A step or term is missing.
  ///
  /// @param by the term or demand that names it; null for a fixed clause
  /// @param named the missing step or term
  record Absent(@Nullable Id by, Id named) implements SequenceFault {}

  /// A fixed clause uses a contested term; it has to name the step.
  record FixedOnTerm(Clause clause) implements SequenceFault {}
}
