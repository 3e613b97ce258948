package org.parley.model.claim;

import java.util.Optional;
import org.parley.model.date.Edtf;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.OptionId;

/// The assertion of a claim about its subject. Written as one word (`agreed`), or as one key with
/// its value (`{conditional: "a ceasefire of 60 days"}`).
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

  /// The speaker's party refuses this option, but not the point.
  record Refuses(OptionId option) implements Assertion {}

  /// A share of it is agreed.
  record Complete(Share share) implements Assertion {}

  /// A share of it is carried out.
  record Implemented(Share share) implements Assertion {}

  /// A share of something else that concerns it: of weapons, of topics.
  ///
  /// @param of the whole that the share is of
  record Measured(Share share, String of) implements Assertion {}

  /// An event in the life of an instrument is expected by a date.
  record Expects(InstrumentStatus event, Edtf by) implements Assertion {}

  /// The act that it is about happened as recorded.
  record Confirmed() implements Assertion {}

  /// The act that it is about did not happen, or not as recorded.
  record Denied() implements Assertion {}

  /// Information about the subject without effect on any stance.
  record States() implements Assertion {}

  /// The share that it quotes; empty if it quotes none.
  default Optional<Share> findShare() {
    return switch (this) {
      case Complete(Share share) -> Optional.of(share);
      case Implemented(Share share) -> Optional.of(share);
      case Measured(Share share, _) -> Optional.of(share);
      case Agreed _,
          AdReferendum _,
          Conditional _,
          Open _,
          Rejected _,
          Received _,
          NotReceived _,
          Prefers _,
          Refuses _,
          Expects _,
          Confirmed _,
          Denied _,
          States _ ->
          Optional.empty();
    };
  }
}
