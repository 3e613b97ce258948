package org.parley.model.step;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a demand about the order or the dates of steps.
public record DemandId(String value) implements Id, RecordSubject {

  public DemandId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
