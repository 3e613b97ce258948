package org.parley.model.act;

/// The kind of an act: making, approving, changing, ending or carrying out an instrument.
///
/// See the Vienna Convention on the Law of Treaties, articles 10 to 18, 24, 25, 39 to 41 and 54 to
/// 72.
public enum ActKind {
  DRAFTED,
  FINALISED,
  INITIALLED,
  SIGNED,
  /// Adopted as a text, by the parties or a body.
  ADOPTED,
  /// Approved by a state or a body after signature.
  RATIFIED,
  /// Refused approval.
  REJECTED,
  /// A vote of a body or an electorate, with its result.
  PUT_TO_VOTE,
  /// An instrument of ratification was deposited.
  DEPOSITED,
  /// Joined by a party that had not signed.
  ACCEDED,
  PROVISIONALLY_APPLIED,
  ENTERED_INTO_FORCE,
  /// Its mechanisms or guarantees were activated.
  ACTIVATED,
  AMENDED,
  EXTENDED,
  SUSPENDED,
  RESUMED,
  DENOUNCED,
  TERMINATED,
  /// A party withdrew from it, or took its own earlier act back.
  WITHDRAWN,
  /// Signed into law and published, after a body had passed it.
  PROMULGATED,
  /// Found lawful by a court.
  UPHELD,
  /// Struck down by a court.
  ANNULLED,
  /// Carried out in full, or to the share given.
  PERFORMED,
  /// Carried out after its date, in full or to the share given.
  PERFORMED_LATE,
  /// Performance was confirmed by a body, in full or to the share given.
  VERIFIED,
  BREACHED;

  /// The effect of an act on the stance of those who did it.
  public enum Consent {
    /// Consent to the text; whether it binds, the state of the instrument says.
    GIVEN,
    REFUSED,
    /// None.
    NONE
  }

  /// The consent that it expresses; for a vote, if it was carried.
  public Consent consent() {
    return switch (this) {
      case INITIALLED, SIGNED, ADOPTED, RATIFIED, DEPOSITED, ACCEDED, PUT_TO_VOTE -> Consent.GIVEN;
      case REJECTED, DENOUNCED, WITHDRAWN, ANNULLED -> Consent.REFUSED;
      case DRAFTED,
          FINALISED,
          PROVISIONALLY_APPLIED,
          ENTERED_INTO_FORCE,
          ACTIVATED,
          AMENDED,
          EXTENDED,
          SUSPENDED,
          RESUMED,
          TERMINATED,
          PROMULGATED,
          UPHELD,
          PERFORMED,
          PERFORMED_LATE,
          VERIFIED,
          BREACHED ->
          Consent.NONE;
    };
  }

  /// Whether it carries an instrument, point, step or duty out, or fails to.
  public boolean isOfImplementation() {
    return switch (this) {
      case PERFORMED, PERFORMED_LATE, VERIFIED, BREACHED -> true;
      default -> false;
    };
  }

  /// Whether it carries something out, in full or in part.
  public boolean isPerformance() {
    return this == PERFORMED || this == PERFORMED_LATE;
  }

  /// Whether a vote can be given with it.
  public boolean hasVote() {
    return switch (this) {
      case ADOPTED, RATIFIED, REJECTED, PUT_TO_VOTE, UPHELD, ANNULLED -> true;
      default -> false;
    };
  }

  /// Whether a share can be given with it.
  public boolean hasShare() {
    return this == PERFORMED || this == PERFORMED_LATE || this == VERIFIED;
  }
}
