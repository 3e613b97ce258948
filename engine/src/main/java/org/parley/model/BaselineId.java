package org.parley.model;

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
