package org.parley.bargain.linked;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.Choice;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;

/// The problem of one party beside another to which all packages are the same, without baselines.
public final class LoneParty {

  private LoneParty() {}

  /// The problem of a party alone.
  ///
  /// @param most whether it has its worths; else their negatives, its losses
  public static Problem of(Problem problem, int party, boolean most) {
    Problem.Party one = problem.parties().get(party);
    Set<Choice> redLines = new TreeSet<>();
    problem.parties().forEach(each -> redLines.addAll(each.redLines()));
    List<List<Long>> worths =
        one.worths().stream()
            .map(row -> row.stream().map(each -> signed(each, most)).toList())
            .toList();
    List<List<Long>> same =
        one.worths().stream().map(row -> Collections.nCopies(row.size(), 0L)).toList();
    List<JointWorth> joints = new ArrayList<>();
    for (JointWorth each : problem.jointWorths()) {
      if (each.party() == party) {
        joints.add(new JointWorth(0, each.when(), signed(each.worth(), most)));
      }
    }
    return new Problem(
        List.of(
            new Problem.Party(one.id(), worths, redLines, null),
            new Problem.Party(one.id() + "-same", same, Set.of(), null)),
        problem.points(),
        problem.constraints(problem.everyone()),
        joints,
        SigningRule.all(2));
  }

  private static long signed(long worth, boolean most) {
    return most ? worth : Math.negateExact(worth);
  }
}
