package org.parley.model.guarantee;

import java.util.List;
import java.util.stream.Stream;
import org.parley.model.PartyId;

/// Who finds that a trigger is met, and by which rule. Its moment is the one at which the rule is
/// first satisfied.
public sealed interface Determination {

  /// No determination is needed.
  record SelfEvident() implements Determination {}

  /// Reports of a number of independent sources; sources that relay one another count as one.
  ///
  /// @param groups the number
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
  /// @param question the question, in the vocabulary of the case
  /// @param members the voting members
  /// @param needed the votes in favour required
  /// @param vetoes the members that can block by voting against
  record Council(
      PartyId body, String question, List<PartyId> members, int needed, List<PartyId> vetoes)
      implements Determination {
    public Council {
      members = List.copyOf(members);
      vetoes = List.copyOf(vetoes);
    }
  }

  /// The first of several rules.
  record AnyOf(List<Determination> rules) implements Determination {
    public AnyOf {
      rules = List.copyOf(rules);
    }
  }

  /// All of several rules.
  record AllOf(List<Determination> rules) implements Determination {
    public AllOf {
      rules = List.copyOf(rules);
    }
  }

  /// The text is silent. The rule is never met.
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
