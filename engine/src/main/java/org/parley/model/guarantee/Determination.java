package org.parley.model.guarantee;

import java.util.List;
import java.util.stream.Stream;
import org.parley.model.party.PartyId;

/// Who finds that a trigger is met, and by which rule. A determination has a moment: the one at
/// which the rule is first satisfied.
public sealed interface Determination {

  /// Nobody needs to find it.
  record SelfEvident() implements Determination {}

  /// Reports of so many independent sources; those that repeat one another are one.
  ///
  /// @param groups how many
  /// @param eligible the sources that count; default: all
  record IndependentReports(int groups, List<String> eligible) implements Determination {
    public IndependentReports {
      eligible = List.copyOf(eligible);
    }
  }

  /// One body: a monitor, a commission, a court.
  record FoundBy(PartyId body) implements Determination {}

  /// Each obligor for itself.
  record EachObligor() implements Determination {}

  /// A vote of a council.
  ///
  /// @param body the council
  /// @param question what is put to it, a word of the case
  /// @param members who votes
  /// @param needed how many votes in favour carry it
  /// @param vetoes the members whose vote against stops it
  record Council(
      PartyId body, String question, List<PartyId> members, int needed, List<PartyId> vetoes)
      implements Determination {
    public Council {
      members = List.copyOf(members);
      vetoes = List.copyOf(vetoes);
    }
  }

  /// As soon as one of these finds it.
  record AnyOf(List<Determination> rules) implements Determination {
    public AnyOf {
      rules = List.copyOf(rules);
    }
  }

  /// Once all of these have found it.
  record AllOf(List<Determination> rules) implements Determination {
    public AllOf {
      rules = List.copyOf(rules);
    }
  }

  /// The text does not say. It is never met.
  record NotStated() implements Determination {}

  /// This rule and the rules inside it.
  default Stream<Determination> flattened() {
    return switch (this) {
      case AnyOf(List<Determination> rules) ->
          Stream.concat(Stream.of(this), rules.stream().flatMap(Determination::flattened));
      case AllOf(List<Determination> rules) ->
          Stream.concat(Stream.of(this), rules.stream().flatMap(Determination::flattened));
      case SelfEvident _, IndependentReports _, FoundBy _, EachObligor _, Council _, NotStated _ ->
          Stream.of(this);
    };
  }
}
