package org.parley.model.claim;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of an [Item].
public record ItemId(String value) implements Id, RecordSubject {

  public ItemId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
