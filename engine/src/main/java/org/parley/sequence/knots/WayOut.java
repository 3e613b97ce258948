package org.parley.sequence.knots;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;

/// A minimal correction set: readings to settle and demands to drop.
///
/// @param readings the readings to settle on; other terms stay open
/// @param drop the demands to drop, or to weaken by [Weakening]
/// @param touches the parties of those demands
public record WayOut(Map<TermId, String> readings, List<DemandId> drop, Set<PartyId> touches) {
  public WayOut {
    readings = Map.copyOf(readings);
    drop = List.copyOf(drop);
    touches = Set.copyOf(touches);
  }
}
