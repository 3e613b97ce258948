package org.parley.model.position;

import org.parley.model.Id;

/// The id of a [Baseline].
public record BaselineId(String value) implements Id {

  public BaselineId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
