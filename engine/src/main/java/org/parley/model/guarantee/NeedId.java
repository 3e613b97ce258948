package org.parley.model.guarantee;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Need].
public record NeedId(String value) implements Id, RecordSubject {

  public NeedId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
