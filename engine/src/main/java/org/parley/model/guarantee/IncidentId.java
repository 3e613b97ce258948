package org.parley.model.guarantee;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Incident].
public record IncidentId(String value) implements Id, RecordSubject {

  public IncidentId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
