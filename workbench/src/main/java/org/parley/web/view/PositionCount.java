package org.parley.web.view;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.position.Position;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// How many positions are on record, of those there could be: one a party and point to choose on.
///
/// @param onRecord those that say something of the ways to settle the point
/// @param room one for each party and point
public record PositionCount(int onRecord, int room) {

  /// Counts for some parties. Cost: linear in the points and positions.
  public static PositionCount of(CaseView view, Collection<PartyId> parties) {
    Set<PointId> points =
        view.points().stream()
            .filter(PositionCount::isChoice)
            .map(Point::id)
            .collect(Collectors.toSet());
    long onRecord =
        view.positions().stream()
            .filter(Position::saysSomething)
            .filter(each -> parties.contains(each.party()) && points.contains(each.point()))
            .map(each -> each.party() + "/" + each.point())
            .distinct()
            .count();
    return new PositionCount((int) onRecord, parties.size() * points.size());
  }

  /// Whether a point can be settled in more than one way.
  public static boolean isChoice(Point point) {
    return point.quantity() != null || point.options().size() > 1;
  }

  public boolean isComplete() {
    return onRecord >= room;
  }
}
