package org.parley.reading.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.claim.ClaimId;
import org.parley.reading.Proposal;

/// A proposal and the record of the case it would become.
///
/// @param number which one in the reading, from 1
/// @param proposal what was read
/// @param record what it would be on record; null where something is missing or where it is only to
///   be known
/// @param isChange whether the record takes the place of one that is there
/// @param missing what keeps it from being written, in words; empty where nothing does
/// @param known a claim on record that says the same
/// @param notes what whoever decides should know
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

  /// Whether it can be accepted as it stands.
  public boolean isReady() {
    return record != null;
  }

  /// A proposal that cannot become a record, with the reason.
  static Candidate lacking(int number, Proposal proposal, String what) {
    return new Candidate(number, proposal, null, false, what, null, List.of());
  }
}
