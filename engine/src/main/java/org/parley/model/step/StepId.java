package org.parley.model.step;

import org.parley.model.ActSubject;
import org.parley.model.ForecastSubject;
import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a step: a milestone of an instrument or an act of implementation.
public record StepId(String value) implements Id, RecordSubject, When, ActSubject, ForecastSubject {

  public StepId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
