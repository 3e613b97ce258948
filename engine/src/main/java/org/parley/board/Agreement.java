package org.parley.board;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.board.word.Basis;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.text.PointId;

/// Completeness for a set of parties: for each point, how far every pair of them agrees.
///
/// @param parties the set
/// @param points for each point, in order, its standing among them
/// @param provisional whether agreement is provisional: nothing is agreed until everything is
///   agreed
public record Agreement(List<PartyId> parties, List<PointStanding> points, boolean provisional) {

  /// The standing of a point among the parties: the least favourable of their stances towards each
  /// other.
  ///
  /// @param point the point
  /// @param weight its weight
  /// @param stance the stance
  /// @param basis the weakest basis of these stances
  /// @param onTheWordOf the parties on whose words it rests
  public record PointStanding(
      PointId point, int weight, Stance stance, Basis basis, List<PartyId> onTheWordOf) {
    public PointStanding {
      onTheWordOf = List.copyOf(onTheWordOf);
    }
  }

  public Agreement {
    parties = List.copyOf(parties);
    points = List.copyOf(points);
  }

  /// The number of points.
  public int total() {
    return points.size();
  }

  /// The number of points agreed among all of them, on any basis.
  public int agreed() {
    int agreed = 0;
    for (PointStanding point : points) {
      agreed += point.stance == Stance.AGREED ? 1 : 0;
    }
    return agreed;
  }

  /// The number of points agreed by the words of each of them.
  public int agreedFirstHand() {
    return (int)
        points.stream()
            .filter(point -> point.stance == Stance.AGREED && point.basis.isFirstHand())
            .count();
  }

  /// The parties on whose word points are agreed that are not agreed by everyone's own.
  public List<PartyId> onTheWordOf() {
    return points.stream()
        .filter(point -> point.stance == Stance.AGREED && !point.basis.isFirstHand())
        .flatMap(point -> point.onTheWordOf.stream())
        .distinct()
        .toList();
  }

  /// The points that stand at `stance`, in order.
  public List<PointId> pointsAt(Stance stance) {
    return points.stream()
        .filter(point -> point.stance == stance)
        .map(PointStanding::point)
        .toList();
  }

  /// The number of points at each stance.
  public Map<Stance, Integer> counts() {
    Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
    for (Stance stance : Stance.values()) {
      counts.put(stance, pointsAt(stance).size());
    }
    return counts;
  }

  /// The total weight of all points.
  public long totalWeight() {
    return points.stream().mapToLong(PointStanding::weight).sum();
  }

  /// The total weight of the agreed points.
  public long agreedWeight() {
    return points.stream()
        .filter(point -> point.stance == Stance.AGREED)
        .mapToLong(PointStanding::weight)
        .sum();
  }

  /// Whether any point weighs more than another.
  public boolean isWeighted() {
    return points.stream().anyMatch(point -> point.weight != 1);
  }
}
