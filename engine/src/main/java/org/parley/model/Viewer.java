package org.parley.model;

import org.parley.model.party.PartyId;

/// Someone who looks at a case: the mediator sees everything, a delegation its own and the shared,
/// the public the public.
public sealed interface Viewer {

  /// Sees everything.
  record Mediator() implements Viewer {}

  /// Sees what is public, what all delegations may see, and what is marked for its own party.
  record Delegation(PartyId party) implements Viewer {}

  /// Sees what is public.
  record Public() implements Viewer {}
}
