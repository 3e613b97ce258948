package org.parley.model.step;

import org.parley.model.Id;

/// The id of a term whose reading is contested.
public record TermId(String value) implements Id, When {

  public TermId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
