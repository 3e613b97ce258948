package org.parley.model.step;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a term whose reading is contested.
public record TermId(String value) implements Id, RecordSubject, When {

  public TermId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
