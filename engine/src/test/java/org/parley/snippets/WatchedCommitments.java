package org.parley.snippets;

import java.util.ArrayList;
import java.util.List;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.DutyChange;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.guarantees.watch.Watch;
import org.parley.model.PartyId;

/// Commitments and an event log in, the state of every duty out.
final class WatchedCommitments {

  private WatchedCommitments() {}

  record Answer(List<DutyVerdict> duties, List<DutyChange> changes) {}

  /// Watches promises, such as a notice within a day of an attack on `south`.
  static Answer watch(List<Commitment> commitments) {
    // @start region="watch"
    List<DutyChange> changes = new ArrayList<>();
    Watch watch = Watch.of(commitments, Moments.of("2031-03-01T00:00:00Z"), changes::add);
    var attack = What.of("attack", new PartyId("north"), new PartyId("south"));
    watch.follow(
        LoggedFact.at(
            "e1", Moments.of("2031-03-04T06:00:00Z"), "monitors", new Fact.Report("i1", attack)));
    watch.advanceTo(Moments.of("2031-03-06T00:00:00Z"));
    List<DutyVerdict> duties = watch.state();
    // @end
    return new Answer(duties, changes);
  }
}
