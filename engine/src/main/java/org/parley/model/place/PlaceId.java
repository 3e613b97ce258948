package org.parley.model.place;

import org.parley.model.Id;

/// The id of a [Place].
public record PlaceId(String value) implements Id {

  public PlaceId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
