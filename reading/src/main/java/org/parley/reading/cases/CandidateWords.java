package org.parley.reading.cases;

import java.util.Locale;
import java.util.stream.Collectors;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.reading.Proposal;
import org.parley.reading.dates.DateInWords;

/// Proposals in words, for terminals and pages.
public final class CandidateWords {

  private CandidateWords() {}

  /// The kind of a proposal.
  public static String kind(Proposal proposal) {
    return switch (proposal) {
      case Proposal.OfClaim _ -> "claim";
      case Proposal.OfMeeting meeting -> meeting.isPlanned() ? "planned meeting" : "meeting";
      case Proposal.OfStep _ -> "next step";
      case Proposal.OfInstrument _ -> "instrument";
      case Proposal.OfOrder _ -> "demand of order";
    };
  }

  /// A one-line summary.
  public static String gist(Proposal proposal) {
    return switch (proposal) {
      case Proposal.OfClaim claim ->
          claim.speaker().name()
              + (claim.relayedFrom() == null ? "" : " of " + claim.relayedFrom())
              + ": "
              + claim.subject()
              + " - "
              + stance(claim);
      case Proposal.OfMeeting meeting ->
          (meeting.place() == null ? "" : meeting.place() + ", ")
              + (meeting.when() == null ? "no date" : DateInWords.of(meeting.when()))
              + (meeting.participants().isEmpty()
                  ? ""
                  : ": " + String.join(", ", meeting.participants()));
      case Proposal.OfStep step ->
          step.what() + (step.when() == null ? "" : " (" + DateInWords.of(step.when()) + ")");
      case Proposal.OfInstrument instrument ->
          instrument.name()
              + " - "
              + (instrument.act() == null ? word(instrument.state()) : word(instrument.act()))
              + (instrument.when() == null ? "" : ", " + DateInWords.of(instrument.when()));
      case Proposal.OfOrder order -> order.later() + " only after " + order.earlier();
    };
  }

  private static String stance(Proposal.OfClaim claim) {
    String share = claim.share() == null ? "" : " " + claim.share();
    String condition = claim.condition() == null ? "" : ": " + claim.condition();
    return word(claim.stance()) + share + condition;
  }

  /// A value of an enum as a word.
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// A summary of a claim record: its party, subject and assertion.
  public static String record(Claim claim) {
    String about = claim.about().stream().map(Object::toString).collect(Collectors.joining(", "));
    String between =
        claim.between().isEmpty()
            ? ""
            : " between "
                + claim.between().stream().map(Object::toString).collect(Collectors.joining(", "));
    return claim.party() + " on " + about + between + ": " + assertion(claim.asserts());
  }

  /// An assertion in words.
  public static String assertion(Assertion assertion) {
    return switch (assertion) {
      case Assertion.Agreed _ -> "agreed";
      case Assertion.AdReferendum _ -> "ad referendum";
      case Assertion.Conditional(String condition) -> "agreed if " + condition;
      case Assertion.Open _ -> "open";
      case Assertion.Rejected _ -> "rejected";
      case Assertion.Received _ -> "received";
      case Assertion.NotReceived _ -> "not received";
      case Assertion.Prefers(var option) -> "prefers " + option;
      case Assertion.Refuses(var option) -> "refuses " + option;
      case Assertion.Complete(var share) -> "complete: " + share;
      case Assertion.Implemented(var share) -> "carried out: " + share;
      case Assertion.Measured(var share, String of) -> share + " of " + of;
      case Assertion.Expects(var event, var by) ->
          "expects " + word(event) + " by " + DateInWords.of(by);
      case Assertion.Confirmed _ -> "confirmed";
      case Assertion.Denied _ -> "denied";
      case Assertion.States _ -> "states";
    };
  }
}
