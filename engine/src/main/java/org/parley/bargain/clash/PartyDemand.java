package org.parley.bargain.clash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;

/// A demand of one party that it could give up: a red line, a limit of a quantity, a contingency or
/// a baseline.
public sealed interface PartyDemand {

  /// The index of the party.
  int party();

  /// A party will not accept an option.
  record RedLine(int party, Choice choice) implements PartyDemand {}

  /// A party will not accept a value beyond one end of what it accepts.
  ///
  /// @param values the values it refuses on that side
  /// @param isLeast whether they are below what it accepts; else they are above
  record Limit(int party, OptionSet values, boolean isLeast) implements PartyDemand {}

  /// A party accepts an option only together with others.
  record OnlyIf(int party, Contingency contingency) implements PartyDemand {}

  /// A party will not sign below its baseline.
  record Baseline(int party, long worth) implements PartyDemand {}

  /// The demands of all parties: red lines and limits, contingencies, then the baseline, party by
  /// party.
  static List<PartyDemand> of(Problem problem) {
    List<PartyDemand> all = new ArrayList<>();
    for (int index = 0; index < problem.parties().size(); index++) {
      int party = index;
      Problem.Party one = problem.parties().get(party);
      addRedLines(problem, party, all);
      one.contingencies().forEach(each -> all.add(new PartyDemand.OnlyIf(party, each)));
      if (one.baseline() != null) {
        all.add(new PartyDemand.Baseline(party, one.baseline()));
      }
    }
    return List.copyOf(all);
  }

  private static void addRedLines(Problem problem, int party, List<PartyDemand> all) {
    Set<Choice> lines = problem.parties().get(party).redLines();
    Set<Choice> told = new HashSet<>();
    for (Choice line : lines) {
      if (told.contains(line)) {
        continue;
      }
      Problem.Point point = problem.points().get(line.point());
      int size = point.options().size();
      if (!point.isOrdered()) {
        all.add(new PartyDemand.RedLine(party, line));
        continue;
      }
      int end = line.option();
      while (end + 1 < size && lines.contains(new Choice(line.point(), end + 1))) {
        end++;
      }
      Set<Integer> refused = new TreeSet<>();
      for (int option = line.option(); option <= end; option++) {
        refused.add(option);
        told.add(new Choice(line.point(), option));
      }
      all.add(
          new PartyDemand.Limit(
              party, new OptionSet(line.point(), refused), line.option() == 0 && end < size - 1));
    }
  }

  /// Whether a package crosses it.
  default boolean isCrossedBy(Problem problem, int[] options) {
    return switch (this) {
      case RedLine(_, Choice(int point, int option)) -> options[point] == option;
      case Limit(_, OptionSet values, _) -> values.holdsIn(options);
      case OnlyIf(_, Contingency contingency) -> contingency.isCrossedBy(options);
      case Baseline(int party, long worth) -> problem.worth(party, options) < worth;
    };
  }

  /// The choices it refuses, whatever else is chosen.
  default List<Choice> refused() {
    return switch (this) {
      case RedLine(_, Choice choice) -> List.of(choice);
      case Limit(_, OptionSet(int point, Set<Integer> options), _) ->
          options.stream().map(option -> new Choice(point, option)).toList();
      case OnlyIf _, Baseline _ -> List.of();
    };
  }

  /// Whether it refuses options, whatever else is chosen.
  default boolean isRedLine() {
    return this instanceof RedLine || this instanceof Limit;
  }

  /// The same problem with only these demands.
  static Problem keeping(Problem problem, List<PartyDemand> kept) {
    List<Problem.Party> parties = new ArrayList<>();
    for (int index = 0; index < problem.parties().size(); index++) {
      Set<Choice> lines = new HashSet<>();
      List<Contingency> contingencies = new ArrayList<>();
      Problem.Party party = problem.parties().get(index).withBaseline(null);
      for (PartyDemand demand : kept) {
        if (demand.party() == index) {
          lines.addAll(demand.refused());
          switch (demand) {
            case PartyDemand.OnlyIf(_, Contingency each) -> contingencies.add(each);
            case PartyDemand.Baseline(_, long worth) -> party = party.withBaseline(worth);
            case PartyDemand.RedLine _, PartyDemand.Limit _ -> {}
          }
        }
      }
      parties.add(party.withRedLines(lines).withContingencies(contingencies));
    }
    return problem.withParties(parties);
  }

  /// The same problem without baselines.
  static Problem redLinesOnly(Problem problem) {
    return keeping(
        problem, of(problem).stream().filter(each -> !(each instanceof Baseline)).toList());
  }
}
