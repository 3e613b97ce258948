package org.parley.bargain.zone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;

/// A problem with the same acceptable packages, without worths that decide nothing.
///
/// Joint worths of a party count only for its baseline. A party without one, and one that every
/// package satisfies, has none that matter. Then points that only they tied are independent again,
/// and are counted as such. Cost: one pass over the worths.
final class AcceptanceCore {

  private AcceptanceCore() {}

  /// The core for some parties.
  ///
  /// @param parties who accepts, party `i` as bit `i`
  static Problem of(Problem problem, int parties) {
    if (problem.jointWorths().isEmpty()) {
      return problem;
    }
    List<Problem.Party> all = new ArrayList<>();
    for (int party = 0; party < problem.parties().size(); party++) {
      Problem.Party each = problem.parties().get(party);
      boolean isAsked = ((parties >> party) & 1) == 1;
      all.add(isAsked && isAlwaysMet(problem, party) ? each.withBaseline(null) : each);
    }
    List<JointWorth> joints =
        problem.jointWorths().stream()
            .filter(
                each ->
                    ((parties >> each.party()) & 1) == 1
                        && all.get(each.party()).baseline() != null)
            .toList();
    return joints.size() == problem.jointWorths().size()
        ? problem
        : new Problem(all, problem.points(), problem.linkages(), joints, problem.signing());
  }

  /// Whether even the least that the options could give reaches the baseline.
  private static boolean isAlwaysMet(Problem problem, int party) {
    @Nullable Long baseline = problem.parties().get(party).baseline();
    long least = 0;
    for (List<Long> row : problem.parties().get(party).worths()) {
      least += Collections.min(row);
    }
    for (JointWorth each : problem.jointWorths()) {
      least += each.party() == party ? Math.min(0, each.worth()) : 0;
    }
    return baseline != null && least >= baseline;
  }
}
