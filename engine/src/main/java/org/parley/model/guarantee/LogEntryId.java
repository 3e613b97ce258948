package org.parley.model.guarantee;

import org.parley.model.Id;

/// The id of a [LogEntry].
public record LogEntryId(String value) implements Id {

  public LogEntryId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
