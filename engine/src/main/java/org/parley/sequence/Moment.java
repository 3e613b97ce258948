package org.parley.sequence;

import org.parley.model.step.StepId;
import org.parley.model.step.TermId;

/// A node of the temporal network.
public sealed interface Moment {

  /// The first moment of the scale.
  record Origin() implements Moment {}

  /// The beginning or the end of a step; equal for an instantaneous step.
  record At(StepId step, Phase phase) implements Moment {}

  /// The moment that a contested term is read as.
  record Read(TermId term) implements Moment {}

  /// The beginning or end of a step.
  enum Phase {
    START,
    END
  }

  Origin ORIGIN = new Origin();

  static At start(StepId step) {
    return new At(step, Phase.START);
  }

  static At end(StepId step) {
    return new At(step, Phase.END);
  }
}
