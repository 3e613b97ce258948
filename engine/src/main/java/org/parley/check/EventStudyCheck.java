package org.parley.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;
import org.parley.outlook.eventstudy.EventStudy;
import org.parley.outlook.eventstudy.EventStudy.DayLeftOut;
import org.parley.outlook.eventstudy.EventWindow;
import org.parley.outlook.eventstudy.Reading;

/// Computes an event study again, value by value.
///
/// Every window is a list of its values, and every mean a sum of fractions. A placebo is a position
/// with no value in common. Ranks and the correction are counted for each day by itself, without
/// prefix sums and without an order of days.
final class EventStudyCheck {

  private final List<Reading> readings;
  private final int length;

  /// The position of a day, and the values before and after it.
  private record Position(LocalDate day, List<Reading> before, List<Reading> after) {

    Rational change() {
      return mean(after).minus(mean(before));
    }

    boolean shares(Position other) {
      LocalDate from = before.getFirst().first();
      LocalDate until = after.getLast().last();
      return !from.isAfter(other.after.getLast().last())
          && !until.isBefore(other.before.getFirst().first());
    }
  }

  private EventStudyCheck(List<Reading> readings, int length) {
    this.readings = readings;
    this.length = length;
  }

  /// Whether no day has a window.
  static Verdict verify(EventStudy.NoWindow none, List<Reading> readings, List<LocalDate> days) {
    EventStudyCheck check = new EventStudyCheck(readings, none.length());
    List<DayLeftOut> left = new ArrayList<>();
    List<Position> positions = check.positions(days, left);
    return positions.isEmpty() && left.equals(none.left())
        ? new Verdict.Holds()
        : Verdict.fails(Flaw.Code.OTHER_WINDOW, positions.size());
  }

  /// Whether the values give these windows.
  static Verdict verify(EventStudy.Ranked ranked, List<Reading> readings, List<LocalDate> days) {
    EventStudy study = ranked.study();
    EventStudyCheck check = new EventStudyCheck(readings, study.length());
    List<DayLeftOut> left = new ArrayList<>();
    List<Position> positions = check.positions(days, left);
    if (study.values() != readings.size()
        || !left.equals(study.left())
        || positions.size() != study.windows().size()
        || positions.isEmpty()) {
      return Verdict.fails(Flaw.Code.OTHER_WINDOW, 0);
    }
    List<Rational> chances = positions.stream().map(check::chance).toList();
    for (int i = 0; i < positions.size(); i++) {
      if (!check.window(positions, chances, i).equals(study.windows().get(i))) {
        return Verdict.fails(Flaw.Code.OTHER_WINDOW, i + 1);
      }
    }
    return new Verdict.Holds();
  }

  /// The days with a window, one for each position.
  private List<Position> positions(List<LocalDate> days, List<DayLeftOut> left) {
    List<Position> positions = new ArrayList<>();
    for (LocalDate day : new TreeSet<>(days)) {
      int at = 0;
      while (at < readings.size() && readings.get(at).last().isBefore(day)) {
        at++;
      }
      Position found = at(day, at);
      if (at < length) {
        left.add(new DayLeftOut(day, EventStudy.Reason.TOO_EARLY));
      } else if (found == null || !isNear(day, readings.get(at))) {
        left.add(new DayLeftOut(day, EventStudy.Reason.TOO_LATE));
      } else if (placebos(found).isEmpty()) {
        left.add(new DayLeftOut(day, EventStudy.Reason.NO_PLACEBO));
      } else if (positions.stream().noneMatch(each -> each.before().equals(found.before()))) {
        positions.add(found);
      }
    }
    return positions;
  }

  private static boolean isNear(LocalDate day, Reading reading) {
    return reading.isOfDay()
        ? ChronoUnit.DAYS.between(day, reading.first()) <= EventStudy.MOST_DAYS_LATER
        : !reading.first().isAfter(day);
  }

  private @Nullable Position at(LocalDate day, int at) {
    int after = at + (readings.isEmpty() || readings.getFirst().isOfDay() ? 0 : 1);
    if (at < length || after + length > readings.size()) {
      return null;
    }
    return new Position(
        day, readings.subList(at - length, at), readings.subList(after, after + length));
  }

  private List<Rational> placebos(Position of) {
    List<Rational> changes = new ArrayList<>();
    for (int at = 0; at < readings.size(); at++) {
      Position other = at(of.day(), at);
      if (other != null && !other.shares(of)) {
        changes.add(other.change());
      }
    }
    changes.sort(null);
    return changes;
  }

  private static Rational mean(List<Reading> values) {
    Rational sum = Rational.ZERO;
    for (Reading each : values) {
      BigDecimal value = each.value().setScale(Math.max(0, each.value().scale()));
      sum = sum.plus(new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale())));
    }
    return sum.dividedBy(Rational.of(values.size()));
  }

  private static Rational size(Rational change) {
    return change.signum() < 0 ? Rational.ZERO.minus(change) : change;
  }

  private static int asLarge(List<Rational> placebos, Rational change) {
    return (int) placebos.stream().filter(each -> size(each).compareTo(size(change)) >= 0).count();
  }

  private Rational chance(Position position) {
    List<Rational> placebos = placebos(position);
    return Rational.of(asLarge(placebos, position.change()) + 1L, placebos.size() + 1L);
  }

  private EventWindow window(List<Position> positions, List<Rational> chances, int index) {
    Position position = positions.get(index);
    List<Rational> placebos = placebos(position);
    int outside = placebos.size() / 20;
    List<LocalDate> shared = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      if (i != index && positions.get(i).shares(position)) {
        shared.add(positions.get(i).day());
      }
    }
    return new EventWindow(
        position.day(),
        position.before().getFirst().first(),
        position.after().getLast().last(),
        mean(position.before()),
        mean(position.after()),
        placebos.size(),
        asLarge(placebos, position.change()),
        placebos.get(outside),
        placebos.get(placebos.size() - 1 - outside),
        chances.get(index),
        corrected(chances, index),
        missing(position),
        shared);
  }

  /// The largest of the corrected shares up to this one, each counted by how many are smaller.
  private static Rational corrected(List<Rational> chances, int index) {
    Rational largest = Rational.ZERO;
    for (int i = 0; i < chances.size(); i++) {
      if (isBefore(chances, i, index) || i == index) {
        int smaller = 0;
        for (int j = 0; j < chances.size(); j++) {
          smaller += isBefore(chances, j, i) ? 1 : 0;
        }
        Rational times = chances.get(i).times(Rational.of((long) chances.size() - smaller));
        largest = times.compareTo(largest) > 0 ? times : largest;
      }
    }
    return largest.compareTo(Rational.ONE) > 0 ? Rational.ONE : largest;
  }

  private static boolean isBefore(List<Rational> chances, int one, int other) {
    int order = chances.get(one).compareTo(chances.get(other));
    return order < 0 || (order == 0 && one < other);
  }

  /// Weekdays, months or years from the first value to the last, less the values among them.
  private int missing(Position position) {
    LocalDate from = position.before().getFirst().first();
    LocalDate until = position.after().getLast().last();
    Reading first = position.before().getFirst();
    if (first.isOfDay()) {
      int missing = 0;
      for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
        LocalDate each = day;
        boolean isWeekday = day.getDayOfWeek().getValue() <= 5;
        missing +=
            isWeekday && readings.stream().noneMatch(reading -> reading.first().equals(each))
                ? 1
                : 0;
      }
      return missing;
    }
    long all =
        first.last().getMonth() == first.first().getMonth()
            ? ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(until)) + 1
            : until.getYear() - from.getYear() + 1L;
    long there =
        readings.stream()
            .filter(each -> !each.first().isBefore(from) && !each.last().isAfter(until))
            .count();
    return (int) (all - there);
  }
}
