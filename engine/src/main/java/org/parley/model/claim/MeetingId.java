package org.parley.model.claim;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Meeting].
public record MeetingId(String value) implements Id, RecordSubject {

  public MeetingId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
