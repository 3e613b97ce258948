package org.parley.exchange.agreement;

import org.parley.model.Refusal;

/// The reasons why the text of an agreement is not taken in.
public sealed interface AgreementFault extends Refusal {

  /// Faults without parameters.
  enum Plain implements AgreementFault {
    NO_INSTRUMENT_NAMED,
    NO_NUMBERED_PROVISION,
    AGREEMENT_TOO_LONG_FOR_A_PAGE,
    TOO_MANY_AGREEMENTS
  }

  /// A file whose words cannot be read.
  ///
  /// @param reason why, in English
  record AgreementNotRead(String reason) implements AgreementFault {}

  /// A file that is too large.
  record AgreementTooLarge(int mebibytes) implements AgreementFault {}

  /// More provisions than are taken in at once.
  record TooManyProvisions(int most) implements AgreementFault {}

  /// A version of this name is on record.
  ///
  /// @param point the number of the first point that has it
  record TextVersionOnRecord(String point) implements AgreementFault {}
}
