package org.parley.cli.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.JsonKey;
import org.parley.intake.Intake;
import org.parley.model.Id;
import org.parley.model.act.ActKind;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.TextLanguage;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CaseReading;

/// The proposals of a text, for programs.
///
/// @param language the language in which it was read, as a BCP 47 tag
/// @param languageDetected whether its words tell the language; else it is as declared
/// @param languageLimits what alone is read of this language; absent where all is
/// @param dropped how many proposals were dropped, by reason
record ReadAnswer(
    String text,
    @JsonKey(isNull = true) @Nullable String published,
    String language,
    boolean languageDetected,
    @Nullable String languageLimits,
    ReadSource source,
    Map<String, Integer> dropped,
    List<ReadProposal> proposals) {

  record ReadSource(
      SourceId id,
      boolean known,
      Reliability reliability,
      String why,
      @JsonKey(isNull = true) @Nullable SourceId relays) {}

  /// A proposal, and the record it would be.
  record ReadProposal(
      int number,
      int confidence,
      String quote,
      int from,
      int to,
      @JsonKey(isInline = true) Proposed proposed,
      @JsonKey(isNull = true) @Nullable Id record,
      @JsonKey(isNull = true) @Nullable String missing,
      @JsonKey(isNull = true) @Nullable ClaimId known,
      List<String> notes) {}

  /// A proposal; `kind` names its type.
  sealed interface Proposed {
    record OfClaim(
        String kind,
        String speaker,
        @JsonKey(isNull = true) @Nullable String office,
        @JsonKey(isNull = true) @Nullable String relayedFrom,
        @JsonKey(isNull = true) @Nullable Edtf said,
        String subject,
        SaidStance stance,
        @JsonKey(isNull = true) @Nullable String share,
        List<String> between,
        @JsonKey(isNull = true) @Nullable String condition,
        Attribution attribution)
        implements Proposed {}

    record OfMeeting(
        String kind,
        @JsonKey(isNull = true) @Nullable String place,
        @JsonKey(isNull = true) @Nullable Edtf when,
        List<String> participants,
        List<Proposal.NamedRole> roles,
        boolean planned)
        implements Proposed {}

    record OfStep(String kind, String what, @JsonKey(isNull = true) @Nullable Edtf when)
        implements Proposed {}

    record OfInstrument(
        String kind,
        String name,
        Proposal.ReportedState state,
        @JsonKey(isNull = true) @Nullable ActKind act,
        @JsonKey(isNull = true) @Nullable Edtf when)
        implements Proposed {}

    record OfOrder(String kind, String speaker, String later, String earlier) implements Proposed {}

    static Proposed of(Proposal proposal) {
      return switch (proposal) {
        case Proposal.OfClaim claim ->
            new OfClaim(
                "claim",
                claim.speaker().name(),
                claim.speaker().office(),
                claim.relayedFrom(),
                claim.said(),
                claim.subject(),
                claim.stance(),
                claim.share(),
                claim.between(),
                claim.condition(),
                claim.attribution());
        case Proposal.OfMeeting meeting ->
            new OfMeeting(
                "meeting",
                meeting.place(),
                meeting.when(),
                meeting.participants(),
                meeting.roles(),
                meeting.isPlanned());
        case Proposal.OfStep step -> new OfStep("step", step.what(), step.when());
        case Proposal.OfInstrument instrument ->
            new OfInstrument(
                "instrument",
                instrument.name(),
                instrument.state(),
                instrument.act(),
                instrument.when());
        case Proposal.OfOrder order ->
            new OfOrder("order", order.speaker().name(), order.later(), order.earlier());
      };
    }
  }

  /// @param before how many proposals the texts before have
  static ReadAnswer of(String name, CaseReading reading, int before) {
    Source source = reading.source();
    TextLanguage language = reading.reading().language();
    String limits = Intake.limits(reading);
    return new ReadAnswer(
        name,
        words(reading.reading().article().published()),
        language.tag(),
        language.isDetected(),
        limits.isEmpty() ? null : limits,
        new ReadSource(
            source.id(),
            reading.isKnownSource(),
            source.reliability(),
            reading.whyReliable(),
            source.relays()),
        AnswerJson.byWord(reading.reading().dropped()),
        reading.candidates().stream().map(each -> proposal(each, before)).toList());
  }

  private static ReadProposal proposal(Candidate candidate, int before) {
    Proposal proposal = candidate.proposal();
    return new ReadProposal(
        before + candidate.number(),
        proposal.confidence(),
        proposal.quotation().words(),
        proposal.quotation().at().start(),
        proposal.quotation().at().end(),
        Proposed.of(proposal),
        candidate.record() == null ? null : candidate.record().id(),
        candidate.missing().isEmpty() ? null : candidate.missing(),
        candidate.known(),
        candidate.notes());
  }

  private static @Nullable String words(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
