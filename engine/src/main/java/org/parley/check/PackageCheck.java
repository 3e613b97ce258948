package org.parley.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.parley.bargain.JointWorth;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.Demand;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// Checks findings about packages from their certificates, with means of its own: worths are added
/// up anew, dominance is tested pair by pair, and what a solution rules out is ruled out again from
/// its multipliers alone.
public final class PackageCheck {

  private PackageCheck() {}

  /// What a check came to.
  public enum Verdict {
    /// The certificate proves the finding.
    HOLDS,
    /// It does not.
    FAILS,
    /// The budget ended before either was clear.
    OPEN
  }

  /// Whether a frontier is the frontier: its packages are worth what it says, none dominates
  /// another, and nothing is missing.
  ///
  /// Without linkages nothing is missing where each vector kept before a point and moved by any
  /// option is matched or beaten by one kept after it or cannot reach the baselines. With linkages
  /// the packages are gone through anew, leaving out those of which even the most that each party
  /// could still get is covered by the frontier.
  public static Verdict frontier(Problem problem, FrontierCertificate certificate, Budget budget) {
    return cover(problem, certificate, nothing(problem, certificate.parties()), budget);
  }

  private static List<Long> nothing(Problem problem, int parties) {
    return Collections.nCopies(Integer.bitCount(parties & problem.everyone()), 0L);
  }

  /// Whether a thinned frontier covers the whole one as it says: every acceptable package that each
  /// party values at its baseline plus `within` at the least is matched by one that is worth at
  /// most `within` less to anyone.
  ///
  /// Checked as [#frontier]; without linkages point by point, where what may be lost at each point
  /// must not add up to more than is stated.
  ///
  /// @param certificate of the frontier that was found
  /// @param within by party, as stated
  public static Verdict cover(
      Problem problem, FrontierCertificate certificate, List<Long> within, Budget budget) {
    Meter meter = new Meter(budget);
    List<long[]> vectors = certificate.keptAfter(certificate.order().length).getFirst();
    int[] parties = certificate.frontier().parties();
    boolean whole = within.stream().allMatch(each -> each == 0);
    for (int entry = 0; entry < vectors.size(); entry++) {
      int[] options = certificate.frontier().packageOf(entry);
      for (int at = 0; at < parties.length; at++) {
        if (problem.worth(parties[at], options) != vectors.get(entry)[at]
            || !problem.acceptableTo(parties[at], options)) {
          return Verdict.FAILS;
        }
      }
      for (int other = 0; other < vectors.size(); other++) {
        if (whole && other != entry && covers(vectors.get(other), vectors.get(entry))) {
          return Verdict.FAILS;
        }
        if (meter.spend(1)) {
          return Verdict.OPEN;
        }
      }
      if (!problem.allows(options)) {
        return Verdict.FAILS;
      }
    }
    if (!problem.linkages().isEmpty() || !problem.jointWorths().isEmpty()) {
      PackageWalk walk =
          new PackageWalk(raised(problem, parties, within), certificate.parties(), meter);
      Predicate<long[]> covered =
          most -> vectors.stream().anyMatch(kept -> covers(kept, less(most, within)));
      Predicate<int[]> missing =
          options ->
              !covered.test(
                  Arrays.stream(parties)
                      .mapToLong(party -> problem.worth(party, options))
                      .toArray());
      return verdict(walk.finds(covered, missing), meter);
    }
    long[] lost = new long[parties.length];
    for (int point = 0; point < certificate.order().length; point++) {
      for (int at = 0; at < lost.length; at++) {
        long here = certificate.lossAt(point).get(at);
        lost[at] += here;
        if (here < 0 || lost[at] > within.get(at)) {
          return Verdict.FAILS;
        }
      }
    }
    return layers(problem, certificate, parties, meter);
  }

  /// The same problem with baselines raised by what may be lost.
  private static Problem raised(Problem problem, int[] parties, List<Long> within) {
    List<Problem.Party> raised = new ArrayList<>(problem.parties());
    for (int at = 0; at < parties.length; at++) {
      Problem.Party party = raised.get(parties[at]);
      Long baseline = party.baseline();
      raised.set(
          parties[at], party.withBaseline(baseline == null ? null : baseline + within.get(at)));
    }
    return problem.withParties(raised);
  }

  private static long[] less(long[] worths, List<Long> by) {
    long[] less = worths.clone();
    for (int at = 0; at < less.length; at++) {
      less[at] -= by.get(at);
    }
    return less;
  }

  /// Fails where something was found that should not be there.
  private static Verdict verdict(boolean found, Meter meter) {
    return found ? Verdict.FAILS : meter.stopped() ? Verdict.OPEN : Verdict.HOLDS;
  }

  /// Whether nothing is acceptable to some parties, as a search that found it impossible says.
  public static Verdict nothingAcceptable(
      Problem problem, NothingAcceptable certificate, Budget budget) {
    Meter meter = new Meter(budget);
    Problem asked =
        switch (certificate.because()) {
          case NO_PACKAGE ->
              problem.withParties(
                  problem.parties().stream().map(party -> party.withBaseline(null)).toList());
          case BASELINES_OUT_OF_REACH -> problem;
        };
    PackageWalk walk = new PackageWalk(asked, certificate.parties(), meter);
    return verdict(walk.finds(_ -> false, _ -> true), meter);
  }

  private static Verdict layers(
      Problem problem, FrontierCertificate certificate, int[] parties, Meter meter) {
    int[] order = certificate.order();
    long[] best = new long[parties.length];
    for (int point : order) {
      for (int at = 0; at < parties.length; at++) {
        best[at] += most(problem, parties, point, at);
      }
    }
    for (int step = 0; step < order.length; step++) {
      int point = order[step];
      for (int at = 0; at < parties.length; at++) {
        best[at] -= most(problem, parties, point, at);
      }
      List<long[]> after = certificate.keptAfter(step + 1).getFirst();
      for (long[] before : certificate.keptAfter(step).getFirst()) {
        for (int option : open(problem, parties, point)) {
          long[] moved = before.clone();
          boolean reaches = true;
          for (int at = 0; at < parties.length; at++) {
            Problem.Party party = problem.parties().get(parties[at]);
            moved[at] += party.worths().get(point).get(option);
            reaches &= party.baseline() == null || moved[at] + best[at] >= party.baseline();
          }
          long[] asked = less(moved, certificate.lossAt(step));
          if (reaches && after.stream().noneMatch(kept -> covers(kept, asked))) {
            return Verdict.FAILS;
          }
          if (meter.spend(after.size())) {
            return Verdict.OPEN;
          }
        }
      }
    }
    return Verdict.HOLDS;
  }

  private static long most(Problem problem, int[] parties, int point, int at) {
    List<Long> row = problem.parties().get(parties[at]).worths().get(point);
    return open(problem, parties, point).stream().mapToLong(row::get).max().orElse(0);
  }

  /// The options of a point that cross no red line of these parties.
  private static List<Integer> open(Problem problem, int[] parties, int point) {
    List<Integer> open = new ArrayList<>();
    for (int option = 0; option < problem.points().get(point).options().size(); option++) {
      int way = option;
      if (Arrays.stream(parties)
          .allMatch(
              party ->
                  problem.parties().get(party).redLines().stream()
                      .noneMatch(line -> line.point() == point && line.option() == way))) {
        open.add(option);
      }
    }
    return open;
  }

  private static boolean covers(long[] one, long[] other) {
    for (int at = 0; at < one.length; at++) {
      if (one[at] < other[at]) {
        return false;
      }
    }
    return true;
  }

  /// Whether a solution is what its rule picks: its packages are acceptable, worth what it says and
  /// as good as each other, and everything better is ruled out by the multipliers.
  ///
  /// Where gains are counted from, and in which unit, is taken from the certificate: [#measure]
  /// checks it. Whether all ties are there, [#ties] checks.
  public static Verdict solution(
      Problem problem, Solution solution, SolutionCertificate certificate, Budget budget) {
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
      return Verdict.FAILS;
    }
    return new PackageRuledOut(problem, certificate, budget).verdict();
  }

  /// Whether a package is acceptable to all, worth what is said and as good as the best.
  private static boolean isSound(
      Problem problem, Solution.Outcome outcome, SolutionCertificate certificate) {
    List<Integer> chosen = outcome.options();
    boolean isPackage = chosen.size() == problem.points().size();
    for (int point = 0; isPackage && point < chosen.size(); point++) {
      isPackage =
          chosen.get(point) >= 0
              && chosen.get(point) < problem.points().get(point).options().size();
    }
    if (!isPackage) {
      return false;
    }
    int[] options = chosen.stream().mapToInt(Integer::intValue).toArray();
    long[] worths = problem.worths(options);
    boolean accepted = problem.allows(options);
    for (int party = 0; party < worths.length; party++) {
      accepted &= problem.acceptableTo(party, options);
    }
    return accepted
        && Arrays.stream(worths).boxed().toList().equals(outcome.worths())
        && PackageOrder.compare(certificate, worths) == 0;
  }

  /// Whether gains are measured as the rule says: from the baseline, or else the least that any
  /// package gives; and in the ideal gain where the rule takes shares of it, else in worths.
  public static Verdict measure(Problem problem, SolutionCertificate certificate, Budget budget) {
    Meter meter = new Meter(budget);
    for (int party = 0; party < problem.parties().size(); party++) {
      long floor = certificate.floor().get(party);
      long unit = certificate.unit().get(party);
      Long baseline = problem.parties().get(party).baseline();
      boolean fromFloor =
          baseline != null ? baseline == floor : isLeast(problem, party, floor, meter);
      boolean inUnit =
          switch (certificate.kind()) {
            case KALAI_SMORODINSKY, LEXIMIN ->
                reaches(problem, party, Math.addExact(floor, unit), meter)
                    && !reaches(problem, party, Math.addExact(floor, unit) + 1, meter);
            case NASH, UTILITARIAN, EQUAL_GAINS -> unit == 1;
          };
      if (!meter.stopped() && !(fromFloor && inUnit)) {
        return Verdict.FAILS;
      }
    }
    return verdict(false, meter);
  }

  /// Whether some package that all accept gives a party so much.
  private static boolean reaches(Problem problem, int party, long worth, Meter meter) {
    List<Problem.Party> parties = new ArrayList<>(problem.parties());
    parties.set(party, parties.get(party).withBaseline(worth));
    return exists(problem.withParties(parties), meter);
  }

  /// Whether packages that cross no red line give a party at least so much, and some no more: the
  /// same as what they give at most, of worths turned about.
  private static boolean isLeast(Problem problem, int party, long least, Meter meter) {
    List<Problem.Party> parties =
        new ArrayList<>(problem.parties().stream().map(each -> each.withBaseline(null)).toList());
    Problem.Party one = parties.get(party);
    parties.set(
        party,
        new Problem.Party(
            one.id(),
            one.worths().stream().map(row -> row.stream().map(Math::negateExact).toList()).toList(),
            one.redLines(),
            null));
    List<JointWorth> joints =
        problem.jointWorths().stream()
            .map(
                joint ->
                    joint.party() == party
                        ? new JointWorth(party, joint.when(), Math.negateExact(joint.worth()))
                        : joint)
            .toList();
    Problem turned =
        new Problem(parties, problem.points(), problem.linkages(), joints, problem.signing());
    return reaches(turned, party, Math.negateExact(least), meter)
        && !reaches(turned, party, Math.negateExact(least) + 1, meter);
  }

  private static boolean exists(Problem problem, Meter meter) {
    return new PackageWalk(problem, problem.everyone(), meter).finds(_ -> false, _ -> true);
  }

  /// Whether a solution that says it has all ties has them: no acceptable package of other worths
  /// is as good.
  public static Verdict ties(
      Problem problem, Solution solution, SolutionCertificate certificate, Budget budget) {
    Meter meter = new Meter(budget);
    if (!solution.allTies()) {
      return Verdict.HOLDS;
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
    return verdict(missing, meter);
  }

  /// Whether what is worth no more to anyone is worse; nothing is said below a baseline.
  private static boolean isWorse(SolutionCertificate certificate, long[] most) {
    for (int party = 0; party < most.length; party++) {
      if (most[party] < certificate.floor().get(party)) {
        return false;
      }
    }
    return PackageOrder.compare(certificate, most) < 0;
  }

  /// Whether clashes and ways out are all there are, each once: what clashes leaves no package,
  /// each way out leaves as many as it says, and the clashes are exactly the minimal sets that hit
  /// every way out.
  ///
  /// Then every set of demands is decided: one that holds no clash leaves out something of each, so
  /// it leaves out a whole way out, and what that leaves can be met.
  public static Verdict clashes(Problem problem, Clashes clashes, Budget budget) {
    Meter meter = new Meter(budget);
    List<Demand> known = Bridges.demandsOf(problem);
    Set<Set<Demand>> listed = new HashSet<>();
    for (List<Demand> clash : clashes.clashes()) {
      if (!listed.add(new HashSet<>(clash)) || new HashSet<>(clash).size() < clash.size()) {
        return Verdict.FAILS;
      }
      if (!known.containsAll(clash) || canBeMet(problem, clash, meter)) {
        return Verdict.FAILS;
      }
    }
    Set<Set<Demand>> hitting = new HashSet<>(Set.of(Set.of()));
    Set<Set<Demand>> ways = new HashSet<>();
    for (Clashes.Way way : clashes.ways()) {
      Set<Demand> giveUp = new HashSet<>(way.giveUp());
      if (!ways.add(giveUp)
          || giveUp.size() < way.giveUp().size()
          || !known.containsAll(giveUp)
          || !opens(problem, way, known, meter)) {
        return Verdict.FAILS;
      }
      hitting = hittingAlso(hitting, way.giveUp());
    }
    return verdict(!hitting.equals(listed), meter);
  }

  /// Whether giving up some demands opens packages, as many as is said; also where the meter
  /// stopped.
  private static boolean opens(Problem problem, Clashes.Way way, List<Demand> known, Meter meter) {
    Problem variant =
        Bridges.withDemands(
            problem, known.stream().filter(each -> !way.giveUp().contains(each)).toList());
    long[] count = {0};
    new PackageWalk(variant, variant.everyone(), meter)
        .finds(
            _ -> false,
            _ -> {
              count[0]++;
              return false;
            });
    BigInteger opens = BigInteger.valueOf(count[0]);
    return meter.stopped()
        || (count[0] > 0
            && way.opensAtLeast().compareTo(opens) <= 0
            && way.opensAtMost().compareTo(opens) >= 0);
  }

  private static boolean canBeMet(Problem problem, List<Demand> demands, Meter meter) {
    Problem variant = Bridges.withDemands(problem, demands);
    return new PackageWalk(variant, variant.everyone(), meter).finds(_ -> false, _ -> true);
  }

  /// The minimal sets that hit one more set: those that do, and the others with each of its
  /// members.
  private static Set<Set<Demand>> hittingAlso(Set<Set<Demand>> hitting, List<Demand> set) {
    Set<Set<Demand>> all = new HashSet<>();
    for (Set<Demand> each : hitting) {
      if (set.stream().anyMatch(each::contains)) {
        all.add(each);
      } else {
        for (Demand more : set) {
          Set<Demand> grown = new HashSet<>(each);
          grown.add(more);
          all.add(grown);
        }
      }
    }
    Set<Set<Demand>> minimal = new HashSet<>(all);
    minimal.removeIf(
        each ->
            all.stream().anyMatch(other -> other.size() < each.size() && each.containsAll(other)));
    return minimal;
  }

  /// The most a joint worth can add to a weighted sum.
  static BigInteger mostOf(JointWorth joint, BigInteger weight) {
    return weight.multiply(BigInteger.valueOf(joint.worth())).max(BigInteger.ZERO);
  }
}
