package org.parley.web.ledger;

import org.parley.acts.RecordedAct;
import org.parley.answer.board.TimelineAnswer;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ViewedDay;

/// Tells which records were known at the moment shown; of the present, all are.
///
/// @param open the case
/// @param moment the moment
record KnownThen(OpenCase open, ViewedDay moment) {

  /// Whether the latest moment is shown, with all knowledge.
  boolean isNow() {
    return moment.knownAt() == null && !moment.shown().isBefore(open.lastDay());
  }

  /// Whether a meeting, held or planned, was known.
  boolean covers(Meeting meeting) {
    return isNow() || TimelineAnswer.isKnown(meeting, moment.asOf());
  }

  /// Whether an act was done and known.
  boolean covers(RecordedAct act) {
    return isNow() || act.isBy(moment.asOf());
  }

  boolean covers(Claim claim) {
    return isNow() || moment.asOf().covers(claim);
  }
}
