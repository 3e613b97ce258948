package org.parley.bargain.clash;

import org.parley.bargain.Choice;
import org.parley.bargain.Problem;

/// Something one party insists on and could move.
public sealed interface Demand {

  /// The index of the party.
  int party();

  /// A party will not accept an option.
  record RedLine(int party, Choice choice) implements Demand {}

  /// A party will not sign below its baseline.
  record Baseline(int party, long worth) implements Demand {}

  /// The demand in words, with the ids of the problem.
  default String inWords(Problem problem) {
    String who = problem.parties().get(party()).id();
    return switch (this) {
      case RedLine(_, Choice(int point, int option)) -> {
        Problem.Point on = problem.points().get(point);
        yield who + " never accepts " + on.options().get(option) + " on " + on.id();
      }
      case Baseline(_, long worth) -> who + " does not sign below " + worth;
    };
  }
}
