package org.parley.model.claim;

import org.parley.model.date.Edtf;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.OptionId;

/// What a claim asserts about its subject. Written as one word (`agreed`), or as one key with its
/// value (`{conditional: "a ceasefire of 60 days"}`).
public sealed interface Assertion {

  /// Agreed, without reserve.
  record Agreed() implements Assertion {}

  /// Agreed by the negotiators, subject to approval in their capitals (Vienna Convention, article
  /// 12(2)(b)).
  record AdReferendum() implements Assertion {}

  /// Accepted if a condition holds.
  record Conditional(String condition) implements Assertion {}

  /// Not agreed yet.
  record Open() implements Assertion {}

  /// Refused.
  record Rejected() implements Assertion {}

  /// The text or proposal has been received.
  record Received() implements Assertion {}

  /// The text or proposal has not been received.
  record NotReceived() implements Assertion {}

  /// The speaker's party prefers this option.
  record Prefers(OptionId option) implements Assertion {}

  /// So much of it is complete.
  record Complete(Share share) implements Assertion {}

  /// An event in the life of the instrument, or of the instruments, is expected by a date.
  record Expects(InstrumentStatus event, Edtf by) implements Assertion {}

  /// Bears on the subject and changes nobody's stance: information only.
  record States() implements Assertion {}
}
