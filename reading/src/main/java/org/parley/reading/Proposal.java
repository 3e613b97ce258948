package org.parley.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.act.ActKind;
import org.parley.model.claim.MeetingRole;
import org.parley.model.date.Edtf;

/// Something a text is held to say, with the words that say it. To be accepted, corrected or
/// dismissed by a person; never written by itself.
public sealed interface Proposal {

  /// The words it rests on.
  Quotation quotation();

  /// How sure the reader is, in percent.
  int confidence();

  /// Words of the text and their position.
  ///
  /// @param words exactly as in the text
  public record Quotation(String words, TextSpan at) {

    /// The words at `at`.
    public static Quotation of(String text, TextSpan at) {
      return new Quotation(at.in(text), at);
    }
  }

  /// A statement about the state of the settlement or of a part of it.
  ///
  /// @param speaker the speaker
  /// @param relayedFrom the person or body whose words or acts the speaker reports, if another
  /// @param said the date of the statement
  /// @param subject its subject, in the words of the text
  /// @param stance the stance
  /// @param share the degree of completeness, as written by [org.parley.model.claim.Share]
  /// @param between the parties it is meant to hold among, in the words of the text
  /// @param condition its condition
  record OfClaim(
      Quotation quotation,
      Speaker speaker,
      @Nullable String relayedFrom,
      @Nullable Edtf said,
      String subject,
      SaidStance stance,
      @Nullable String share,
      List<String> between,
      @Nullable String condition,
      Attribution attribution,
      int confidence)
      implements Proposal {
    public OfClaim {
      between = List.copyOf(between);
    }
  }

  /// Somebody named with a role at a meeting; the quotation of the meeting says so.
  record NamedRole(String who, MeetingRole role) {}

  /// A meeting that took place or is planned.
  ///
  /// @param roles those who host, chair, mediate or shuttle by the words of the quotation
  record OfMeeting(
      Quotation quotation,
      @Nullable String place,
      @Nullable Edtf when,
      List<String> participants,
      List<NamedRole> roles,
      boolean isPlanned,
      int confidence)
      implements Proposal {
    public OfMeeting {
      participants = List.copyOf(participants);
      roles = List.copyOf(roles);
    }

    /// A meeting of which no roles are told.
    public OfMeeting(
        Quotation quotation,
        @Nullable String place,
        @Nullable Edtf when,
        List<String> participants,
        boolean isPlanned,
        int confidence) {
      this(quotation, place, when, participants, List.of(), isPlanned, confidence);
    }
  }

  /// Something that is announced to happen.
  record OfStep(Quotation quotation, String what, @Nullable Edtf when, int confidence)
      implements Proposal {}

  /// A document and its reported state.
  ///
  /// @param act the act that the text tells of, if it is more exact than the state
  /// @param when the day of the act, if the text tells it
  record OfInstrument(
      Quotation quotation,
      String name,
      ReportedState state,
      @Nullable ActKind act,
      @Nullable Edtf when,
      int confidence)
      implements Proposal {}

  /// A demand for precedence.
  ///
  /// @param speaker the demanding speaker
  /// @param later the step that waits
  /// @param earlier the step it waits for
  record OfOrder(Quotation quotation, Speaker speaker, String later, String earlier, int confidence)
      implements Proposal {}

  /// The reported state of a document.
  enum ReportedState {
    PROPOSED,
    DRAFT,
    UNDER_DISCUSSION,
    BEING_FINALISED,
    TEXT_AGREED,
    READY_TO_SIGN,
    SIGNED,
    NOT_SIGNED,
    NOT_AGREED,
    ADOPTED,
    PUBLISHED,
    DELIVERED,
    NOT_RECEIVED,
    REJECTED,
    UNDER_REVIEW,
    SUSPENDED,
    /// Ended, or left by a party.
    TERMINATED
  }
}
