package org.parley.model.guarantee;

import org.parley.model.Id;

/// The id of a [Incident].
public record IncidentId(String value) implements Id {

  public IncidentId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
