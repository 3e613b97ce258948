package org.parley.web.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;
import org.parley.reading.Proposal;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CandidateWords;
import org.parley.web.service.Rights;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

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
        CandidateWords.kind(proposal),
        CandidateWords.gist(proposal),
        proposal.quotation().words().replaceAll("\\s+", " "),
        proposal.confidence(),
        record == null || !may ? "" : words(open, record),
        record != null && !may
            ? "a "
                + visitor.role().word()
                + " does not add a "
                + record.id().kind()
                + "; maybe ask the mediator"
            : candidate.missing(),
        candidate.known() == null ? null : candidate.known().value(),
        candidate.notes(),
        decision,
        may && (record != null || ProposalForm.mayFill(visitor, proposal)),
        troubles);
  }

  private static String words(OpenCase open, CaseRecord record) {
    return switch (record) {
      case Claim claim ->
          Say.parties(open.view(), claim.parties())
              + " on "
              + Say.list(claim.about().stream().map(each -> Say.subject(open, each)).toList())
              + ": "
              + CandidateWords.assertion(claim.asserts())
              + ", said "
              + Say.date(claim.said());
      case Meeting meeting -> "a meeting, " + Say.date(meeting.date());
      case Step step -> "a step: " + step.title();
      case Instrument instrument ->
          instrument.title()
              + " "
              + Say.word(instrument.status().getLast().event())
              + ", "
              + Say.date(instrument.status().getLast().date());
      case Demand _ -> "a demand of order";
      default -> record.id().kind() + " " + record.id().value();
    };
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
