package org.parley.model.act;

import org.parley.model.Id;
import org.parley.model.RecordSubject;
import org.parley.model.text.Subject;

/// The id of an [Act].
public record ActId(String value) implements Id, RecordSubject, Subject {

  public ActId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
