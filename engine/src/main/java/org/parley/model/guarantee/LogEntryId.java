package org.parley.model.guarantee;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [LogEntry].
public record LogEntryId(String value) implements Id, RecordSubject {

  public LogEntryId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
