package org.parley.model.task;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Task].
public record TaskId(String value) implements Id, RecordSubject {

  public TaskId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
