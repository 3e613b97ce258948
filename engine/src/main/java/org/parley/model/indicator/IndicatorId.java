package org.parley.model.indicator;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of an [Indicator].
public record IndicatorId(String value) implements Id, RecordSubject {

  public IndicatorId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
