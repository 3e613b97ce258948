package org.parley.round.log;

import java.time.Instant;
import java.util.Map;
import org.parley.model.cases.CaseView;

/// A case as it was on record from a moment on.
///
/// @param entry the number of the last entry of the journal at that moment
/// @param at the moment
/// @param by who made the changes, and why, by the id of the changed record
/// @param view the case, as mediators see it
public record RecordedCase(long entry, Instant at, Map<String, Author> by, CaseView view) {

  /// The author of a change.
  ///
  /// @param entry the number of its entry
  /// @param why the reason given; empty for none
  public record Author(long entry, String who, String why) {}

  public RecordedCase {
    by = Map.copyOf(by);
  }
}
