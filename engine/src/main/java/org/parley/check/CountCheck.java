package org.parley.check;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// Checks counts of packages by enumeration.
public final class CountCheck {

  private CountCheck() {}

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
    return meter.stopped() ? PackageCheck.unfinished() : new Verdict.Holds();
  }

  /// Counts the packages these parties accept, one by one; partial if the meter stopped.
  static long count(Problem problem, int parties, Meter meter) {
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

  /// Verifies the counts of each set of parties and of signable packages, by one enumeration.
  public static Verdict bySigners(Problem problem, Zones.BySigners certificate, Budget budget) {
    Meter meter = new Meter(budget);
    List<Integer> sets = List.copyOf(certificate.bySet().keySet());
    if (!new HashSet<>(sets).containsAll(signing(problem))
        || sets.stream().anyMatch(set -> set <= 0 || set > problem.everyone())) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    Problem free =
        problem.withParties(problem.parties().stream().map(party -> bare(party)).toList());
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
      return PackageCheck.unfinished();
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

  private static Problem.Party bare(Problem.Party party) {
    return party.withBaseline(null).withRedLines(Set.of()).withContingencies(List.of());
  }
}
