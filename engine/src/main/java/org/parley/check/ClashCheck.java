package org.parley.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.FrontierLayers;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// Checks what stands in the way of an agreement: conflicts of demands, ways out, and the least
/// cuts of baselines.
public final class ClashCheck {

  private ClashCheck() {}

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
    return PackageCheck.verdict(!hitting.equals(listed), meter, Flaw.Code.CLASH_MISSING);
  }

  /// Whether giving up some demands opens the stated number of packages; true if the meter stopped.
  private static boolean opens(
      Problem problem, Clashes.Way way, List<PartyDemand> known, Meter meter) {
    Problem variant =
        PartyDemand.keeping(
            problem, known.stream().filter(each -> !way.giveUp().contains(each)).toList());
    BigInteger opens = BigInteger.valueOf(CountCheck.count(variant, variant.everyone(), meter));
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

  /// Verifies the minimal cuts of baselines: they follow from the frontier without baselines, which
  /// is checked first.
  public static Verdict lowered(Problem problem, Bridges.Lowered certificate, Budget budget) {
    FrontierLayers frontier = certificate.frontier().frontier();
    if (certificate.frontier().parties() != problem.everyone()) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    return FrontierCheck.frontier(PartyDemand.redLinesOnly(problem), certificate.frontier(), budget)
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
                    PackageCheck.isPackage(problem, options)
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
}
