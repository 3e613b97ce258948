package org.parley.round;

import java.util.Map;
import org.parley.model.round.TabledPackage;
import org.parley.model.text.PointId;

/// The words of a party on a package: as a whole, and by point if it says so.
///
/// @param whole its word on the package
/// @param points its words on single points
public record AnswerSheet(AnswerWord whole, Map<PointId, AnswerWord> points) {

  public AnswerSheet {
    points = Map.copyOf(points);
  }

  /// Whether it accepts a package as a whole.
  boolean accepts(TabledPackage tabled) {
    return accepts(whole, tabled);
  }

  /// Whether it accepts one point. A point without a word of its own follows the whole.
  boolean accepts(TabledPackage tabled, PointId point) {
    AnswerWord own = points.get(point);
    return accepts(own == null ? whole : own, tabled);
  }

  private static boolean accepts(AnswerWord verdict, TabledPackage tabled) {
    return switch (verdict) {
      case AnswerWord.Accepts _ -> true;
      case AnswerWord.AcceptsIf(var options) -> options.stream().allMatch(tabled::has);
      case AnswerWord.Declines _ -> false;
    };
  }
}
