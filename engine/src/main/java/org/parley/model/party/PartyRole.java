package org.parley.model.party;

/// The role of a party in a settlement: signatory, guarantor, facilitator, observer or witness.
public enum PartyRole {
  SIGNATORY,
  GUARANTOR,
  MEDIATOR,
  MONITOR,
  WITNESS
}
