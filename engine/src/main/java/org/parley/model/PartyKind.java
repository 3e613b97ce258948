package org.parley.model;

/// The kind of a party.
public enum PartyKind {
  STATE,
  UNION,
  COALITION,
  ORGANISATION,
  ARMED_GROUP
}
