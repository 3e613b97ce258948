package org.parley.model.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;

/// An event in the life of an instrument. Drafted, initialled, signed, ratified, in force and
/// activated are different events on different dates.
///
/// @param event the event
/// @param date its date, past or expected
/// @param by the acting parties; empty if it concerns the instrument as a whole
/// @param expected whether it is only expected
/// @param known when it became known; default: `date`
/// @param source its sources
public record InstrumentEvent(
    InstrumentStatus event,
    Edtf date,
    List<PartyId> by,
    boolean expected,
    @Nullable Edtf known,
    List<SourceId> source) {

  public InstrumentEvent {
    by = List.copyOf(by);
    source = List.copyOf(source);
  }
}
