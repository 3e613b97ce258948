package org.parley.acts;

import java.time.LocalDate;
import java.util.List;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.cases.AsOf;

/// An act, and the record that holds it: itself, or the instrument or step of an earlier case file.
///
/// @param act the act
/// @param record the record
/// @param by those who did it; the signatories, if a signature names nobody
public record RecordedAct(Act act, Id record, List<PartyId> by) {

  public RecordedAct {
    by = List.copyOf(by);
  }

  /// The day by which it had certainly happened: the last its date may denote, or the day it became
  /// known within that span. An act announced in advance, as an entry into force, happens on its
  /// date.
  public LocalDate doneBy() {
    LocalDate done = act.date().latestDay();
    LocalDate known = act.knownOrDone().latestDay();
    return known.isBefore(done) && !known.isBefore(act.date().earliestDay()) ? known : done;
  }

  /// Whether it had certainly happened by the day, and was known by the day of knowledge.
  public boolean isBy(AsOf asOf) {
    return !doneBy().isAfter(asOf.date()) && act.knownOrDone().isBy(asOf.knownAt());
  }
}
