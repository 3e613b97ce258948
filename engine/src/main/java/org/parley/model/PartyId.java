package org.parley.model;

/// The id of a party.
public record PartyId(String value) implements Id, RecordSubject {

  public PartyId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
