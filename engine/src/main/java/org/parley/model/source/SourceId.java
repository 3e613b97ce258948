package org.parley.model.source;

import org.parley.model.Id;

/// The id of a [Source].
public record SourceId(String value) implements Id {

  public SourceId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
