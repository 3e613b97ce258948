package org.parley.model.claim;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Forecast].
public record ForecastId(String value) implements Id, RecordSubject {

  public ForecastId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
