package org.parley.model.claim;

import org.parley.model.Id;

/// The id of a [Forecast].
public record ForecastId(String value) implements Id {

  public ForecastId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
