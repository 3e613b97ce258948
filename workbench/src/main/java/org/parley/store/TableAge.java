package org.parley.store;

/// How the tables of a journal stand to a program that has it open.
public enum TableAge {
  /// They are those of the program.
  PRESENT,
  /// A later program has migrated them, so that an earlier one may go on.
  LATER_COMPATIBLE,
  /// A later program has migrated them, and an earlier one may change nothing.
  LATER
}
