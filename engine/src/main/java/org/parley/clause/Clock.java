package org.parley.clause;

/// A time in a clause.
///
/// @param kind its kind
/// @param words its words
/// @param least the least time it may mean: seconds, or the day of a date; 0 where it has none
/// @param most the greatest
/// @param isDate whether it is a date
/// @param from the event it counts from, in folded words; empty for none
public record Clock(
    ClockKind kind, String words, long least, long most, boolean isDate, String from) {

  /// The kind of a time.
  public enum ClockKind {
    /// At the latest.
    DEADLINE,
    /// At the earliest.
    START,
    /// For a term.
    TERM,
    /// Again and again.
    FREQUENCY,
    /// On a day.
    DAY,
    IMMEDIATE,
    /// Without an amount: "promptly".
    VAGUE
  }

  boolean isSame(Clock other) {
    return kind == other.kind
        && isDate == other.isDate
        && least == other.least
        && most == other.most
        && from.equals(other.from);
  }

  /// Whether both have an amount on one scale.
  boolean isComparable(Clock other) {
    boolean hasAmount = kind != ClockKind.VAGUE && other.kind != ClockKind.VAGUE;
    boolean isOneKind =
        kind == other.kind || kind == ClockKind.IMMEDIATE || other.kind == ClockKind.IMMEDIATE;
    return hasAmount && isOneKind && isDate == other.isDate;
  }
}
