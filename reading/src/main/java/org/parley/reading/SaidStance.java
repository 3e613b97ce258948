package org.parley.reading;

/// The stance of a speaker on a subject.
public enum SaidStance {
  /// Settled, accepted, finished.
  AGREED,
  /// Almost, largely or in part, without a figure.
  MOSTLY_AGREED,
  /// A figure below one hundred per cent.
  SHARE,
  /// Not settled.
  OPEN,
  /// A party will not have it.
  REJECTED,
  /// Agreement, signature or effect depends on something.
  CONDITIONAL,
  /// A document has been handed over.
  RECEIVED,
  /// A document has not been handed over.
  NOT_RECEIVED,
  /// In its last edits, or to be settled within a stated or near time.
  FINAL_SOON,
  /// A party wants or backs a variant.
  PREFERS,
  /// A denial of a report or of another's claim.
  DENIED_REPORT
}
