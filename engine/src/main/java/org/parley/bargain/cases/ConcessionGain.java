package org.parley.bargain.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;

/// The distinct packages gained if one demand is given up and all others are kept.
///
/// @param demand the demand
/// @param leavesAtLeast a lower bound on the packages then acceptable to all
/// @param leavesAtMost an upper bound; equal if they were counted
public record ConcessionGain(
    PartyDemand demand, BigInteger leavesAtLeast, BigInteger leavesAtMost) {

  /// Gains told together: equal ones, and none of one party alone if another keeps any out.
  ///
  /// @param gains the gains, largest first
  public static List<List<ConcessionGain>> together(List<ConcessionGain> gains) {
    List<List<ConcessionGain>> groups = new ArrayList<>();
    for (ConcessionGain gain : gains) {
      if (!groups.isEmpty()
          && (isOfOneParty(groups.getLast())
              || groups.getLast().getLast().leavesAtMost().equals(gain.leavesAtMost()))) {
        groups.getLast().add(gain);
      } else {
        groups.add(new ArrayList<>(List.of(gain)));
      }
    }
    if (groups.size() > 1 && isOfOneParty(groups.getLast())) {
      List<ConcessionGain> last = groups.removeLast();
      groups.getLast().addAll(last);
    }
    return groups.stream().map(List::copyOf).toList();
  }

  private static boolean isOfOneParty(List<ConcessionGain> gains) {
    return gains.stream().map(each -> each.demand().party()).distinct().count() < 2;
  }

  /// The demands that keep packages out, largest gain first. Cost: one zone per demand.
  ///
  /// @param now the number of packages acceptable to all with every demand kept
  public static List<ConcessionGain> of(Problem problem, BigInteger now, Budget budget) {
    List<PartyDemand> demands = PartyDemand.of(problem);
    List<ConcessionGain> easings = new ArrayList<>();
    for (PartyDemand demand : demands) {
      List<PartyDemand> kept = new ArrayList<>(demands);
      kept.remove(demand);
      Problem eased = DistinctOutcomes.of(PartyDemand.keeping(problem, kept));
      Zone zone = Zones.find(eased, eased.everyone(), budget).findAnswer().orElse(null);
      if (zone != null && zone.atMost().compareTo(now) > 0) {
        easings.add(new ConcessionGain(demand, zone.atLeast(), zone.atMost()));
      }
    }
    easings.sort(Comparator.comparing(ConcessionGain::leavesAtMost).reversed());
    return List.copyOf(easings);
  }
}
