package org.parley.model.act;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.ActSubject;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.source.SourceId;

/// An act: something that happened, once, on a day. Claims say what speakers say of it; they may
/// confirm or deny it. A wrong record is superseded by a later one and stays readable.
///
/// @param id its id
/// @param kind the kind of act
/// @param date the date it happened
/// @param known when it became known; default: `date`
/// @param by the parties or bodies that did it; empty if it befell its object as a whole
/// @param of its objects: instruments, points, steps, guarantees
/// @param version the version of the instrument it concerns; default: the version of that day
/// @param vote the vote and its result, of an act put to a vote
/// @param share the share performed or verified; default: in full
/// @param unit the unit of a counted share: `weapons`, `hectares`
/// @param foundBy the bodies that found a breach
/// @param until the new end, of an extension
/// @param incident the incident it responds to, of a duty
/// @param response the act of the ladder that was performed, of a duty
/// @param quote a short quotation of the source
/// @param note a remark for readers
/// @param source its sources, at least one
/// @param supersedes the earlier records of acts it corrects
public record Act(
    ActId id,
    ActKind kind,
    Edtf date,
    @Nullable Edtf known,
    List<PartyId> by,
    List<ActSubject> of,
    @Nullable String version,
    @Nullable Ballot vote,
    @Nullable Share share,
    @Nullable String unit,
    List<PartyId> foundBy,
    @Nullable Edtf until,
    @Nullable IncidentId incident,
    @Nullable String response,
    @Nullable LocalizedText quote,
    @Nullable String note,
    List<SourceId> source,
    List<ActId> supersedes,
    Visibility visibility)
    implements CaseRecord {

  public Act {
    by = List.copyOf(by);
    of = List.copyOf(of);
    foundBy = List.copyOf(foundBy);
    source = List.copyOf(source);
    supersedes = List.copyOf(supersedes);
  }

  /// An act with nothing that only some kinds have.
  ///
  /// @param known when it became known; null: on its day
  public static Act of(
      ActId id,
      ActKind kind,
      Edtf date,
      @Nullable Edtf known,
      List<PartyId> by,
      List<? extends ActSubject> of,
      List<SourceId> source,
      Visibility visibility) {
    return new Act(
        id,
        kind,
        date,
        known,
        by,
        List.copyOf(of),
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        source,
        List.of(),
        visibility);
  }

  /// The same act with this quotation.
  public Act withQuote(@Nullable LocalizedText quotation) {
    return new Act(
        id,
        kind,
        date,
        known,
        by,
        of,
        version,
        vote,
        share,
        unit,
        foundBy,
        until,
        incident,
        response,
        quotation,
        note,
        source,
        supersedes,
        visibility);
  }

  @Override
  public Act withNames(UnaryOperator<LocalizedText> names) {
    return quote == null ? this : withQuote(names.apply(quote));
  }

  /// `known`, or `date` by default.
  public Edtf knownOrDone() {
    return known != null ? known : date;
  }

  /// The consent that those who did it expressed. A vote that was not carried refuses it; one with
  /// an unknown result settles nothing.
  public ActKind.Consent consent() {
    if (kind == ActKind.PUT_TO_VOTE && (vote == null || vote.carried() == Ballot.Result.UNKNOWN)) {
      return ActKind.Consent.NONE;
    }
    return vote != null && vote.carried() == Ballot.Result.NOT_CARRIED
        ? ActKind.Consent.REFUSED
        : kind.consent();
  }
}
