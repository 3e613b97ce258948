package org.parley.clause;

/// The deontic force of a clause.
public enum Deontic {
  /// Something is owed: "shall", "undertakes to".
  DUTY,
  /// Something is forbidden: "shall not".
  PROHIBITION,
  /// Something should be done: "should", "shall endeavour to".
  SOFT_DUTY,
  /// Something should not be done: "should not".
  SOFT_PROHIBITION,
  /// Something is allowed: "may", "is entitled to".
  DISCRETION,
  /// Its sentence has an open bracket.
  OPEN,
  /// Nothing is demanded or allowed.
  STATEMENT;

  /// Whether it demands or allows something.
  public boolean isNorm() {
    return this != OPEN && this != STATEMENT;
  }

  boolean isNegative() {
    return this == PROHIBITION || this == SOFT_PROHIBITION;
  }

  /// 3 for a binding one, 1 for one that only allows, 0 for none.
  int strength() {
    return switch (this) {
      case DUTY, PROHIBITION -> 3;
      case SOFT_DUTY, SOFT_PROHIBITION -> 2;
      case DISCRETION -> 1;
      case OPEN, STATEMENT -> 0;
    };
  }

  /// The force that is left after words like "as far as possible".
  Deontic softened() {
    return switch (this) {
      case DUTY -> SOFT_DUTY;
      case PROHIBITION -> SOFT_PROHIBITION;
      case SOFT_DUTY, SOFT_PROHIBITION, DISCRETION, OPEN, STATEMENT -> this;
    };
  }

  /// The same where the subject is nobody: "no party shall".
  Deontic negated() {
    return switch (this) {
      case DUTY, DISCRETION -> PROHIBITION;
      case SOFT_DUTY -> SOFT_PROHIBITION;
      case PROHIBITION, SOFT_PROHIBITION, OPEN, STATEMENT -> this;
    };
  }
}
