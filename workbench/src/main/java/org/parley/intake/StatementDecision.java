package org.parley.intake;

import org.parley.reading.statements.StatementGroup;

/// A person's decision on a statement, seen against the record.
public enum StatementDecision {
  /// It becomes a claim.
  NEW,
  /// It becomes a claim beside the one on record. It replaces that one if it was said later.
  OTHERWISE,
  /// Its sources are added to the claim on record. Said on another occasion, it becomes a claim.
  CONFIRMS;

  /// The decision that a relation to the record suggests.
  public static StatementDecision of(StatementGroup.Relation relation) {
    return switch (relation) {
      case NEW -> NEW;
      case SAYS_OTHERWISE -> OTHERWISE;
      case CONFIRMS -> CONFIRMS;
    };
  }
}
