package org.parley.model.party;

/// The kind of a party.
public enum PartyKind {
  STATE,
  UNION,
  COALITION,
  ORGANISATION,
  ARMED_GROUP,
  /// A parliament, a chamber, a court, the ruling body of a party.
  BODY,
  /// Those who can vote in an election or referendum.
  ELECTORATE
}
