package org.parley.model.claim;

import org.parley.model.text.ComponentId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// The subject of a claim: the whole settlement, one instrument, one point, or one component of a
/// point.
public sealed interface Subject permits Subject.Whole, InstrumentId, PointId, ComponentId {

  /// The whole settlement; written `whole`.
  record Whole() implements Subject {
    @Override
    public String toString() {
      return "whole";
    }
  }
}
