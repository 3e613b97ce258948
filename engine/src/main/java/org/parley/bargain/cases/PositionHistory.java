package org.parley.bargain.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Grade;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.position.Worth;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.model.text.Quantity;

/// Which position of each party on one point counted, from which day, and towards whom it moved.
///
/// The position that counts on a day is the one that packages of that day rest on.
///
/// @param held the positions, in order of time
public record PositionHistory(List<Held> held) {

  /// A position from the day on which it began to count.
  ///
  /// @param from the day; null if it has no date
  /// @param position its id; null if none counts any more
  /// @param best the options it likes best, without red lines
  /// @param redLines the options it does not accept
  /// @param range the values it accepts, if the point is a quantity
  /// @param isFirst whether the party had none before
  /// @param towards the parties whose best options it likes better than before, or whose range of a
  ///   quantity is nearer
  /// @param awayFrom those whose best options it likes less, or whose range is farther
  public record Held(
      PartyId party,
      @Nullable LocalDate from,
      @Nullable PositionId position,
      List<OptionId> best,
      List<OptionId> redLines,
      @Nullable AcceptedRange range,
      boolean isFirst,
      List<PartyId> towards,
      List<PartyId> awayFrom) {
    public Held {
      best = List.copyOf(best);
      redLines = List.copyOf(redLines);
      towards = List.copyOf(towards);
      awayFrom = List.copyOf(awayFrom);
    }
  }

  public PositionHistory {
    held = List.copyOf(held);
  }

  /// The positions on a point by the end of a day, as known on a day.
  public static PositionHistory of(CaseView view, PointId point, AsOf until) {
    AsOf known = new AsOf(LocalDate.MAX, until.knownAt());
    TreeSet<LocalDate> days = new TreeSet<>();
    view.positions().stream()
        .filter(each -> until.covers(each, view))
        .forEach(each -> days.add(heldFrom(view, each, known)));
    List<Held> held = new ArrayList<>();
    Map<PartyId, Position> before = new HashMap<>();
    for (LocalDate day : days) {
      List<Position> standing = CasePackages.standing(view, new AsOf(day, until.knownAt()));
      Map<PartyId, Position> now = new HashMap<>();
      for (Party party : view.parties()) {
        CasePackages.counting(standing, party.id(), point)
            .ifPresent(each -> now.put(party.id(), each));
      }
      for (Party party : view.parties()) {
        Position then = before.get(party.id());
        Position next = now.get(party.id());
        if (next == null ? then != null : then == null || !next.id().equals(then.id())) {
          held.add(held(view, point, party.id(), day, then, next, now));
        }
      }
      before = now;
    }
    return new PositionHistory(held);
  }

  /// The day from which a position counts; without dates, that of the first known claim it rests
  /// on.
  private static LocalDate heldFrom(CaseView view, Position position, AsOf known) {
    Edtf from = position.from();
    return from != null
        ? from.latestDay()
        : position.knownOrHeld() != null
            ? LocalDate.MIN
            : position.claims().stream()
                .map(view::get)
                .filter(known::covers)
                .map(AsOf::saidBy)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
  }

  private static Held held(
      CaseView view,
      PointId point,
      PartyId party,
      LocalDate day,
      @Nullable Position then,
      @Nullable Position next,
      Map<PartyId, Position> now) {
    Quantity quantity = view.get(point).quantity();
    List<PartyId> towards = new ArrayList<>();
    List<PartyId> awayFrom = new ArrayList<>();
    if (then != null && next != null) {
      for (Party other : view.parties()) {
        Position theirs = now.get(other.id());
        if (theirs != null && !other.id().equals(party)) {
          int change =
              quantity == null
                  ? best(theirs).stream().mapToInt(each -> change(then, next, each)).sum()
                  : distance(quantity, then, theirs).compareTo(distance(quantity, next, theirs));
          if (change != 0) {
            (change > 0 ? towards : awayFrom).add(other.id());
          }
        }
      }
    }
    return new Held(
        party,
        day.equals(LocalDate.MIN) ? null : day,
        next == null ? null : next.id(),
        next == null ? List.of() : best(next),
        next == null ? List.of() : redLines(next),
        next == null ? null : next.range(),
        then == null,
        towards,
        awayFrom);
  }

  /// The distance of the values that two positions accept; 0 if they share one.
  private static BigDecimal distance(Quantity quantity, Position one, Position other) {
    BigDecimal gap = least(quantity, one).max(least(quantity, other));
    return gap.subtract(most(quantity, one).min(most(quantity, other))).max(BigDecimal.ZERO);
  }

  private static BigDecimal least(Quantity quantity, Position position) {
    AcceptedRange range = position.range();
    Amount least = range == null ? null : range.atLeast();
    return (least == null ? quantity.least() : least).value();
  }

  private static BigDecimal most(Quantity quantity, Position position) {
    AcceptedRange range = position.range();
    Amount most = range == null ? null : range.atMost();
    return (most == null ? quantity.most() : most).value();
  }

  /// Whether a position likes an option better than one before, as a sign. Words and numbers are
  /// not compared.
  private static int change(Position then, Position next, OptionId option) {
    boolean refused = then.grades().get(option) == Grade.RED_LINE;
    boolean refuses = next.grades().get(option) == Grade.RED_LINE;
    if (refused || refuses) {
      return Boolean.compare(refused, refuses);
    }
    Worth before = then.worths().get(option);
    Worth after = next.worths().get(option);
    if (before != null && after != null) {
      return Long.compare(StakeReader.middle(after), StakeReader.middle(before));
    }
    return before == null && after == null
        ? Integer.signum(grade(then, option).compareTo(grade(next, option)))
        : 0;
  }

  private static Grade grade(Position position, OptionId option) {
    Grade grade = position.grades().get(option);
    return grade == null ? Grade.TOLERABLE : grade;
  }

  private static List<OptionId> redLines(Position position) {
    return position.grades().entrySet().stream()
        .filter(each -> each.getValue() == Grade.RED_LINE)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The preferred options; else those written with the most worth; else those of the best grade.
  private static List<OptionId> best(Position position) {
    List<OptionId> red = redLines(position);
    List<OptionId> preferred =
        position.grades().entrySet().stream()
            .filter(each -> each.getValue() == Grade.PREFERRED)
            .map(Map.Entry::getKey)
            .toList();
    if (!preferred.isEmpty()) {
      return preferred;
    }
    Map<OptionId, Long> worths = new HashMap<>();
    position.worths().forEach((option, worth) -> worths.put(option, StakeReader.middle(worth)));
    worths.keySet().removeAll(red);
    if (!worths.isEmpty()) {
      long most = worths.values().stream().max(Comparator.naturalOrder()).orElse(0L);
      return position.worths().keySet().stream()
          .filter(each -> worths.getOrDefault(each, Long.MIN_VALUE) == most)
          .toList();
    }
    Grade top =
        position.grades().values().stream().min(Comparator.naturalOrder()).orElse(Grade.RED_LINE);
    return top == Grade.RED_LINE
        ? List.of()
        : position.grades().keySet().stream().filter(each -> grade(position, each) == top).toList();
  }
}
