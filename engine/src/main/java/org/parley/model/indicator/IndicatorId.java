package org.parley.model.indicator;

import org.parley.model.Id;

/// The id of an [Indicator].
public record IndicatorId(String value) implements Id {

  public IndicatorId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
