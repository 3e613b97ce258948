package org.parley.guarantees.commitment;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.model.party.PartyId;

/// The rule by which a trigger is found to be met. A determination has a moment: the first at which
/// the rule is satisfied.
public sealed interface Determination {

  /// Nobody needs to find it: met when it happens.
  record SelfEvident() implements Determination {}

  /// Reports from so many independent source groups. Two messages of one group count once.
  ///
  /// @param groups how many, 1 or more
  /// @param eligible the groups that count; empty where all do
  record Quorum(int groups, Set<String> eligible) implements Determination {

    public Quorum {
      eligible = Set.copyOf(eligible);
      if (groups < 1) {
        throw new IllegalArgumentException(
            "a quorum of " + groups + " groups. Maybe ask for 1 or more");
      }
    }
  }

  /// The finding of one body: a monitor, a commission, a court.
  record FoundBy(PartyId body) implements Determination {}

  /// Each obligor finds for itself.
  record OwnFinding() implements Determination {}

  /// A vote: carried with so many votes in favour, unless by then a member with a veto has voted
  /// against.
  ///
  /// @param body the council
  /// @param question what is put to it, a word of the case
  /// @param members who votes
  /// @param needed how many votes in favour carry it
  /// @param vetoes the members whose vote against stops it
  record Council(
      PartyId body, String question, Set<PartyId> members, int needed, Set<PartyId> vetoes)
      implements Determination {

    public Council {
      members = Set.copyOf(members);
      vetoes = Set.copyOf(vetoes);
      if (needed < 1 || needed > members.size()) {
        throw new IllegalArgumentException(
            needed
                + " votes needed among the "
                + members.size()
                + " members of "
                + body
                + ". Maybe name all members");
      }
    }
  }

  /// As soon as one of these is met.
  record AnyOf(List<Determination> any) implements Determination {

    public AnyOf {
      any = List.copyOf(any);
    }
  }

  /// Once all of these are met.
  record AllOf(List<Determination> all) implements Determination {

    public AllOf {
      all = List.copyOf(all);
    }
  }

  /// The text does not say. It is never met; the authoring checks report it.
  record Undeclared() implements Determination {}

  /// This rule and the rules inside it.
  default Stream<Determination> flattened() {
    return switch (this) {
      case AnyOf(List<Determination> any) ->
          Stream.concat(Stream.of(this), any.stream().flatMap(Determination::flattened));
      case AllOf(List<Determination> all) ->
          Stream.concat(Stream.of(this), all.stream().flatMap(Determination::flattened));
      case SelfEvident _, Quorum _, FoundBy _, OwnFinding _, Council _, Undeclared _ ->
          Stream.of(this);
    };
  }
}
