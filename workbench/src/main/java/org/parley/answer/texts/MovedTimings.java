package org.parley.answer.texts;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.clause.Clock;
import org.parley.clause.Clock.ClockKind;
import org.parley.model.date.Edtf;
import org.parley.model.step.Demand;
import org.parley.model.step.Demand.Timing;

/// A demand whose time is that of a clause, with another time of that clause.
///
/// Only whole days, months and dates are told apart for certain, so only these are moved.
final class MovedTimings {

  private static final long DAY = 86_400;
  private static final long LEAST_MONTH = 28 * DAY;
  private static final long MOST_MONTH = 31 * DAY;

  private final Clock from;
  private final @Nullable Clock to;
  private int moved;

  private MovedTimings(Clock from, @Nullable Clock to) {
    this.from = from;
    this.to = to;
  }

  /// The demand with one time instead of another; empty unless it has the first one exactly once.
  ///
  /// @param to the other time; null for none
  static Optional<Demand> of(Demand demand, @Nullable Clock from, @Nullable Clock to) {
    if (from == null || (to != null && (to.isDate() != from.isDate() || !isExact(to)))) {
      return Optional.empty();
    }
    MovedTimings moving = new MovedTimings(from, to);
    List<Timing> all = moving.moved(demand.allOf());
    List<Timing> any = moving.moved(demand.anyOf());
    return moving.moved == 1 && !(all.isEmpty() && any.isEmpty())
        ? Optional.of(
            new Demand(
                demand.id(),
                demand.text(),
                demand.by(),
                demand.claims(),
                demand.points(),
                demand.since(),
                demand.supersedes(),
                all,
                any,
                demand.inferred(),
                demand.visibility()))
        : Optional.empty();
  }

  private List<Timing> moved(List<Timing> timings) {
    List<Timing> moved = new ArrayList<>();
    for (Timing each : timings) {
      Timing now = moved(each);
      if (now != null) {
        moved.add(now);
      }
    }
    return moved;
  }

  private @Nullable Timing moved(Timing timing) {
    boolean isLatest = from.kind() == ClockKind.DEADLINE || from.kind() == ClockKind.DAY;
    return switch (timing) {
      case Timing.After each when isLatest && is(each.most()) ->
          new Timing.After(each.step(), each.of(), each.least(), period(to));
      case Timing.After each when from.kind() == ClockKind.START && is(each.least()) ->
          new Timing.After(each.step(), each.of(), period(to), each.most());
      case Timing.By each when isLatest && is(each.date()) ->
          to == null ? null : new Timing.By(each.step(), date(to));
      case Timing.NotBefore each when from.kind() == ClockKind.START && is(each.date()) ->
          to == null ? null : new Timing.NotBefore(each.step(), date(to));
      case Timing.After _,
          Timing.Once _,
          Timing.Together _,
          Timing.NotBefore _,
          Timing.By _,
          Timing.ToBeDetermined _,
          Timing.Escalated _ ->
          timing;
    };
  }

  private boolean is(@Nullable Period period) {
    Period own = period(from);
    boolean is = period != null && own != null && own.equals(period.normalized());
    moved += is ? 1 : 0;
    return is;
  }

  private boolean is(Edtf date) {
    boolean is =
        from.isDate() && date.earliestDay().equals(date.latestDay()) && date.equals(date(from));
    moved += is ? 1 : 0;
    return is;
  }

  private static boolean isExact(Clock clock) {
    return clock.isDate() ? clock.least() == clock.most() : period(clock) != null;
  }

  private static Edtf date(Clock clock) {
    return Edtf.of(LocalDate.ofEpochDay(clock.least()));
  }

  /// Its length; null if it is no length of whole days or months.
  private static @Nullable Period period(@Nullable Clock clock) {
    if (clock == null || clock.isDate() || clock.most() <= 0) {
      return null;
    }
    if (clock.least() == clock.most() && clock.least() % DAY == 0) {
      return Period.ofDays(Math.toIntExact(clock.least() / DAY));
    }
    long months = clock.least() / LEAST_MONTH;
    return clock.least() == months * LEAST_MONTH && clock.most() == months * MOST_MONTH
        ? Period.ofMonths(Math.toIntExact(months)).normalized()
        : null;
  }
}
