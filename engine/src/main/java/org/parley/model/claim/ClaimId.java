package org.parley.model.claim;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Claim].
public record ClaimId(String value) implements Id, RecordSubject {

  public ClaimId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
