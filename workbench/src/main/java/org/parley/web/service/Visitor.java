package org.parley.web.service;

import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.Viewer;

/// An authenticated requester.
///
/// @param name the name under which changes are recorded
/// @param role in which role
/// @param party the party whose eyes these are; a delegation always has one, a monitor and an
///   observer may
public record Visitor(String name, Role role, @Nullable PartyId party) {

  public Visitor {
    if ((role == Role.DELEGATION) != (party != null)
        && role != Role.MONITOR
        && role != Role.OBSERVER) {
      throw new IllegalArgumentException(
          "a " + role.word() + (party == null ? " without" : " with") + " a party: " + name);
    }
  }

  /// A mediator.
  public static Visitor mediator(String name) {
    return new Visitor(name, Role.MEDIATOR, null);
  }

  /// The delegation of a party.
  public static Visitor delegation(String name, PartyId party) {
    return new Visitor(name, Role.DELEGATION, party);
  }

  /// Somebody unknown.
  public static Visitor anyone() {
    return new Visitor("anyone", Role.PUBLIC, null);
  }

  /// With whose eyes they look.
  public Viewer viewer() {
    if (role == Role.MEDIATOR) {
      return new Viewer.Mediator();
    }
    return party == null ? new Viewer.Public() : new Viewer.Delegation(party);
  }

  /// Whether they work on the case together with others of the same view: mediators with mediators,
  /// and a delegation among itself.
  public boolean meets() {
    return role == Role.MEDIATOR || role == Role.DELEGATION;
  }

  /// Whether they may add claims.
  public boolean mayClaim() {
    return role == Role.MEDIATOR || role == Role.DELEGATION;
  }

  /// Whether there is anything they may write.
  public boolean maySave() {
    return switch (role) {
      case MEDIATOR, DELEGATION, MONITOR -> true;
      case OBSERVER, PUBLIC -> false;
    };
  }
}
