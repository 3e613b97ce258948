package org.parley.model.guarantee;

import org.parley.model.ActSubject;
import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Guarantee].
public record GuaranteeId(String value) implements Id, RecordSubject, ActSubject {

  public GuaranteeId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
