package org.parley.model;

/// The id of a [Linkage].
public record LinkageId(String value) implements Id {

  public LinkageId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
