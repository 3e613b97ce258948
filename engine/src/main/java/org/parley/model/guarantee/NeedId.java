package org.parley.model.guarantee;

import org.parley.model.Id;

/// The id of a [Need].
public record NeedId(String value) implements Id {

  public NeedId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
