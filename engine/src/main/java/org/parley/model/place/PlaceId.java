package org.parley.model.place;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Place].
public record PlaceId(String value) implements Id, RecordSubject {

  public PlaceId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
