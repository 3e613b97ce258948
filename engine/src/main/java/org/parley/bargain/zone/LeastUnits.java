package org.parley.bargain.zone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;

/// Normalises the unit of worths: the same packages then reach a baseline, at the same cost.
///
/// Only differences within a point matter. Worths are counted from the least of each point and
/// divided by the greatest common divisor of all differences of the party. The baseline is rounded
/// up. Cost: one pass over the worths.
final class LeastUnits {

  private LeastUnits() {}

  static Problem of(Problem problem) {
    int parties = problem.parties().size();
    long[] units = new long[parties];
    for (JointWorth joint : problem.jointWorths()) {
      units[joint.party()] = gcd(units[joint.party()], joint.worth());
    }
    boolean isLeast = true;
    for (int party = 0; party < parties; party++) {
      for (List<Long> row : problem.parties().get(party).worths()) {
        for (int option = 1; option < row.size() && units[party] != 1; option++) {
          units[party] = gcd(units[party], row.get(option) - row.getFirst());
        }
      }
      isLeast &= units[party] <= 1;
    }
    return isLeast ? problem : in(units, problem);
  }

  private static long gcd(long one, long other) {
    long divisor = one;
    long left = Math.abs(other);
    while (left != 0) {
      long rest = divisor % left;
      divisor = left;
      left = rest;
    }
    return divisor;
  }

  private static Problem in(long[] units, Problem problem) {
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < units.length; party++) {
      Problem.Party each = problem.parties().get(party);
      parties.add(units[party] <= 1 ? each : in(units[party], each));
    }
    List<JointWorth> joints = new ArrayList<>();
    for (JointWorth joint : problem.jointWorths()) {
      long unit = Math.max(1, units[joint.party()]);
      joints.add(new JointWorth(joint.party(), joint.when(), joint.worth() / unit));
    }
    return new Problem(parties, problem.points(), problem.linkages(), joints, problem.signing());
  }

  private static Problem.Party in(long unit, Problem.Party party) {
    long least = 0;
    List<List<Long>> rows = new ArrayList<>();
    for (List<Long> row : party.worths()) {
      long from = Collections.min(row);
      least += from;
      rows.add(row.stream().map(worth -> (worth - from) / unit).toList());
    }
    Long baseline = party.baseline();
    return new Problem.Party(
        party.id(),
        rows,
        party.redLines(),
        party.contingencies(),
        baseline == null ? null : Math.ceilDiv(baseline - least, unit));
  }
}
