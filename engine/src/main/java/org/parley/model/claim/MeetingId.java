package org.parley.model.claim;

import org.parley.model.Id;

/// The id of a [Meeting].
public record MeetingId(String value) implements Id {

  public MeetingId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
