package org.parley.model.text;

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
