package org.parley.guarantees.fold;

/// Whether something holds in every world of a [WorldBox], in none, or perhaps in some: Kleene's
/// three-valued logic.
enum Truth {
  NO,
  MAYBE,
  YES;

  static Truth of(boolean isTrue) {
    return isTrue ? YES : NO;
  }

  boolean isPossible() {
    return this != NO;
  }

  Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Truth not() {
    return switch (this) {
      case NO -> YES;
      case MAYBE -> MAYBE;
      case YES -> NO;
    };
  }
}
