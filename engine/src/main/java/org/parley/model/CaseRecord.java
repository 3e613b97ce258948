package org.parley.model;

/// One thing on record in a case. The components of a record are the keys of its text form, by the
/// same names.
public sealed interface CaseRecord
    permits Party,
        Instrument,
        Point,
        Source,
        Claim,
        Meeting,
        Position,
        Step,
        Term,
        Demand,
        Baseline,
        Linkage {

  Id id();

  /// Who may know that this record exists.
  Visibility visibility();

  /// This record without the parts inside it that `viewer` may not see. The record itself must be
  /// visible to them.
  default CaseRecord visiblePartFor(Viewer viewer) {
    return this;
  }
}
