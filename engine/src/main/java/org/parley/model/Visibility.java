package org.parley.model;

/// The readers who may know that a record exists: everyone, all delegations, one party and the
/// mediator, or the mediator alone.
public sealed interface Visibility {

  /// Everyone; written `public`, the default.
  record Public() implements Visibility {}

  /// The mediator and every delegation; written `delegations`.
  record Delegations() implements Visibility {}

  /// One party and the mediator; written `{party: UA}`.
  record Party(PartyId party) implements Visibility {}

  /// The mediator alone; written `mediator`.
  record Mediator() implements Visibility {}

  /// Whether `viewer` is among these readers.
  default boolean visibleTo(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Mediator _ -> true;
      case Viewer.Delegation(PartyId own) ->
          switch (this) {
            case Public _, Delegations _ -> true;
            case Party(PartyId party) -> party.equals(own);
            case Mediator _ -> false;
          };
      case Viewer.Public _ -> this instanceof Public;
    };
  }

  /// How narrow it is: 0 for public, 3 for the mediator alone.
  default int narrowness() {
    return switch (this) {
      case Public _ -> 0;
      case Delegations _ -> 1;
      case Party _ -> 2;
      case Mediator _ -> 3;
    };
  }

  /// Whether everyone who may see `other` may also see this.
  default boolean covers(Visibility other) {
    return switch (this) {
      case Public _ -> true;
      case Delegations _ -> !(other instanceof Public);
      case Party _ -> other.equals(this) || other instanceof Mediator;
      case Mediator _ -> other instanceof Mediator;
    };
  }
}
