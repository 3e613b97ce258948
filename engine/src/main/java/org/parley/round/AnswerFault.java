package org.parley.round;

import org.parley.model.Refusal;

/// The reason why an answer is not taken.
public enum AnswerFault implements Refusal {
  /// The package is a draft, or its round is not open yet.
  ROUND_NOT_OPEN,
  /// The rule has applied already.
  ANSWER_TOO_LATE,
  /// A later version has replaced the package.
  ANSWER_TO_OLD_VERSION,
  /// The party is not one of the round.
  NOT_IN_ROUND,
  /// The answer is given in the name of another party.
  ANSWER_FOR_ANOTHER,
  /// Somebody of the same party answered meanwhile.
  ANSWERED_MEANWHILE,
  /// The words or the rule changed since the sheet was shown.
  SHEET_CHANGED,
  /// All ask already, and the improvement is shown.
  ALL_ASKED,
  /// The party asks already.
  ASKED_ALREADY,
  /// There is no answer to withdraw.
  NOTHING_TO_WITHDRAW,
  /// No answer to the whole package is given.
  NO_WORD_ON_THE_WHOLE,
  /// The whole is accepted, and a point of it is not.
  WHOLE_WITHOUT_ITS_POINT,
  /// An acceptance under a condition names no option.
  NO_CONDITION,
  /// A condition names an option that is none of the round's.
  CONDITION_OUTSIDE_ROUND,
  /// A point is answered that the package does not settle.
  POINT_NOT_IN_PACKAGE;

  /// Whether the log of a round may tell that an answer was refused for this reason.
  ///
  /// It follows from who sent it, from the hour and from what the rule revealed. The other reasons
  /// depend on sealed words, or tell that a party is about to answer.
  public boolean isLogged() {
    return switch (this) {
      case ROUND_NOT_OPEN,
          ANSWER_TOO_LATE,
          ANSWER_TO_OLD_VERSION,
          NOT_IN_ROUND,
          ANSWER_FOR_ANOTHER ->
          true;
      case ANSWERED_MEANWHILE,
          SHEET_CHANGED,
          ALL_ASKED,
          ASKED_ALREADY,
          NOTHING_TO_WITHDRAW,
          NO_WORD_ON_THE_WHOLE,
          WHOLE_WITHOUT_ITS_POINT,
          NO_CONDITION,
          CONDITION_OUTSIDE_ROUND,
          POINT_NOT_IN_PACKAGE ->
          false;
    };
  }
}
