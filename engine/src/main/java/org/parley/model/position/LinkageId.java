package org.parley.model.position;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Linkage].
public record LinkageId(String value) implements Id, RecordSubject {

  public LinkageId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
