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
/// @param missing the missing data, in words; empty if none
/// @param known an equal claim on record
/// @param notes remarks for the person who decides
public record Candidate(
    int number,
    Proposal proposal,
    @Nullable CaseRecord record,
    boolean isChange,
    String missing,
    @Nullable ClaimId known,
    List<String> notes) {

  public Candidate {
    notes = List.copyOf(notes);
  }

  /// Whether it can be accepted unchanged.
  public boolean isReady() {
    return record != null;
  }

  /// A proposal that cannot become a record, with the reason.
  static Candidate lacking(int number, Proposal proposal, String what) {
    return new Candidate(number, proposal, null, false, what, null, List.of());
  }
}
