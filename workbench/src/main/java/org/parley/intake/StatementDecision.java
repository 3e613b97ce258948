package org.parley.intake;

/// A person's decision on a statement, seen against the record.
public enum StatementDecision {
  /// It becomes a claim.
  NEW,
  /// It becomes a claim beside the one on record. It replaces that one if it was said later.
  OTHERWISE,
  /// Its sources are added to the claim on record. Said on another occasion, it becomes a claim.
  CONFIRMS
}
