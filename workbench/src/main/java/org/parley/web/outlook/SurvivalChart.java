package org.parley.web.outlook;

import java.util.ArrayList;
import java.util.List;
import org.parley.answer.outlook.OutlookAnswer.RateAnswer;
import org.parley.answer.outlook.ShippedRates;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.BaseRates;

/// A chart of survival: a line with its band for each definition, with a mark at each year.
///
/// Shares are known at whole years; the lines between only join them.
///
/// @param curves the lines, in the order of the definitions
/// @param years the places of the years on the axis
/// @param shares the places of the shares on the axis
public record SurvivalChart(List<SurvivalLine> curves, List<Tick> years, List<Tick> shares) {

  public static final int WIDTH = 760;
  public static final int HEIGHT = 320;
  public static final int LEFT = 76;
  public static final int RIGHT = WIDTH - 16;
  public static final int TOP = 14;
  public static final int BOTTOM = HEIGHT - 34;

  private static final int QUARTERS = 4;

  /// A line.
  ///
  /// @param style its class in style sheets: the name of the definition
  /// @param line its corners, as SVG has them
  /// @param band the corners of its band
  /// @param dots its marks
  public record SurvivalLine(String style, String line, String band, List<YearDot> dots) {}

  /// A mark.
  public record YearDot(int x, int y) {}

  /// A place on an axis.
  public record Tick(int at, int value) {}

  static SurvivalChart of(List<RateAnswer> rates) {
    List<Tick> years = new ArrayList<>();
    for (int year = 0; year <= BaseRates.YEARS; year++) {
      years.add(new Tick(x(year), year));
    }
    List<Tick> shares = new ArrayList<>();
    for (int quarter = 0; quarter <= QUARTERS; quarter++) {
      int share = BaseRate.WHOLE * quarter / QUARTERS;
      shares.add(new Tick(y(share), 100 * quarter / QUARTERS));
    }
    return new SurvivalChart(
        rates.stream().filter(RateAnswer::enough).map(SurvivalChart::curve).toList(),
        years,
        shares);
  }

  private static SurvivalLine curve(RateAnswer rate) {
    StringBuilder line = new StringBuilder().append(corner(0, BaseRate.WHOLE));
    StringBuilder upper = new StringBuilder().append(corner(0, BaseRate.WHOLE));
    StringBuilder lower = new StringBuilder();
    List<YearDot> dots = new ArrayList<>();
    for (YearShare each : rate.years()) {
      line.append(' ').append(corner(each.year(), each.standing()));
      upper.append(' ').append(corner(each.year(), each.most()));
      lower.insert(0, ' ' + corner(each.year(), each.least()));
      dots.add(new YearDot(x(each.year()), y(each.standing())));
    }
    return new SurvivalLine(
        ShippedRates.word(rate.definition()),
        line.toString(),
        upper.append(lower).toString(),
        dots);
  }

  private static String corner(int year, int share) {
    return x(year) + "," + y(share);
  }

  private static int x(int year) {
    return LEFT + (RIGHT - LEFT) * year / BaseRates.YEARS;
  }

  private static int y(int share) {
    return BOTTOM - (BOTTOM - TOP) * share / BaseRate.WHOLE;
  }
}
