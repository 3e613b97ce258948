package org.parley.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;
import org.parley.bargain.linked.LoneParty;
import org.parley.bargain.solve.ExtremeCertificate;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.exact.Rational;

/// Checks solutions of packages from their certificates: the multipliers of a solution are applied
/// again.
public final class SolutionCheck {

  private SolutionCheck() {}

  /// Verifies a solution: its packages are acceptable, have the stated worths and tie, and the
  /// multipliers rule out every better package.
  ///
  /// The origin and unit of gains are taken from the certificate: [#measure] checks them. [#ties]
  /// checks that all ties are listed.
  public static Verdict solution(
      Problem problem, Solution solution, SolutionCertificate certificate, Budget budget) {
    return states(problem, solution, certificate)
        .then(() -> new PackageRuledOut(problem, certificate, budget).verdict());
  }

  /// Verifies that the packages of a solution are acceptable, have the stated worths and tie.
  static Verdict states(Problem problem, Solution solution, SolutionCertificate certificate) {
    int parties = problem.parties().size();
    Set<List<Long>> vectors = new HashSet<>();
    solution.outcomes().forEach(outcome -> vectors.add(outcome.worths()));
    if (solution.outcomes().isEmpty()
        || vectors.size() < solution.outcomes().size()
        || solution.kind() != certificate.kind()
        || certificate.best().size() != parties
        || certificate.floor().size() != parties
        || certificate.unit().size() != parties
        || certificate.multipliers().stream().anyMatch(each -> each.ofParties().size() != parties)
        || certificate.unit().stream().anyMatch(unit -> unit < 0)
        || !solution.outcomes().getFirst().worths().equals(certificate.best())
        || !solution.outcomes().stream().allMatch(each -> isSound(problem, each, certificate))
        || !solution.value().equals(PackageOrder.value(certificate))) {
      return Verdict.fails(Flaw.Code.OTHER_VALUE);
    }
    return new Verdict.Holds();
  }

  /// Whether a package is acceptable to all, has the stated worths and ties with the best.
  private static boolean isSound(
      Problem problem, Solution.Outcome outcome, SolutionCertificate certificate) {
    List<Integer> chosen = outcome.options();
    int[] options = chosen.stream().mapToInt(Integer::intValue).toArray();
    if (!PackageCheck.isPackage(problem, options)) {
      return false;
    }
    long[] worths = problem.worths(options);
    boolean accepted = problem.allows(options);
    for (int party = 0; party < worths.length; party++) {
      accepted &= problem.acceptableTo(party, options);
    }
    return accepted
        && Arrays.stream(worths).boxed().toList().equals(outcome.worths())
        && PackageOrder.compare(certificate, worths) == 0;
  }

  /// Verifies the measure of gains: from the baseline, or else the least that any package gives. In
  /// ideal gains if the rule takes shares of them, else in worths.
  public static Verdict measure(Problem problem, SolutionCertificate certificate, Budget budget) {
    Meter meter = new Meter(budget);
    for (int party = 0; party < problem.parties().size(); party++) {
      long floor = certificate.floor().get(party);
      long unit = certificate.unit().get(party);
      boolean fromFloor = isFloor(problem, party, floor, meter);
      boolean inUnit =
          switch (certificate.kind()) {
            case KALAI_SMORODINSKY, LEXIMIN ->
                reaches(problem, party, Math.addExact(floor, unit), meter)
                    && !reaches(problem, party, Math.addExact(floor, unit) + 1, meter);
            case NASH, UTILITARIAN, EQUAL_GAINS -> unit == 1;
          };
      if (!meter.stopped() && !(fromFloor && inUnit)) {
        return Verdict.fails(Flaw.Code.MEASURE, party);
      }
    }
    return PackageCheck.verdict(false, meter, Flaw.Code.MEASURE);
  }

  /// Verifies the measure of gains without their units, but for parties whose floors are proved
  /// otherwise.
  static Verdict floors(
      Problem problem, SolutionCertificate certificate, BitSet proved, Budget budget) {
    Meter meter = new Meter(budget);
    Problem sums = problem.isCapped() ? problem.withoutCaps() : problem;
    int parties = problem.parties().size();
    for (int party = proved.nextClearBit(0);
        party < parties;
        party = proved.nextClearBit(party + 1)) {
      long floor = certificate.floor().get(party);
      Long cap = problem.parties().get(party).cap();
      boolean isFloor =
          (cap != null && floor == cap && problem.parties().get(party).baseline() == null)
              ? !isBelow(sums, party, floor, meter)
              : isFloor(problem, sums, party, floor, meter);
      if (!meter.stopped() && !isFloor) {
        return Verdict.fails(Flaw.Code.MEASURE, party);
      }
    }
    return PackageCheck.verdict(false, meter, Flaw.Code.MEASURE);
  }

  private static boolean isFloor(Problem problem, int party, long floor, Meter meter) {
    return isFloor(problem, problem, party, floor, meter);
  }

  /// @param sums the problem whose least worth counts: without caps
  private static boolean isFloor(
      Problem problem, Problem sums, int party, long floor, Meter meter) {
    Long baseline = problem.parties().get(party).baseline();
    return baseline != null ? baseline == floor : isLeast(sums, party, floor, meter);
  }

  /// Whether some package that all accept gives a party this worth.
  private static boolean reaches(Problem problem, int party, long worth, Meter meter) {
    List<Problem.Party> parties = new ArrayList<>(problem.parties());
    parties.set(party, parties.get(party).withBaseline(worth));
    return exists(problem.withParties(parties), meter);
  }

  /// Whether packages that cross no red line give a party at least this worth, with equality for
  /// some. Reduced to a maximum by negating the worths.
  private static boolean isLeast(Problem problem, int party, long least, Meter meter) {
    Problem turned = turned(problem, party);
    return reaches(turned, party, Math.negateExact(least), meter)
        && !reaches(turned, party, Math.negateExact(least) + 1, meter);
  }

  /// Whether such a package gives a party less.
  private static boolean isBelow(Problem problem, int party, long worth, Meter meter) {
    return reaches(turned(problem, party), party, Math.negateExact(worth) + 1, meter);
  }

  /// Without baselines, and with the worths of a party negated.
  private static Problem turned(Problem problem, int party) {
    List<Problem.Party> parties =
        new ArrayList<>(problem.parties().stream().map(each -> each.withBaseline(null)).toList());
    Problem.Party one = parties.get(party);
    parties.set(
        party,
        new Problem.Party(
            one.id(),
            one.worths().stream().map(row -> row.stream().map(Math::negateExact).toList()).toList(),
            one.redLines(),
            one.contingencies(),
            null));
    List<JointWorth> joints =
        problem.jointWorths().stream()
            .map(
                joint ->
                    joint.party() == party
                        ? new JointWorth(party, joint.when(), Math.negateExact(joint.worth()))
                        : joint)
            .toList();
    return new Problem(parties, problem.points(), problem.linkages(), joints, problem.signing());
  }

  private static boolean exists(Problem problem, Meter meter) {
    return new PackageWalk(problem, problem.everyone(), meter).finds(_ -> false, _ -> true);
  }

  /// Verifies that all ties are listed: no acceptable package of other worths is as good.
  public static Verdict ties(
      Problem problem, Solution solution, SolutionCertificate certificate, Budget budget) {
    Meter meter = new Meter(budget);
    if (!solution.allTies()) {
      return new Verdict.Holds();
    }
    List<List<Long>> listed = solution.outcomes().stream().map(Solution.Outcome::worths).toList();
    boolean missing =
        new PackageWalk(problem, problem.everyone(), meter)
            .finds(
                most -> isWorse(certificate, most),
                options -> {
                  long[] worths = problem.worths(options);
                  return PackageOrder.compare(certificate, worths) >= 0
                      && !listed.contains(Arrays.stream(worths).boxed().toList());
                });
    return PackageCheck.verdict(missing, meter, Flaw.Code.TIE_MISSING);
  }

  /// Whether no package dominated by these worths is as good; undecided below a baseline.
  private static boolean isWorse(SolutionCertificate certificate, long[] most) {
    for (int party = 0; party < most.length; party++) {
      if (most[party] < certificate.floor().get(party)) {
        return false;
      }
    }
    return PackageOrder.compare(certificate, most) < 0;
  }

  /// Verifies the largest or least worth of a party over packages that all accept.
  public static Verdict extreme(
      Problem problem, Solution solution, ExtremeCertificate certificate, Budget budget) {
    Meter meter = new Meter(budget);
    int party = certificate.party();
    int[] options = certificate.outcome().options().stream().mapToInt(each -> each).toArray();
    if (party < 0
        || party >= problem.parties().size()
        || !PackageCheck.isPackage(problem, options)) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    for (int one = 0; one < problem.parties().size(); one++) {
      if (!problem.acceptableTo(one, options) || !problem.allows(options)) {
        return Verdict.fails(Flaw.Code.NOT_ACCEPTABLE, Arrays.toString(options));
      }
    }
    List<Long> worths = Arrays.stream(problem.worths(options)).boxed().toList();
    if (!worths.equals(certificate.outcome().worths())
        || worths.get(party) != certificate.worth()) {
      return Verdict.fails(Flaw.Code.OTHER_WORTH, Arrays.toString(options));
    }
    long sign = certificate.most() ? 1 : -1;
    if (!solution.outcomes().contains(certificate.outcome())
        || !solution.value().equals(Rational.of(Math.multiplyExact(sign, certificate.worth())))) {
      return Verdict.fails(Flaw.Code.OTHER_ANSWER);
    }
    if (certificate.tree() != null) {
      return SplitCheck.verify(
          LoneParty.of(problem, party, certificate.most()),
          3,
          List.of(new long[] {Math.multiplyExact(sign, certificate.worth()), 0}),
          certificate.tree(),
          meter);
    }
    boolean beaten =
        certificate.most()
            ? reaches(problem, party, Math.addExact(certificate.worth(), 1), meter)
            : new PackageWalk(problem, problem.everyone(), meter)
                .finds(_ -> false, other -> problem.worth(party, other) < certificate.worth());
    return PackageCheck.verdict(beaten, meter, Flaw.Code.BETTER_PACKAGE);
  }
}
