package org.parley.outlook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.text.InstrumentStatus;

/// A dated expectation on record, and what became of it.
///
/// @param claim the claim that states it
/// @param event the event expected
/// @param by the date by which it was expected
/// @param fate what became of it
/// @param happened the day on which it had happened for every instrument; null if it had not
public record ExpectedEvent(
    Claim claim, InstrumentStatus event, Edtf by, EventFate fate, @Nullable LocalDate happened) {

  /// The fate of an expectation.
  public enum EventFate {
    /// It happened by the last day that the date may mean.
    MET,
    /// It had not happened by then.
    MISSED,
    /// Its day has not come, and it has not happened.
    OPEN
  }

  /// Whether its day came or it happened, so that it counts in a score.
  public boolean isDue() {
    return fate != EventFate.OPEN;
  }
}
