package org.parley.model.party;

/// What a party is.
public enum PartyKind {
  STATE,
  UNION,
  COALITION,
  ORGANISATION,
  ARMED_GROUP
}
