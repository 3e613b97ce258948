package org.parley.web.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.answer.board.PointMovementAnswer;
import org.parley.answer.board.PointMovementAnswer.PositionMove;
import org.parley.answer.board.PointMovementAnswer.StanceMove;
import org.parley.model.PartyId;
import org.parley.model.party.Party;
import org.parley.model.position.AcceptedRange;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.Quantity;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.QuantityWording;

/// A chart of how the parties moved on a point, and the same as rows of a table.
///
/// @param height its height
/// @param lanes one for each party with a position or a stance
/// @param ticks the dates along the axis
/// @param rows the changes, in order of time
/// @param isWhole whether every day was read
public record PointChart(
    int height, List<Lane> lanes, List<DayAxis.Tick> ticks, List<Row> rows, boolean isWhole) {

  public static final int WIDTH = 1120;
  private static final int LEFT = 4;
  private static final int RIGHT = 24;
  private static final int TOP = 28;
  private static final int LANE = 66;

  /// The upper edge of positions within a lane, and their height.
  private static final int HELD = 20;

  private static final int HELD_HEIGHT = 18;

  /// The upper edge of stances within a lane, and their height.
  private static final int STANCE = 42;

  private static final int STANCE_HEIGHT = 10;

  /// The height of the scale of a quantity.
  private static final int SCALE = 60;

  /// The width of a letter, on average.
  private static final int LETTER = 7;

  /// A party.
  ///
  /// @param y its upper edge
  /// @param scale the lines at the ends of a quantity; empty without one
  public record Lane(String label, int y, List<Bar> bars, List<Integer> scale) {}

  /// A position or stance for as long as it was held.
  ///
  /// @param y its upper edge; of a quantity, that of the largest number accepted
  /// @param style "s-agreed" and so on; empty for a position
  /// @param label what fits into it; empty for a stance
  /// @param words its meaning, in words
  public record Bar(int x, int y, int width, int height, String style, String label, String words) {

    /// The base line of the label, in the middle of its height.
    public int labelY() {
      return y + height / 2 + 4;
    }
  }

  /// A change.
  ///
  /// @param day its day; null without a date
  public record Row(@Nullable LocalDate day, PartyId party, String held, String direction) {

    /// Its day in words.
    public String when() {
      return day == null ? Say.text("point.movement.undated") : Say.day(day);
    }
  }

  /// The chart of a point, seen from a day.
  public static PointChart of(OpenCase open, ViewedDay moment, Point point) {
    PointMovementAnswer all =
        PointMovementAnswer.of(open.view(), open.boards(), point.id(), moment.asOf());
    List<Row> rows = new ArrayList<>();
    all.positions()
        .forEach(
            each -> rows.add(new Row(each.from(), each.party(), each.words(), each.direction())));
    all.stances()
        .forEach(
            each -> rows.add(new Row(each.from(), each.party(), each.words(), each.direction())));
    rows.sort(Comparator.comparing(Row::day, Comparator.nullsFirst(Comparator.naturalOrder())));
    LocalDate to = moment.shown().plusDays(1);
    LocalDate first =
        rows.stream()
            .map(Row::day)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(moment.shown());
    DayAxis axis = new DayAxis(first, to, LEFT, WIDTH - RIGHT);
    Quantity quantity = point.quantity();
    int more = quantity == null ? 0 : SCALE - HELD_HEIGHT;
    List<Lane> lanes = new ArrayList<>();
    int y = TOP;
    for (Party party : open.view().parties()) {
      int top = y + HELD;
      List<Bar> bars = new ArrayList<>(positions(open, all, party, axis, quantity, top));
      boolean isScaled = quantity != null && !bars.isEmpty();
      bars.addAll(stances(all, party, axis, y + STANCE + more));
      if (!bars.isEmpty()) {
        List<Integer> scale = isScaled ? List.of(top, top + SCALE) : List.of();
        lanes.add(new Lane(party.label().text(), y, bars, scale));
        y += LANE + more;
      }
    }
    return new PointChart(y, lanes, axis.ticks(), rows, all.isWhole());
  }

  private static List<Bar> positions(
      OpenCase open,
      PointMovementAnswer all,
      Party party,
      DayAxis axis,
      @Nullable Quantity quantity,
      int top) {
    List<PositionMove> positions =
        all.positions().stream().filter(each -> each.party().equals(party.id())).toList();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      PositionMove each = positions.get(i);
      LocalDate end = i + 1 < positions.size() ? positions.get(i + 1).from() : null;
      if (each.position() == null) {
        continue;
      }
      if (quantity == null) {
        String best = best(open, each.best());
        bars.add(bar(axis, each.from(), end, top, HELD_HEIGHT, "", best, words(party, each)));
      } else {
        int upper = top + SCALE - rise(quantity, each.atMost(), quantity.most());
        int lower = top + SCALE - rise(quantity, each.atLeast(), quantity.least());
        String accepted =
            QuantityWording.current()
                .accepted(quantity, new AcceptedRange(each.atLeast(), each.atMost(), null));
        int height = Math.max(3, lower - upper);
        bars.add(bar(axis, each.from(), end, upper, height, "", accepted, words(party, each)));
      }
    }
    return bars;
  }

  /// The height of a number on the scale of its quantity.
  private static int rise(Quantity quantity, @Nullable Amount number, Amount otherwise) {
    Amount shown = number == null ? otherwise : number;
    return shown
        .value()
        .subtract(quantity.least().value())
        .multiply(BigDecimal.valueOf(SCALE))
        .divide(quantity.most().value().subtract(quantity.least().value()), 0, RoundingMode.HALF_UP)
        .intValueExact();
  }

  private static List<Bar> stances(PointMovementAnswer all, Party party, DayAxis axis, int y) {
    List<StanceMove> stances =
        all.stances().stream().filter(each -> each.party().equals(party.id())).toList();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < stances.size(); i++) {
      StanceMove each = stances.get(i);
      LocalDate end = i + 1 < stances.size() ? stances.get(i + 1).from() : null;
      String words = words(party, each.from(), each.words());
      String style = "s-" + Say.key(each.stance());
      bars.add(bar(axis, each.from(), end, y, STANCE_HEIGHT, style, "", words));
    }
    return bars;
  }

  private static String words(Party party, PositionMove move) {
    return words(party, move.from(), move.words());
  }

  private static String words(Party party, @Nullable LocalDate from, String held) {
    return from == null
        ? Say.text("point.movement.of-party", "party", party.label(), "held", held)
        : Say.text("point.movement.from", "party", party.label(), "day", from, "held", held);
  }

  private static Bar bar(
      DayAxis axis,
      @Nullable LocalDate from,
      @Nullable LocalDate end,
      int y,
      int height,
      String style,
      String label,
      String words) {
    int x = axis.x(from == null ? axis.from() : from);
    int width = Math.max(3, axis.x(end == null ? axis.to() : end) - x - 1);
    return new Bar(x, y, width, height, style, fitting(label, width / LETTER - 1), words);
  }

  private static String best(OpenCase open, List<OptionId> options) {
    return Say.list(options.stream().map(each -> open.view().get(each).title().text()).toList());
  }

  /// As many letters as there is space for; none where it would be a stump.
  private static String fitting(String label, int most) {
    if (label.length() <= most) {
      return label;
    }
    return most < 4 ? "" : label.substring(0, most - 1).strip() + "…";
  }
}
