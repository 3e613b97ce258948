package org.parley.model.position;

import org.parley.model.Id;

/// The id of a [Linkage].
public record LinkageId(String value) implements Id {

  public LinkageId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
