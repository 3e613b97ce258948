package org.parley.model.step;

import org.parley.model.Id;

/// The id of a demand about the order or the dates of steps.
public record DemandId(String value) implements Id {

  public DemandId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
