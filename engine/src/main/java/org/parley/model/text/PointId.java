package org.parley.model.text;

import org.parley.model.ActSubject;
import org.parley.model.ForecastSubject;
import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Point]; also what a claim about that point is about.
public record PointId(String value)
    implements Id, RecordSubject, Subject, ActSubject, ForecastSubject {

  public PointId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
