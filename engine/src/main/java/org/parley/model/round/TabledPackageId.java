package org.parley.model.round;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [TabledPackage].
public record TabledPackageId(String value) implements Id, RecordSubject {

  public TabledPackageId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
