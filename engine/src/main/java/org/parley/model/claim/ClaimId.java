package org.parley.model.claim;

import org.parley.model.Id;

/// The id of a [Claim].
public record ClaimId(String value) implements Id {

  public ClaimId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
