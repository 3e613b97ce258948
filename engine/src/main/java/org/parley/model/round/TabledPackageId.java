package org.parley.model.round;

import org.parley.model.Id;

/// The id of a [TabledPackage].
public record TabledPackageId(String value) implements Id {

  public TabledPackageId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
