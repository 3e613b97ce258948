package org.parley.model.round;

import org.parley.model.Id;

/// The id of a [Round].
public record RoundId(String value) implements Id {

  public RoundId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
