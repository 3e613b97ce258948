package org.parley.model.party;

/// What a party does in a settlement: bind itself, secure performance, help the talks, watch, or
/// attest.
public enum PartyRole {
  SIGNATORY,
  GUARANTOR,
  MEDIATOR,
  MONITOR,
  WITNESS
}
