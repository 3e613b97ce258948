package org.parley.model.guarantee;

import org.parley.model.ActSubject;
import org.parley.model.Id;

/// The id of a [Guarantee].
public record GuaranteeId(String value) implements Id, ActSubject {

  public GuaranteeId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
