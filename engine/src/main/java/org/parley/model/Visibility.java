package org.parley.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// The readers who may know that a record exists: everyone, all delegations, some parties, one
/// party, or the mediator alone. The mediator is always among them.
public sealed interface Visibility {

  /// Everyone; written `public`, the default.
  record Public() implements Visibility {}

  /// The mediator and every delegation; written `delegations`.
  record Delegations() implements Visibility {}

  /// Some parties and the mediator; written `{parties: [UA, RU]}`.
  ///
  /// @param parties the parties, in the order of their ids, each once; two at least in a valid case
  record Parties(List<PartyId> parties) implements Visibility {

    /// Sorts the parties.
    public Parties {
      parties = List.copyOf(new TreeSet<>(parties));
    }
  }

  /// One party and the mediator; written `{party: UA}`.
  record Party(PartyId party) implements Visibility {}

  /// The mediator alone; written `mediator`.
  record Mediator() implements Visibility {}

  /// Of some parties and the mediator.
  ///
  /// @param parties any number, in any order
  static Visibility of(Collection<PartyId> parties) {
    List<PartyId> all = List.copyOf(new TreeSet<>(parties));
    return switch (all.size()) {
      case 0 -> new Mediator();
      case 1 -> new Party(all.getFirst());
      default -> new Parties(all);
    };
  }

  /// Whether `viewer` is among these readers.
  default boolean visibleTo(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Mediator _ -> true;
      case Viewer.Delegation(PartyId own) ->
          switch (this) {
            case Public _, Delegations _ -> true;
            case Parties _, Party _, Mediator _ -> named().contains(own);
          };
      case Viewer.Public _ -> this instanceof Public;
    };
  }

  /// The parties named as readers, in the order of their ids; empty unless some are named.
  default List<PartyId> named() {
    return switch (this) {
      case Parties(List<PartyId> parties) -> parties;
      case Party(PartyId party) -> List.of(party);
      case Public _, Delegations _, Mediator _ -> List.of();
    };
  }

  /// How narrow it is: 0 for public, 1 for delegations; the fewer parties it names, the greater.
  /// One that covers another and differs from it is less narrow.
  default int narrowness() {
    return switch (this) {
      case Public _ -> 0;
      case Delegations _ -> 1;
      case Parties _, Party _, Mediator _ -> Integer.MAX_VALUE - named().size();
    };
  }

  /// Whether everyone who may see `other` may also see this.
  default boolean covers(Visibility other) {
    return switch (this) {
      case Public _ -> true;
      case Delegations _ -> !(other instanceof Public);
      case Parties _, Party _, Mediator _ ->
          other.narrowness() > 1 && named().containsAll(other.named());
    };
  }

  /// The readers of both.
  default Visibility and(Visibility other) {
    if (covers(other)) {
      return other;
    }
    return other.covers(this)
        ? this
        : of(named().stream().filter(other.named()::contains).toList());
  }

  /// The readers of this, of the other, or of both.
  default Visibility or(Visibility other) {
    if (covers(other)) {
      return this;
    }
    if (other.covers(this)) {
      return other;
    }
    List<PartyId> all = new ArrayList<>(named());
    all.addAll(other.named());
    return of(all);
  }
}
