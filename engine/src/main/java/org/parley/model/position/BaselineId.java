package org.parley.model.position;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Baseline].
public record BaselineId(String value) implements Id, RecordSubject {

  public BaselineId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
