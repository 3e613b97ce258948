package org.parley.model.position;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Position].
public record PositionId(String value) implements Id, RecordSubject {

  public PositionId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
