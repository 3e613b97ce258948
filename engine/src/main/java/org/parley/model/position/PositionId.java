package org.parley.model.position;

import org.parley.model.Id;

/// The id of a [Position].
public record PositionId(String value) implements Id {

  public PositionId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
