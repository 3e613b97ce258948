package org.parley.reading.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.model.PartyId;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Subject;
import org.parley.reading.Article;
import org.parley.reading.Proposal;

/// Makes records of proposals.
final class RecordMapping {

  private final ClaimRecords claims;
  private final EventRecords events;
  private final ProposedIds ids;
  private final TextSubjects subjects;
  private final Map<Proposal.Quotation, ClaimId> claimed = new HashMap<>();

  RecordMapping(KnownNames names, Article article, SourceId source) {
    ids = new ProposedIds(names.view());
    subjects = new TextSubjects(names.view(), names.subjects(article.language()));
    RecordContext on = new RecordContext(names, article, source, ids, subjects);
    claims = new ClaimRecords(on);
    events = new EventRecords(on);
  }

  Candidate candidate(int number, Proposal proposal) {
    return switch (proposal) {
      case Proposal.OfClaim claim -> claimed(claims.candidate(number, claim));
      case Proposal.OfMeeting meeting -> events.ofMeeting(number, meeting);
      case Proposal.OfStep step -> events.ofStep(number, step);
      case Proposal.OfInstrument instrument -> events.ofInstrument(number, instrument);
      case Proposal.OfOrder order -> events.ofOrder(number, order, claimed.get(order.quotation()));
    };
  }

  /// Remembers which claim a quotation became, for the demands that rest on it.
  private Candidate claimed(Candidate candidate) {
    if (candidate.record() instanceof Claim claim) {
      claimed.put(
          candidate.proposal().quotation(),
          candidate.known() == null ? claim.id() : candidate.known());
    }
    return candidate;
  }

  /// A proposed claim with corrections.
  Candidate corrected(
      Candidate candidate, PartyId party, Subject about, Assertion asserts, Edtf said) {
    return claims.corrected(candidate, party, about, asserts, said);
  }

  /// A claim as far as it is told.
  ClaimDraft draft(Proposal.OfClaim claim) {
    return claims.draft(claim);
  }

  /// The document on record that a proposal is about; empty if there is none.
  Optional<InstrumentId> document(Proposal.OfInstrument proposal) {
    return events.document(proposal);
  }

  /// Takes note of what a proposal is about, for "the document" of a later one.
  void pass(Proposal proposal) {
    switch (proposal) {
      case Proposal.OfClaim claim -> {
        var _ = subjects.find(claim.subject());
      }
      case Proposal.OfInstrument instrument -> {
        var _ = subjects.instrument(instrument.name());
      }
      case Proposal.OfMeeting _, Proposal.OfStep _, Proposal.OfOrder _ -> {
        // about no document
      }
    }
  }

  /// Reserves an id.
  void take(String id) {
    ids.take(id);
  }
}
