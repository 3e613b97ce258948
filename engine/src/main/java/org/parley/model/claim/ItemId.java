package org.parley.model.claim;

import org.parley.model.Id;

/// The id of an [Item].
public record ItemId(String value) implements Id {

  public ItemId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
