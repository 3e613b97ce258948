package org.parley.outlook.eventstudy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.Indicator.CrossingDirection;
import org.parley.model.indicator.Indicator.Tripwire;
import org.parley.model.indicator.Observation;

/// A value that crossed a tripwire of its indicator.
///
/// @param indicator the indicator
/// @param tripwire the tripwire
/// @param before the value before, on the other side
/// @param at the value that reached or passed it
/// @param known the day from which the value was known
public record Crossing(
    Indicator indicator, Tripwire tripwire, Observation before, Observation at, LocalDate known) {

  /// Every crossing known by a day, the latest first.
  public static List<Crossing> of(CaseView view, AsOf asOf) {
    List<Crossing> crossings = new ArrayList<>();
    for (Indicator indicator : view.indicators()) {
      Map<String, Observation> last = new HashMap<>();
      for (Observation each : CaseStudy.known(indicator, asOf)) {
        Observation before = last.put(each.of(), each);
        for (Tripwire wire : indicator.tripwires()) {
          if (before != null && crosses(wire, before, each)) {
            crossings.add(new Crossing(indicator, wire, before, each, indicator.publishedOn(each)));
          }
        }
      }
    }
    crossings.sort(
        Comparator.comparing((Crossing each) -> each.at.lastDay())
            .reversed()
            .thenComparing(each -> each.indicator.id())
            .thenComparing(each -> each.at.of())
            .thenComparing(each -> each.tripwire.value()));
    return List.copyOf(crossings);
  }

  private static boolean crosses(Tripwire wire, Observation before, Observation at) {
    int was = before.value().compareTo(wire.value());
    int is = at.value().compareTo(wire.value());
    return wire.direction() == CrossingDirection.UPWARD ? was < 0 && is >= 0 : was > 0 && is <= 0;
  }

  /// Its name among all crossings of a case, the same whenever it is asked for.
  public String key() {
    return String.join(
        "\n",
        indicator.id().value(),
        tripwire.direction().name(),
        tripwire.value().toString(),
        at.date().toString(),
        at.of());
  }
}
