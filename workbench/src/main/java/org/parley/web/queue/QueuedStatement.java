package org.parley.web.queue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.intake.StatementDecision;
import org.parley.model.claim.Claim;
import org.parley.model.source.SourceId;
import org.parley.reading.Proposal;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.cases.ClaimDraft;
import org.parley.reading.cases.QuotationDoubt;
import org.parley.reading.statements.StatementGroup;
import org.parley.web.reading.BroughtText;

/// A statement that waits for a decision.
///
/// @param told its reports, the fullest first; at least one
/// @param relation how it stands to the record
/// @param record the claim on record that it confirms or differs from; null if it is new
/// @param isSameOccasion whether that claim was made on the same occasion
/// @param added what its reports add to the claim on record, or to the first of them
/// @param otherwise the first reports of other statements on the queue that say otherwise
/// @param draft the claim it would be, in the words of its first report
/// @param doubts why a quotation may not carry its stance
/// @param isNewsroom whether only the texts themselves say it
/// @param confidence how sure the readers are, in percent
/// @param day the day it was said, else published; null if unknown
public record QueuedStatement(
    List<Told> told,
    StatementGroup.Relation relation,
    @Nullable Claim record,
    boolean isSameOccasion,
    List<AddedDetail> added,
    List<ProposalRef> otherwise,
    ClaimDraft draft,
    Set<QuotationDoubt> doubts,
    boolean isNewsroom,
    int confidence,
    @Nullable LocalDate day) {

  /// A report of it.
  record Told(ProposalRef ref, BroughtText text, CaseReading reading, Proposal.OfClaim proposal) {}

  /// A detail that a report adds.
  record AddedDetail(Told by, StatementGroup.Kind kind, String words) {}

  public QueuedStatement {
    told = List.copyOf(told);
    added = List.copyOf(added);
    otherwise = List.copyOf(otherwise);
    doubts = Set.copyOf(doubts);
  }

  /// Its fullest report.
  Told lead() {
    return told.getFirst();
  }

  /// The texts that tell it, each once, that of the fullest report first.
  List<CaseReading> readings() {
    return told.stream().map(Told::reading).distinct().toList();
  }

  /// Whether it contradicts the record or another statement on the queue.
  boolean isContrary() {
    return relation == StatementGroup.Relation.SAYS_OTHERWISE
        || !otherwise.isEmpty()
        || !draft.contradicts().isEmpty();
  }

  /// Whether a text that tells it is of a source that is not on record.
  boolean isFromUnreadSource() {
    return told.stream().anyMatch(each -> !each.reading.isKnownSource());
  }

  /// Whether the record has it with all its sources.
  boolean isOnRecord() {
    if (record == null || !isSameOccasion || relation != StatementGroup.Relation.CONFIRMS) {
      return false;
    }
    List<SourceId> held = record.source();
    return told.stream()
        .map(Told::reading)
        .allMatch(each -> each.isKnownSource() && held.contains(each.source().id()));
  }

  /// The decision that its relation suggests.
  StatementDecision suggested() {
    return StatementDecision.of(relation);
  }

  /// Whether it may be accepted together with others: it is complete, carried by its quotations,
  /// and contradicts nothing.
  boolean isSure() {
    return !isNewsroom
        && doubts.isEmpty()
        && draft.lacks().isEmpty()
        && !isContrary()
        && !isOnRecord();
  }
}
