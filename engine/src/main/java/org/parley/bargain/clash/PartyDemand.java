package org.parley.bargain.clash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.Problem;

/// A demand of one party that it could give up: a red line, a contingency or a baseline.
public sealed interface PartyDemand {

  /// The index of the party.
  int party();

  /// A party will not accept an option.
  record RedLine(int party, Choice choice) implements PartyDemand {}

  /// A party accepts an option only together with others.
  record OnlyIf(int party, Contingency contingency) implements PartyDemand {}

  /// A party will not sign below its baseline.
  record Baseline(int party, long worth) implements PartyDemand {}

  /// The demands of all parties: red lines, contingencies, then the baseline, party by party.
  static List<PartyDemand> of(Problem problem) {
    List<PartyDemand> all = new ArrayList<>();
    for (int index = 0; index < problem.parties().size(); index++) {
      int party = index;
      Problem.Party one = problem.parties().get(party);
      one.redLines().forEach(line -> all.add(new PartyDemand.RedLine(party, line)));
      one.contingencies().forEach(each -> all.add(new PartyDemand.OnlyIf(party, each)));
      if (one.baseline() != null) {
        all.add(new PartyDemand.Baseline(party, one.baseline()));
      }
    }
    return List.copyOf(all);
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
          switch (demand) {
            case PartyDemand.RedLine(_, Choice choice) -> lines.add(choice);
            case PartyDemand.OnlyIf(_, Contingency each) -> contingencies.add(each);
            case PartyDemand.Baseline(_, long worth) -> party = party.withBaseline(worth);
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
