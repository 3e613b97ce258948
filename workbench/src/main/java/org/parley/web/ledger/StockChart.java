package org.parley.web.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.parley.board.Stock;
import org.parley.board.Stock.StockDay;
import org.parley.model.claim.Claim;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;

/// A chart of the stock over time. Stairs are the shares of points agreed, signed and ratified, and
/// of steps carried out. Dots are the shares that were claimed.
///
/// @param ticks the dates along the axis
/// @param lines the lines, each with its style
/// @param dots the claimed shares
/// @param rows the days on which the stock changed
/// @param isWhole whether every day was counted
/// @param breaks the places of breaks of the axis
/// @param dotsLeftOut the number of earlier claimed shares that are not drawn
public record StockChart(
    List<DayAxis.Tick> ticks,
    List<StockLine> lines,
    List<Dot> dots,
    List<StockDay> rows,
    boolean isWhole,
    List<Integer> breaks,
    int dotsLeftOut) {

  public static final int WIDTH = 1120;
  public static final int HEIGHT = 232;
  private static final int LEFT = 60;
  private static final int RIGHT = 24;
  private static final int TOP = 20;
  private static final int BOTTOM = 210;
  private static final int MOST_DOTS = 200;

  /// A stair.
  ///
  /// @param style "agreed", "signed", "ratified" or "performed"
  /// @param points its corners, as SVG has them
  public record StockLine(String style, String points) {}

  /// A claimed share.
  ///
  /// @param label the speaker; empty for lack of space
  /// @param labelY the base line of the label
  public record Dot(
      int x,
      int y,
      boolean isOfImplementation,
      String words,
      String link,
      String label,
      int labelY) {}

  static StockChart of(OpenCase open, ViewedDay moment) {
    Stock stock = open.stock(moment.asOf());
    DayAxis axis =
        new DayAxis(
            stock.days().getFirst().day(),
            stock.days().getLast().day(),
            LEFT,
            WIDTH - RIGHT,
            events(stock));
    List<StockLine> lines =
        List.of(
            new StockLine("performed", stair(stock, axis, StockDay::performed, StockDay::steps)),
            new StockLine("ratified", stair(stock, axis, StockDay::ratified, StockDay::points)),
            new StockLine("signed", stair(stock, axis, StockDay::signed, StockDay::points)),
            new StockLine("agreed", stair(stock, axis, StockDay::agreed, StockDay::points)));
    List<Dot> dots = new ArrayList<>();
    int leftOut = Math.max(0, stock.claimed().size() - MOST_DOTS);
    for (Stock.ClaimedShare each : stock.claimed().subList(leftOut, stock.claimed().size())) {
      Claim claim = open.view().get(each.claim());
      dots.add(
          new Dot(
              axis.x(each.day()),
              y(each.share().part(), each.share().whole()),
              each.isOfImplementation(),
              Say.text(
                  "timeline.dot",
                  "speaker",
                  claim.speaker(),
                  "date",
                  Say.date(claim.said()),
                  "share",
                  Say.assertion(open.view(), claim.asserts())),
              Link.to(claim.id()),
              claim.speaker() + " " + 100L * each.share().part() / each.share().whole() + " %",
              0));
    }
    dots.sort(Comparator.comparingInt(Dot::x).thenComparingInt(Dot::y));
    return new StockChart(
        axis.ticks(),
        lines,
        SpeakerLabels.on(dots, WIDTH),
        rows(stock),
        stock.isWhole(),
        axis.breaks(),
        leftOut);
  }

  /// The days on which a line or a dot begins.
  private static List<LocalDate> events(Stock stock) {
    return Stream.concat(
            rows(stock).stream().map(StockDay::day),
            stock.claimed().stream().map(Stock.ClaimedShare::day))
        .toList();
  }

  private static String stair(
      Stock stock, DayAxis axis, ToIntFunction<StockDay> part, ToIntFunction<StockDay> whole) {
    StringBuilder points = new StringBuilder();
    int last = y(0, 1);
    for (StockDay day : stock.days()) {
      int x = axis.x(day.day());
      int y = y(part.applyAsInt(day), whole.applyAsInt(day));
      points.append(x).append(',').append(last).append(' ');
      points.append(x).append(',').append(y).append(' ');
      last = y;
    }
    return points.append(WIDTH - RIGHT).append(',').append(last).toString();
  }

  private static int y(int part, int whole) {
    return whole == 0 ? BOTTOM : BOTTOM - (BOTTOM - TOP) * part / whole;
  }

  private static List<StockDay> rows(Stock stock) {
    List<StockDay> rows = new ArrayList<>();
    for (StockDay each : stock.days()) {
      if (rows.isEmpty() || !isSame(rows.getLast(), each)) {
        rows.add(each);
      }
    }
    return rows;
  }

  private static boolean isSame(StockDay a, StockDay b) {
    return a.points() == b.points()
        && a.agreed() == b.agreed()
        && a.signed() == b.signed()
        && a.ratified() == b.ratified()
        && a.steps() == b.steps()
        && a.performed() == b.performed();
  }
}
