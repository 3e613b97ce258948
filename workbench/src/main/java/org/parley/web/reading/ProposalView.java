package org.parley.web.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;
import org.parley.reading.Proposal;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CandidateWords;
import org.parley.web.edit.RecordTitles;
import org.parley.web.service.Rights;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// A proposal on the page.
///
/// @param number its number, from 1
/// @param kind its kind, in words
/// @param gist its summary, in the words of the text
/// @param quotation its quotation
/// @param confidence the confidence of the reader, in percent
/// @param record the record; empty if it cannot be written unchanged
/// @param missing the reason why it cannot be written unchanged; empty if it can
/// @param known the id of an equal claim on record; null if there is none
/// @param decision the decision; null while it is open
/// @param mayEdit whether its form is offered
/// @param troubles the reasons why acceptance was refused, in sentences
public record ProposalView(
    int number,
    String kind,
    String gist,
    String quotation,
    int confidence,
    String record,
    String missing,
    @Nullable String known,
    List<String> notes,
    BroughtText.@Nullable Decision decision,
    boolean mayEdit,
    List<String> troubles) {

  public ProposalView {
    notes = List.copyOf(notes);
    troubles = List.copyOf(troubles);
  }

  /// @param troubles why accepting it was refused
  static ProposalView of(
      OpenCase open,
      Visitor visitor,
      Candidate candidate,
      BroughtText.@Nullable Decision decision,
      List<String> troubles) {
    CaseRecord record = candidate.record();
    boolean may = record == null || Rights.mayWrite(visitor, record);
    Proposal proposal = candidate.proposal();
    return new ProposalView(
        candidate.number(),
        ReadingWording.kind(proposal),
        ReadingWording.gist(proposal),
        proposal.quotation().words().replaceAll("\\s+", " "),
        proposal.confidence(),
        record == null || !may ? "" : words(open, record),
        record != null && !may
            ? Say.text(
                "reading.no-right",
                "role",
                Say.text("cases.role.each", "role", visitor.role()),
                "kind",
                RecordTitles.one(RecordForm.of(record).kind()))
            : candidate.lack() == null ? "" : ReadingWording.remark(candidate.lack()),
        candidate.known() == null ? null : candidate.known().value(),
        candidate.remarks().stream().map(ReadingWording::remark).toList(),
        decision,
        may && (record != null || ProposalForm.mayFill(visitor, proposal)),
        troubles);
  }

  private static String words(OpenCase open, CaseRecord record) {
    return switch (record) {
      case Claim claim ->
          Say.text(
              "reading.record.claim",
              "parties",
              Say.parties(open.view(), claim.parties()),
              "subjects",
              Say.list(claim.about().stream().map(each -> Say.subject(open, each)).toList()),
              "assertion",
              assertion(open, claim),
              "date",
              Say.date(claim.said()));
      case Meeting meeting -> Say.text("reading.record.meeting", "date", meeting.date());
      case Step step -> Say.text("reading.record.step", "title", step.title());
      case Instrument instrument ->
          Say.text(
              "reading.record.instrument",
              "title",
              instrument.title(),
              "event",
              Say.text("instrument-status", "status", instrument.status().getLast().event()),
              "date",
              instrument.status().getLast().date());
      case Demand _ -> Say.text("reading.record.order");
      default -> record.id().kind() + " " + record.id().value();
    };
  }

  /// In English, in the words of the reader.
  private static String assertion(OpenCase open, Claim claim) {
    return Language.current() == Language.ENGLISH
        ? CandidateWords.assertion(claim.asserts())
        : Say.assertion(open.view(), claim.asserts());
  }

  public boolean isReady() {
    return missing.isEmpty();
  }

  public boolean isOpen() {
    return decision == null;
  }

  /// The id of the accepted record; empty if it was not accepted.
  public String accepted() {
    return decision == null ? "" : decision.record().orElse("");
  }

  /// The item with the reason of its dismissal; empty if there is none.
  public String item() {
    return decision instanceof BroughtText.Decision.Dismissed(String id) && id != null ? id : "";
  }
}
