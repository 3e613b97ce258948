package org.parley.bargain.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.Demand;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;

/// The packages opened by giving up one demand, all others kept.
///
/// @param demand the demand
/// @param leavesAtLeast how many packages are then acceptable to all, at the least
/// @param leavesAtMost and at the most; the same where they were counted
public record Easing(Demand demand, BigInteger leavesAtLeast, BigInteger leavesAtMost) {

  /// The demands that keep packages out, the one that keeps out most first. Costs one zone a
  /// demand.
  ///
  /// @param now how many packages are acceptable to all with every demand kept
  public static List<Easing> of(Problem problem, BigInteger now, Budget budget) {
    List<Demand> demands = Demand.of(problem);
    List<Easing> easings = new ArrayList<>();
    for (Demand demand : demands) {
      List<Demand> kept = new ArrayList<>(demands);
      kept.remove(demand);
      Problem eased = Demand.keeping(problem, kept);
      Zone zone = Zones.find(eased, eased.everyone(), budget).findAnswer().orElse(null);
      if (zone != null && zone.atMost().compareTo(now) > 0) {
        easings.add(new Easing(demand, zone.atLeast(), zone.atMost()));
      }
    }
    easings.sort(Comparator.comparing(Easing::leavesAtMost).reversed());
    return List.copyOf(easings);
  }
}
