package org.parley.web.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormValue;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.InstrumentId;
import org.parley.reading.Proposal;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.cases.ClaimDraft;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;

/// The prefilled form of an incomplete proposal.
///
/// @param kind the kind of record
/// @param written its values as far as known
record ProposalForm(String kind, FormValue.Keys written) {

  /// A claim of which only the source is known.
  static ProposalForm claim(SourceId source) {
    return new ProposalForm("claims", sourced(source));
  }

  /// A claim as far as it is told.
  static ProposalForm claim(ClaimDraft draft, SourceId source) {
    return new ProposalForm("claims", DraftedClaim.written(draft, source));
  }

  /// The values of a proposal that a form accepts. A document on record gets an act.
  static ProposalForm of(CaseView view, CaseReading reading, Candidate candidate, SourceId source) {
    Proposal proposal = candidate.proposal();
    String words = proposal.quotation().words().replaceAll("\\s+", " ");
    return switch (proposal) {
      case Proposal.OfClaim _ ->
          reading.drafts(view, List.of(candidate.number())).values().stream()
              .findFirst()
              .map(each -> claim(each, source))
              .orElseGet(() -> claim(source));
      case Proposal.OfMeeting meeting ->
          new ProposalForm(
              "meetings",
              with(
                  with(with(sourced(source), "title", words), "date", date(meeting.when())),
                  "place",
                  meeting.place()));
      case Proposal.OfStep step ->
          new ProposalForm("steps", with(sourced(source), "title", step.what()));
      case Proposal.OfInstrument instrument ->
          document(reading.document(view, instrument), instrument, source);
      case Proposal.OfOrder _ ->
          new ProposalForm("demands", with(FormValue.Keys.NOTHING, "text", words));
    };
  }

  private static ProposalForm document(
      Optional<InstrumentId> known, Proposal.OfInstrument instrument, SourceId source) {
    return known
        .map(
            id ->
                new ProposalForm(
                    "acts",
                    with(sourced(source), "date", date(instrument.when()))
                        .with("of", rows(id.value()))))
        .orElseGet(
            () ->
                new ProposalForm("instruments", with(sourced(source), "title", instrument.name())));
  }

  private static FormValue.Keys sourced(SourceId source) {
    return FormValue.Keys.NOTHING.with("source", rows(source.value()));
  }

  private static FormValue.Rows rows(String value) {
    return new FormValue.Rows(List.of(new FormValue.Words(value)));
  }

  private static FormValue.Keys with(FormValue.Keys written, String key, @Nullable String value) {
    return value == null ? written : written.with(key, new FormValue.Words(value));
  }

  /// Whether the visitor may add such a record.
  static boolean mayFill(Visitor visitor, Proposal proposal) {
    return visitor.role() == Role.MEDIATOR
        || switch (proposal) {
          case Proposal.OfClaim _, Proposal.OfMeeting _, Proposal.OfOrder _ -> true;
          case Proposal.OfStep _, Proposal.OfInstrument _ -> false;
        };
  }

  private static @Nullable String date(@Nullable Edtf date) {
    return date == null ? null : date.toString();
  }
}
