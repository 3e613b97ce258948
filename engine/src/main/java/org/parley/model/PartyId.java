package org.parley.model;

/// The id of a party.
public record PartyId(String value) implements Id {

  public PartyId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
