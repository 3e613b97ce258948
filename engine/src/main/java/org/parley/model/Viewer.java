package org.parley.model;

/// A reader of a case: the mediator sees everything, a delegation its own and shared records, the
/// public the public ones.
public sealed interface Viewer {

  /// Sees everything.
  record Mediator() implements Viewer {}

  /// Sees public records, those of all delegations, and those marked for its own party.
  record Delegation(PartyId party) implements Viewer {}

  /// Sees public records.
  record Public() implements Viewer {}
}
