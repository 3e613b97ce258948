package org.parley.web.edit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.InvalidValueException;
import org.parley.model.position.WorthCurve;
import org.parley.model.text.Amount;
import org.parley.model.text.Quantity;

/// The worth of the values of a quantity as a line, with the red lines on either side.
///
/// @param line the points of the line
/// @param left where the accepted values begin
/// @param right where they end
/// @param peak where the best value is; negative if it cannot be moved
public record WorthChart(String line, double left, double right, double peak) {

  public static final int WIDTH = 360;
  public static final int HEIGHT = 120;

  /// The distance of the axes from the edges.
  public static final int MARGIN = 14;

  private static final int BASE = HEIGHT - MARGIN;
  private static final int TOP = MARGIN;

  /// The chart of what is typed; amounts that cannot be read count as missing.
  ///
  /// @param through the worths that replace the shape; null for none
  static WorthChart of(
      Quantity quantity,
      String atLeast,
      String atMost,
      String best,
      WorthCurve.@Nullable Through through) {
    double left = x(quantity, atLeast, MARGIN);
    double right = x(quantity, atMost, WIDTH - MARGIN);
    if (through != null) {
      return new WorthChart(line(quantity, through), left, right, -1);
    }
    double end = WIDTH - MARGIN;
    return switch (best) {
      case "" -> new WorthChart(points(MARGIN, TOP, end, TOP), left, right, WIDTH / 2.0);
      case "rises" -> new WorthChart(points(MARGIN, BASE, end, TOP), left, right, end);
      case "falls" -> new WorthChart(points(MARGIN, TOP, end, BASE), left, right, MARGIN);
      default -> {
        double peak = x(quantity, best, MARGIN);
        yield new WorthChart(
            peak <= MARGIN || peak >= end
                ? points(MARGIN, peak <= MARGIN ? TOP : BASE, end, peak >= end ? TOP : BASE)
                : points(MARGIN, BASE, peak, TOP, end, BASE),
            left,
            right,
            peak);
      }
    };
  }

  private static String line(Quantity quantity, WorthCurve.Through through) {
    double most = 1;
    for (var each : through.points().values()) {
      most = Math.max(most, (double) each.most());
    }
    double top = most;
    return through.points().entrySet().stream()
        .map(
            (Map.Entry<Amount, org.parley.model.position.Worth> each) ->
                number(x(quantity, each.getKey().said(), MARGIN))
                    + ","
                    + number(BASE - (BASE - TOP) * Math.max(0, each.getValue().most() / top)))
        .collect(Collectors.joining(" "));
  }

  private static double x(Quantity quantity, String said, double otherwise) {
    BigDecimal value;
    try {
      value = new Amount(said).value();
    } catch (InvalidValueException e) {
      return otherwise;
    }
    BigDecimal width = quantity.most().value().subtract(quantity.least().value());
    double share =
        value.subtract(quantity.least().value()).divide(width, MathContext.DECIMAL64).doubleValue();
    return MARGIN + Math.clamp(share, 0.0, 1.0) * (WIDTH - 2 * MARGIN);
  }

  private static String points(double... coordinates) {
    StringBuilder points = new StringBuilder();
    for (int at = 0; at < coordinates.length; at += 2) {
      points
          .append(at == 0 ? "" : " ")
          .append(number(coordinates[at]))
          .append(',')
          .append(number(coordinates[at + 1]));
    }
    return points.toString();
  }

  /// A coordinate, as an attribute has it.
  public static String number(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }

  /// Where the bottom of the chart is.
  public static int base() {
    return BASE;
  }

  /// Where its top is.
  public static int top() {
    return TOP;
  }

  /// The most digits after the point of the values of a quantity.
  static int decimals(Quantity quantity) {
    return List.of(quantity.least(), quantity.step()).stream()
        .mapToInt(each -> Math.max(0, each.value().scale()))
        .max()
        .orElse(0);
  }
}
