package org.parley.model.source;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Source].
public record SourceId(String value) implements Id, RecordSubject {

  public SourceId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
