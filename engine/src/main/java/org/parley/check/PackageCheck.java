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

  /// Whether a solution is what its rule picks: its packages are acceptable and worth what it says,
  /// and everything better is ruled out by the multipliers.
  ///
  /// For Kalai-Smorodinsky and leximin the ideal gains are taken from the certificate.
  public static Verdict solution(
      Problem problem, Solution solution, SolutionCertificate certificate, Budget budget) {
    if (solution.outcomes().isEmpty()) {
      return Verdict.FAILS;
    }
    for (Solution.Outcome outcome : solution.outcomes()) {
      int[] options = outcome.options().stream().mapToInt(Integer::intValue).toArray();
      List<Long> worths = Arrays.stream(problem.worths(options)).boxed().toList();
      for (int party = 0; party < worths.size(); party++) {
        if (!problem.acceptableTo(party, options)) {
          return Verdict.FAILS;
        }
      }
      if (!worths.equals(outcome.worths()) || !problem.allows(options)) {
        return Verdict.FAILS;
      }
    }
    if (!solution.outcomes().getFirst().worths().equals(certificate.best())) {
      return Verdict.FAILS;
    }
    return new PackageRuledOut(problem, certificate, budget).verdict();
  }

  /// Whether clashes and ways out are all there are: what clashes leaves no package, each way out
  /// leaves one, and the clashes are exactly the minimal sets that hit every way out.
  ///
  /// Then every set of demands is decided: one that holds no clash leaves out something of each, so
  /// it leaves out a whole way out, and what that leaves can be met.
  public static Verdict clashes(Problem problem, Clashes clashes, Budget budget) {
    Meter meter = new Meter(budget);
    List<Demand> known = Bridges.demandsOf(problem);
    Set<Set<Demand>> listed = new HashSet<>();
    for (List<Demand> clash : clashes.clashes()) {
      listed.add(new HashSet<>(clash));
      if (!known.containsAll(clash) || canBeMet(problem, clash, meter)) {
        return Verdict.FAILS;
      }
    }
    Set<Set<Demand>> hitting = new HashSet<>(Set.of(Set.of()));
    for (Clashes.Way way : clashes.ways()) {
      List<Demand> kept = known.stream().filter(each -> !way.giveUp().contains(each)).toList();
      boolean met = canBeMet(problem, kept, meter);
      if (!meter.stopped() && (!met || way.opensAtMost().signum() == 0)) {
        return Verdict.FAILS;
      }
      hitting = hittingAlso(hitting, way.giveUp());
    }
    return verdict(!hitting.equals(listed), meter);
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
