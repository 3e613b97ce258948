package org.parley.model.round;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Round].
public record RoundId(String value) implements Id, RecordSubject {

  public RoundId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
