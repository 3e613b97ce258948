package org.parley.reading.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.claim.ClaimId;
import org.parley.reading.Proposal;

/// A proposal and the record of the case it would become.
///
/// @param number its index in the reading, from 1
/// @param proposal what was read
/// @param record the record; null if data are missing or it is for information only
/// @param isChange whether the record replaces an existing one
/// @param lack why it is no record; null if it is one
/// @param known an equal claim on record
/// @param remarks remarks for the person who decides
public record Candidate(
    int number,
    Proposal proposal,
    @Nullable CaseRecord record,
    boolean isChange,
    @Nullable CandidateRemark lack,
    @Nullable ClaimId known,
    List<CandidateRemark> remarks) {

  public Candidate {
    remarks = List.copyOf(remarks);
  }

  /// Whether it can be accepted unchanged.
  public boolean isReady() {
    return record != null;
  }

  /// The missing data, in English; empty if none.
  public String missing() {
    return lack == null ? "" : lack.words();
  }

  /// The remarks, in English.
  public List<String> notes() {
    return remarks.stream().map(CandidateRemark::words).toList();
  }

  /// A proposal that cannot become a record, with the reason.
  static Candidate lacking(int number, Proposal proposal, CandidateRemark.Kind kind, String about) {
    return new Candidate(
        number, proposal, null, false, new CandidateRemark(kind, about), null, List.of());
  }

  /// The same for a reason that names nothing.
  static Candidate lacking(int number, Proposal proposal, CandidateRemark.Kind kind) {
    return lacking(number, proposal, kind, "");
  }

  /// A proposal that has become a record.
  static Candidate ready(
      int number,
      Proposal proposal,
      CaseRecord record,
      @Nullable ClaimId known,
      List<CandidateRemark> remarks) {
    return new Candidate(number, proposal, record, false, null, known, remarks);
  }
}
