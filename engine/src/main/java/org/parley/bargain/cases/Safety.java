package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.robust.RobustPackage;
import org.parley.bargain.robust.Robustness;
import org.parley.bargain.robust.UncertainProblem;
import org.parley.bargain.worth.WorthRange;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.position.Worth;
import org.parley.sweep.Seeds;

/// Robustness of packages when worths are known only within bounds.
///
/// Bounds are the intervals of the case and, on request, a share of each worth and baseline up and
/// down. A what-if figure counts as given, without its interval.
///
/// @param packages the problem
/// @param looked the problem restricted to `parties`: all, if a package is acceptable to all for
///   some worths within the bounds. Else the largest set that accepts a package
/// @param parties the parties evaluated, party `i` of the problem as bit `i`
/// @param within the uncertainty of each worth and baseline in per cent, in addition to its
///   interval
/// @param inDoubt whether any worth or baseline has a width
/// @param asked the evaluation of the package asked about; empty if none was
/// @param safest the packages most likely to be safe, safest first
public record Safety(
    PackageProblem packages,
    PackageProblem looked,
    int parties,
    int within,
    boolean inDoubt,
    Optional<Finding<List<RobustPackage>>> asked,
    Finding<List<RobustPackage>> safest) {

  /// Draws that give intervals of about two per cent.
  public static final int DRAWS = 2000;

  /// Samples worths and evaluates packages.
  ///
  /// @param asked a package to evaluate as well, one option index per point; empty for none
  /// @param within the uncertainty in per cent, 0 to 100
  /// @param threads the number of threads; the result does not depend on it
  /// @throws org.parley.bargain.InvalidProblemException if the ends of the bounds exceed the
  ///   supported range
  public static Safety of(
      PackageProblem packages,
      List<Integer> asked,
      int within,
      Seeds seeds,
      int threads,
      Budget budget) {
    int parties = packages.problem().everyone();
    PackageProblem looked = packages;
    UncertainProblem uncertain = uncertain(looked, within);
    List<List<Integer>> also = asked.isEmpty() ? List.of() : List.of(asked);
    Finding<List<RobustPackage>> safest =
        Robustness.safest(uncertain, also, seeds, threads, budget);
    if (safest instanceof Finding.Impossible) {
      ZoneTable.Row best = ZoneTable.of(packages.problem(), budget).best();
      if (!best.isEmpty() && best.parties() != parties) {
        parties = best.parties();
        looked = packages.among(parties);
        uncertain = uncertain(looked, within);
        safest = Robustness.safest(uncertain, also, seeds, threads, budget);
      }
    }
    return new Safety(
        packages,
        looked,
        parties,
        within,
        !uncertain.worst().equals(uncertain.best()),
        asked.isEmpty()
            ? Optional.empty()
            : Optional.of(
                safest instanceof Finding.Impossible
                    ? Robustness.of(uncertain, also, seeds, threads, budget)
                    : of(asked, safest)),
        safest);
  }

  /// The evaluation of one package among all.
  private static Finding<List<RobustPackage>> of(
      List<Integer> asked, Finding<List<RobustPackage>> all) {
    return switch (all) {
      case Finding.Proved<List<RobustPackage>>(List<RobustPackage> robust, var certificate) ->
          new Finding.Proved<>(only(asked, robust), certificate);
      case Finding.Exhausted<List<RobustPackage>>(List<RobustPackage> robust) ->
          new Finding.Exhausted<>(only(asked, robust));
      case Finding.Bounded<List<RobustPackage>>(
              List<RobustPackage> robust,
              var bound,
              var stoppedBy) ->
          new Finding.Bounded<>(only(asked, robust), bound, stoppedBy);
      case Finding.Impossible<List<RobustPackage>> impossible -> impossible;
    };
  }

  private static List<RobustPackage> only(List<Integer> asked, List<RobustPackage> all) {
    return all.stream().filter(each -> each.options().equals(asked)).toList();
  }

  /// The number of draws made; 0 if no worth is in doubt.
  public long draws() {
    return chance().map(PackageBound.ByChance::draws).orElse(0L);
  }

  /// The number of draws requested; larger than [#draws] if the search was stopped.
  public long drawsAsked() {
    return chance().map(PackageBound.ByChance::asked).orElse(0L);
  }

  private Optional<PackageBound.ByChance> chance() {
    return safest
            instanceof Finding.Bounded<List<RobustPackage>>(_, PackageBound.ByChance chance, _)
        ? Optional.of(chance)
        : Optional.empty();
  }

  /// The problem with the bounds of each worth and baseline.
  ///
  /// @param within the uncertainty in per cent, 0 to 100
  /// @throws org.parley.bargain.InvalidProblemException if the ends of the bounds exceed the
  ///   supported range
  public static UncertainProblem uncertain(PackageProblem packages, int within) {
    List<UncertainProblem.Ranges> ranges = new ArrayList<>();
    for (int index = 0; index < packages.seats().size(); index++) {
      Problem.Party party = packages.problem().parties().get(index);
      PackageProblem.Seat seat = packages.seats().get(index);
      List<List<WorthRange>> worths = new ArrayList<>();
      for (int point = 0; point < party.worths().size(); point++) {
        List<WorthRange> row = new ArrayList<>();
        for (int option = 0; option < party.worths().get(point).size(); option++) {
          row.add(
              range(
                  seat.stakes().get(point).worths().get(option),
                  party.worths().get(point).get(option),
                  within));
        }
        worths.add(row);
      }
      Long baseline = party.baseline();
      PackageProblem.Floor floor = seat.floor();
      ranges.add(
          new UncertainProblem.Ranges(
              worths,
              baseline == null
                  ? null
                  : range(
                      floor == null ? Worth.exactly(baseline) : floor.worth(), baseline, within)));
    }
    return new UncertainProblem(packages.problem(), ranges);
  }

  /// The stated interval, if the figure still is its middle.
  private static WorthRange range(Worth stated, long shown, int within) {
    boolean moved = StakeReader.middle(stated) != shown;
    long low = moved ? shown : stated.least();
    long high = moved ? shown : stated.most();
    return new WorthRange(low - part(low, within), high + part(high, within));
  }

  private static long part(long worth, int percent) {
    long size = Math.abs(worth);
    return size / 100 * percent + size % 100 * percent / 100;
  }

  /// The package to recommend.
  public Optional<RobustPackage> best() {
    return safest.findAnswer().stream().flatMap(List::stream).findFirst();
  }

  /// How many of the safest packages stay acceptable for every worth within the bounds.
  public long surely() {
    return safest.findAnswer().stream()
        .flatMap(List::stream)
        .filter(robust -> robust.standing() == RobustPackage.Certainty.SURELY)
        .count();
  }
}
