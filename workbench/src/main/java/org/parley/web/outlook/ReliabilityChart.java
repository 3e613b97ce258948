package org.parley.web.outlook;

import java.util.ArrayList;
import java.util.List;
import org.parley.answer.outlook.ForecastsAnswer.CalibrationAnswer;
import org.parley.answer.outlook.ForecastsAnswer.ForecastScoreAnswer;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.exact.Rational;

/// A reliability diagram: how often events happened, against the probability stated.
///
/// @param marks one for each part of the scale that has forecasts
/// @param ticks the places of the quarters of either axis, from its beginning
public record ReliabilityChart(List<Mark> marks, List<Tick> ticks) {

  public static final int SIZE = 360;
  public static final int LEFT = 64;
  public static final int RIGHT = SIZE - 32;
  public static final int TOP = 16;
  public static final int BOTTOM = SIZE - 64;

  private static final int WHOLE = 10_000;
  private static final int QUARTERS = 4;

  /// A part of the scale.
  ///
  /// @param x the place of the mean chance
  /// @param y the place of the share that happened
  /// @param low the place of the lower end of its interval
  /// @param high the place of the upper end
  /// @param count how many forecasts
  public record Mark(int x, int y, int low, int high, int count) {}

  /// A quarter of an axis.
  public record Tick(int x, int y, int value) {}

  static ReliabilityChart of(ForecastScoreAnswer score) {
    List<Mark> marks = new ArrayList<>();
    for (CalibrationAnswer each : score.bins()) {
      WilsonEstimate share = WilsonEstimate.of(each.happened(), each.count());
      marks.add(
          new Mark(
              x(each.stated().times(Rational.of(WHOLE)).rounded().intValueExact()),
              y(WHOLE * each.happened() / each.count()),
              y((int) Math.floor(WHOLE * share.low())),
              y((int) Math.ceil(WHOLE * share.high())),
              each.count()));
    }
    List<Tick> ticks = new ArrayList<>();
    for (int quarter = 0; quarter <= QUARTERS; quarter++) {
      int at = WHOLE * quarter / QUARTERS;
      ticks.add(new Tick(x(at), y(at), 100 * quarter / QUARTERS));
    }
    return new ReliabilityChart(marks, ticks);
  }

  private static int x(int share) {
    return LEFT + (RIGHT - LEFT) * share / WHOLE;
  }

  private static int y(int share) {
    return BOTTOM - (BOTTOM - TOP) * share / WHOLE;
  }
}
