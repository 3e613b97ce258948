package org.parley.model;

/// The id of an [Option].
public record OptionId(String value) implements Id {

  public OptionId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
