package org.parley.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.parley.bargain.JointWorth;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.FrontierLayers;
import org.parley.bargain.solve.ExtremeCertificate;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.exact.Rational;

/// Checks findings about packages from their certificates, by independent means.
///
/// Worths are added up again, dominance is tested pair by pair, and the multipliers of a solution
/// are applied again.
public final class PackageCheck {

  private PackageCheck() {}

  /// Verifies a frontier: the worths of its packages are right, none dominates another, and none is
  /// missing.
  ///
  /// Without linkages, each vector kept before a point, shifted by any option, must be dominated by
  /// one kept after it or miss the baselines. With linkages the packages are enumerated again,
  /// pruning those bounded by a vector of the frontier.
  public static Verdict frontier(Problem problem, FrontierCertificate certificate, Budget budget) {
    return cover(problem, certificate, nothing(problem, certificate.parties()), budget);
  }

  private static List<Long> nothing(Problem problem, int parties) {
    return Collections.nCopies(Integer.bitCount(parties & problem.everyone()), 0L);
  }

  /// Verifies an epsilon-cover: every acceptable package is matched by one that loses at most
  /// `within` for anyone. Only packages worth at least the baseline plus `within` to each party
  /// count.
  ///
  /// Checked as [#frontier]. Without linkages the losses of the points must not exceed the stated
  /// total.
  ///
  /// @param certificate of the frontier that was found
  /// @param within by party, as stated
  public static Verdict cover(
      Problem problem, FrontierCertificate certificate, List<Long> within, Budget budget) {
    Meter meter = new Meter(budget);
    FrontierLayers frontier = certificate.frontier();
    int[] parties = frontier.parties();
    if (!Arrays.equals(parties, signers(problem, certificate.parties()))) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    List<long[]> vectors = IntStream.range(0, frontier.size()).mapToObj(frontier::worths).toList();
    boolean whole = within.stream().allMatch(each -> each == 0);
    for (int entry = 0; entry < vectors.size(); entry++) {
      int[] options = frontier.packageOf(entry);
      if (!isPackage(problem, options)) {
        return Verdict.fails(Flaw.Code.MALFORMED);
      }
      for (int at = 0; at < parties.length; at++) {
        if (problem.worth(parties[at], options) != vectors.get(entry)[at]
            || !problem.acceptableTo(parties[at], options)) {
          return Verdict.fails(Flaw.Code.OTHER_WORTH, Arrays.toString(options));
        }
      }
      for (int other = 0; other < vectors.size(); other++) {
        if (whole && other != entry && covers(vectors.get(other), vectors.get(entry))) {
          return Verdict.fails(Flaw.Code.DOMINATED, entry, other);
        }
        if (meter.spend(1)) {
          return unfinished();
        }
      }
      if (!problem.allows(options)) {
        return Verdict.fails(Flaw.Code.NOT_ACCEPTABLE, Arrays.toString(options));
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
      return verdict(walk.finds(covered, missing), meter, Flaw.Code.PACKAGE_MISSING);
    }
    if (!Arrays.equals(
        IntStream.of(certificate.order()).sorted().toArray(),
        IntStream.range(0, problem.points().size()).toArray())) {
      return Verdict.fails(Flaw.Code.ORDER_OF_POINTS);
    }
    List<long[]> first = certificate.keptAfter(0).getFirst();
    if (first.stream().noneMatch(each -> covers(each, new long[parties.length]))) {
      return Verdict.fails(Flaw.Code.NOT_COVERED, 0);
    }
    long[] lost = new long[parties.length];
    for (int point = 0; point < certificate.order().length; point++) {
      for (int at = 0; at < lost.length; at++) {
        long here = certificate.lossAt(point).get(at);
        lost[at] += here;
        if (here < 0 || lost[at] > within.get(at)) {
          return Verdict.fails(Flaw.Code.LOSS, point);
        }
      }
    }
    return layers(problem, certificate, vectors, parties, meter);
  }

  /// The same problem with baselines raised by the loss.
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

  /// Fails if a forbidden package was found.
  private static Verdict verdict(boolean found, Meter meter, Flaw.Code code) {
    return found ? Verdict.fails(code) : meter.stopped() ? unfinished() : new Verdict.Holds();
  }

  static Verdict unfinished() {
    return new Verdict.Open(Verdict.Reason.BUDGET);
  }

  private static int[] signers(Problem problem, int parties) {
    return IntStream.range(0, problem.parties().size())
        .filter(party -> ((parties >> party) & 1) == 1)
        .toArray();
  }

  private static boolean isPackage(Problem problem, int[] options) {
    boolean is = options.length == problem.points().size();
    for (int point = 0; is && point < options.length; point++) {
      is = options[point] >= 0 && options[point] < problem.points().get(point).options().size();
    }
    return is;
  }

  /// Verifies that no package is acceptable to some parties.
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
    return verdict(walk.finds(_ -> false, _ -> true), meter, Flaw.Code.PACKAGE_ACCEPTABLE);
  }

  private static Verdict layers(
      Problem problem,
      FrontierCertificate certificate,
      List<long[]> vectors,
      int[] parties,
      Meter meter) {
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
      List<long[]> after =
          step + 1 == order.length ? vectors : certificate.keptAfter(step + 1).getFirst();
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
            return Verdict.fails(Flaw.Code.NOT_COVERED, step + 1);
          }
          if (meter.spend(after.size())) {
            return unfinished();
          }
        }
      }
    }
    return new Verdict.Holds();
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

  /// Verifies a solution: its packages are acceptable, have the stated worths and tie, and the
  /// multipliers rule out every better package.
  ///
  /// The origin and unit of gains are taken from the certificate: [#measure] checks them. [#ties]
  /// checks that all ties are listed.
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
      return Verdict.fails(Flaw.Code.OTHER_VALUE);
    }
    return new PackageRuledOut(problem, certificate, budget).verdict();
  }

  /// Whether a package is acceptable to all, has the stated worths and ties with the best.
  private static boolean isSound(
      Problem problem, Solution.Outcome outcome, SolutionCertificate certificate) {
    List<Integer> chosen = outcome.options();
    int[] options = chosen.stream().mapToInt(Integer::intValue).toArray();
    if (!isPackage(problem, options)) {
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
        return Verdict.fails(Flaw.Code.MEASURE, party);
      }
    }
    return verdict(false, meter, Flaw.Code.MEASURE);
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
    return verdict(missing, meter, Flaw.Code.TIE_MISSING);
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

  /// Verifies that conflicts and ways out are complete and unique.
  ///
  /// Each conflict leaves no package and each way out leaves the stated number. The conflicts are
  /// exactly the minimal hitting sets of the ways out. Then every set of demands is decided: one
  /// that contains no conflict omits a whole way out, and the rest can be met.
  public static Verdict clashes(Problem problem, Clashes clashes, Budget budget) {
    Meter meter = new Meter(budget);
    List<PartyDemand> known = PartyDemand.of(problem);
    Set<Set<PartyDemand>> listed = new HashSet<>();
    for (List<PartyDemand> clash : clashes.clashes()) {
      if (!listed.add(new HashSet<>(clash)) || new HashSet<>(clash).size() < clash.size()) {
        return Verdict.fails(Flaw.Code.OTHER_MEMBERS, clash);
      }
      if (!known.containsAll(clash) || canBeMet(problem, clash, meter)) {
        return Verdict.fails(Flaw.Code.NO_CLASH, clash);
      }
    }
    Set<Set<PartyDemand>> hitting = new HashSet<>(Set.of(Set.of()));
    Set<Set<PartyDemand>> ways = new HashSet<>();
    for (Clashes.Way way : clashes.ways()) {
      Set<PartyDemand> giveUp = new HashSet<>(way.giveUp());
      if (!ways.add(giveUp)
          || giveUp.size() < way.giveUp().size()
          || !known.containsAll(giveUp)
          || !opens(problem, way, known, meter)) {
        return Verdict.fails(Flaw.Code.NO_WAY_OUT, way.giveUp());
      }
      hitting = hittingAlso(hitting, way.giveUp());
    }
    return verdict(!hitting.equals(listed), meter, Flaw.Code.CLASH_MISSING);
  }

  /// Whether giving up some demands opens the stated number of packages; true if the meter stopped.
  private static boolean opens(
      Problem problem, Clashes.Way way, List<PartyDemand> known, Meter meter) {
    Problem variant =
        PartyDemand.keeping(
            problem, known.stream().filter(each -> !way.giveUp().contains(each)).toList());
    BigInteger opens = BigInteger.valueOf(count(variant, variant.everyone(), meter));
    return meter.stopped()
        || (opens.signum() > 0
            && way.opensAtLeast().compareTo(opens) <= 0
            && way.opensAtMost().compareTo(opens) >= 0);
  }

  private static boolean canBeMet(Problem problem, List<PartyDemand> demands, Meter meter) {
    Problem variant = PartyDemand.keeping(problem, demands);
    return new PackageWalk(variant, variant.everyone(), meter).finds(_ -> false, _ -> true);
  }

  /// The minimal hitting sets after one more set: those that hit it, and the others extended by
  /// each of its members.
  private static Set<Set<PartyDemand>> hittingAlso(
      Set<Set<PartyDemand>> hitting, List<PartyDemand> set) {
    Set<Set<PartyDemand>> all = new HashSet<>();
    for (Set<PartyDemand> each : hitting) {
      if (set.stream().anyMatch(each::contains)) {
        all.add(each);
      } else {
        for (PartyDemand more : set) {
          Set<PartyDemand> grown = new HashSet<>(each);
          grown.add(more);
          all.add(grown);
        }
      }
    }
    Set<Set<PartyDemand>> minimal = new HashSet<>(all);
    minimal.removeIf(
        each ->
            all.stream().anyMatch(other -> other.size() < each.size() && each.containsAll(other)));
    return minimal;
  }

  /// Counts the packages these parties accept, one by one; partial if the meter stopped.
  private static long count(Problem problem, int parties, Meter meter) {
    long[] count = {0};
    new PackageWalk(problem, parties, meter)
        .finds(
            _ -> false,
            _ -> {
              count[0]++;
              return false;
            });
    return count[0];
  }

  /// Verifies a count by enumeration.
  public static Verdict count(Problem problem, Zones.Counted certificate, Budget budget) {
    Meter meter = new Meter(budget);
    if (certificate.parties() <= 0 || certificate.parties() > problem.everyone()) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    return sameCount(problem, certificate.parties(), certificate.count(), meter);
  }

  private static Verdict sameCount(Problem problem, int parties, BigInteger stated, Meter meter) {
    BigInteger counted = BigInteger.valueOf(count(problem, parties, meter));
    // Once the count exceeds the stated one, the rest is not needed.
    if (counted.compareTo(stated) > 0 || (!meter.stopped() && !counted.equals(stated))) {
      return Verdict.fails(Flaw.Code.OTHER_COUNT, parties, stated);
    }
    return meter.stopped() ? unfinished() : new Verdict.Holds();
  }

  /// Verifies the counts of each set of parties and of signable packages, by one enumeration.
  public static Verdict bySigners(Problem problem, Zones.BySigners certificate, Budget budget) {
    Meter meter = new Meter(budget);
    List<Integer> sets = List.copyOf(certificate.bySet().keySet());
    if (!new HashSet<>(sets).containsAll(signing(problem))
        || sets.stream().anyMatch(set -> set <= 0 || set > problem.everyone())) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    Problem free =
        problem.withParties(
            problem.parties().stream()
                .map(party -> party.withBaseline(null).withRedLines(Set.of()))
                .toList());
    long[] counts = new long[sets.size()];
    long[] signable = {0};
    new PackageWalk(free, 0, meter)
        .finds(
            _ -> meter.spend(sets.size()),
            options -> {
              int accept = 0;
              for (int party = 0; party < problem.parties().size(); party++) {
                accept |= problem.acceptableTo(party, options) ? 1 << party : 0;
              }
              for (int at = 0; at < counts.length; at++) {
                counts[at] += (sets.get(at) & accept) == sets.get(at) ? 1 : 0;
              }
              signable[0] += problem.signing().allows(accept) ? 1 : 0;
              return false;
            });
    if (meter.stopped()) {
      return unfinished();
    }
    for (int at = 0; at < counts.length; at++) {
      BigInteger count = BigInteger.valueOf(counts[at]);
      PackageBound.CountBetween stated = certificate.bySet().get(sets.get(at));
      if (!new PackageBound.CountBetween(count, count).equals(stated)) {
        return Verdict.fails(Flaw.Code.OTHER_COUNT, sets.get(at), count);
      }
    }
    BigInteger all = BigInteger.valueOf(signable[0]);
    return all.equals(certificate.signable()) && all.equals(certificate.signableAtMost())
        ? new Verdict.Holds()
        : Verdict.fails(Flaw.Code.OTHER_COUNT, 0, all);
  }

  /// The sets of parties that may sign.
  private static Set<Integer> signing(Problem problem) {
    Set<Integer> sets = new HashSet<>();
    for (int set = problem.everyone(); set > 0; set--) {
      if (problem.signing().allows(set)) {
        sets.add(set);
      }
    }
    return sets;
  }

  /// Verifies the largest or least worth of a party over packages that all accept.
  public static Verdict extreme(
      Problem problem, Solution solution, ExtremeCertificate certificate, Budget budget) {
    Meter meter = new Meter(budget);
    int party = certificate.party();
    int[] options = certificate.outcome().options().stream().mapToInt(each -> each).toArray();
    if (party < 0 || party >= problem.parties().size() || !isPackage(problem, options)) {
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
    boolean beaten =
        certificate.most()
            ? reaches(problem, party, Math.addExact(certificate.worth(), 1), meter)
            : new PackageWalk(problem, problem.everyone(), meter)
                .finds(_ -> false, other -> problem.worth(party, other) < certificate.worth());
    return verdict(beaten, meter, Flaw.Code.BETTER_PACKAGE);
  }

  /// Verifies the minimal cuts of baselines: they follow from the frontier without baselines, which
  /// is checked first.
  public static Verdict lowered(Problem problem, Bridges.Lowered certificate, Budget budget) {
    FrontierLayers frontier = certificate.frontier().frontier();
    if (certificate.frontier().parties() != problem.everyone()) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    return frontier(PartyDemand.redLinesOnly(problem), certificate.frontier(), budget)
        .then(
            () -> {
              Set<List<Long>> needed = new HashSet<>();
              for (int entry = 0; entry < frontier.size(); entry++) {
                needed.add(missing(problem, frontier.worths(entry)));
              }
              Set<List<Long>> minimal = new HashSet<>(needed);
              minimal.removeIf(
                  each ->
                      needed.stream()
                          .anyMatch(other -> !other.equals(each) && isWithin(other, each)));
              Set<List<Long>> stated = new HashSet<>();
              for (Bridges.Relaxation each : certificate.relaxations()) {
                int[] options = each.options().stream().mapToInt(one -> one).toArray();
                boolean fits =
                    isPackage(problem, options)
                        && PartyDemand.redLinesOnly(problem).allows(options)
                        && missing(problem, problem.worths(options)).equals(each.lowerBy())
                        && stated.add(each.lowerBy());
                for (int party = 0; fits && party < problem.parties().size(); party++) {
                  fits = PartyDemand.redLinesOnly(problem).acceptableTo(party, options);
                }
                if (!fits) {
                  return Verdict.fails(Flaw.Code.OTHER_WORTH, each.options());
                }
              }
              return stated.equals(minimal)
                  ? new Verdict.Holds()
                  : Verdict.fails(Flaw.Code.PACKAGE_MISSING);
            });
  }

  private static List<Long> missing(Problem problem, long[] worths) {
    List<Long> missing = new ArrayList<>();
    for (int party = 0; party < worths.length; party++) {
      Long baseline = problem.parties().get(party).baseline();
      missing.add(baseline == null ? 0 : Math.max(0, baseline - worths[party]));
    }
    return missing;
  }

  private static boolean isWithin(List<Long> inner, List<Long> outer) {
    for (int party = 0; party < inner.size(); party++) {
      if (inner.get(party) > outer.get(party)) {
        return false;
      }
    }
    return true;
  }

  /// The largest contribution of a joint worth to a weighted sum.
  static BigInteger mostOf(JointWorth joint, BigInteger weight) {
    return weight.multiply(BigInteger.valueOf(joint.worth())).max(BigInteger.ZERO);
  }
}
