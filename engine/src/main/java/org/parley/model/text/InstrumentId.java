package org.parley.model.text;

import org.parley.model.ActSubject;
import org.parley.model.ForecastSubject;
import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of an [Instrument]; also what a claim about that whole instrument is about.
public record InstrumentId(String value)
    implements Id, RecordSubject, Subject, ActSubject, ForecastSubject {

  public InstrumentId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
