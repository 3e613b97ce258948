package org.parley.model.guarantee;

import org.parley.model.Id;

/// The id of a guarantee: one commitment that answers when something happens.
public record GuaranteeId(String value) implements Id {

  public GuaranteeId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
