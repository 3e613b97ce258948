package org.parley.model.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// The points of instruments as trees, in the order of the text: a chapter before what stands in
/// it.
final class TextOrder {

  private static final Comparator<Point> BESIDE_EACH_OTHER =
      Comparator.comparing((Point each) -> each.instrument())
          .thenComparingInt(TextOrder::place)
          .thenComparing(Point::number, Numbering.ORDER)
          .thenComparing(Point::id);

  private final List<Point> points = new ArrayList<>();
  private final Map<PointId, Integer> depths = new HashMap<>();
  private final Map<PointId, List<Point>> parts = new HashMap<>();

  /// The order of the points of a view. Cost: a sort, and linear in the points.
  TextOrder(Collection<Point> all) {
    Map<PointId, Point> byId = new HashMap<>();
    all.forEach(each -> byId.put(each.id(), each));
    List<Point> sorted = all.stream().sorted(BESIDE_EACH_OTHER).toList();
    List<Point> next = new ArrayList<>();
    for (Point each : sorted) {
      PointId in = each.partOf();
      if (in == null || !byId.containsKey(in)) {
        next.add(each);
      } else {
        parts.computeIfAbsent(in, _ -> new ArrayList<>()).add(each);
      }
    }
    parts.replaceAll((_, list) -> List.copyOf(list));
    next = new ArrayList<>(next.reversed());
    while (!next.isEmpty()) {
      Point point = next.removeLast();
      points.add(point);
      PointId in = point.partOf();
      Integer outer = in == null ? null : depths.get(in);
      depths.put(point.id(), outer == null ? 0 : outer + 1);
      next.addAll(partsOf(point.id()).reversed());
    }
  }

  private static int place(Point point) {
    @Nullable Integer order = point.order();
    return order != null ? order : Integer.MAX_VALUE;
  }

  /// The points, by instrument and place in the text.
  List<Point> points() {
    return List.copyOf(points);
  }

  /// The number of points that a point stands in.
  int depthOf(PointId id) {
    return depths.getOrDefault(id, 0);
  }

  /// The points directly in a point, in order.
  List<Point> partsOf(PointId id) {
    return parts.getOrDefault(id, List.of());
  }
}
