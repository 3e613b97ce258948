package org.parley.model.text;

import org.parley.model.Id;

/// The id of a [Component] of a point; also what a claim about that part is about.
public record ComponentId(String value) implements Id, Subject {

  public ComponentId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
