package org.parley.model.text;

import org.parley.model.Id;

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
