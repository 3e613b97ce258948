package org.parley.model.text;

import org.parley.model.act.ActId;

/// The subject of a claim: the whole settlement, one instrument, one point, one component of a
/// point, or an act.
public sealed interface Subject permits Subject.Whole, InstrumentId, PointId, ComponentId, ActId {

  /// The whole settlement; written `whole`.
  record Whole() implements Subject {
    @Override
    public String toString() {
      return "whole";
    }
  }
}
