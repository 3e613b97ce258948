package org.parley.outlook.eventstudy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Rational;

/// Changes of a series at the days of events, each with its rank among all other positions.
///
/// A window has as many values before as after. The values after begin with the first one on the
/// day of the event or later. A month or year in which an event falls belongs to neither side.
/// Values are counted, not days, so that weekends and holidays take no part. A position whose
/// window shares a value with that of the event is no placebo.
///
/// @param length the values before, and after
/// @param values the values of the series
/// @param windows the days with a full window, by day
/// @param left the days without, and why
public record EventStudy(int length, int values, List<EventWindow> windows, List<DayLeftOut> left) {

  /// The longest window on each side.
  public static final int MOST_LENGTH = 120;

  /// A daily series without a value so many days after an event says nothing of it.
  public static final int MOST_DAYS_LATER = 7;

  /// Of 100 placebos, so many lie below the band, and as many above.
  static final int OUTSIDE_PERCENT = 5;

  /// The reason why a day has no window.
  public enum Reason {
    /// Too few values before.
    TOO_EARLY,
    /// Too few values after, or none near.
    TOO_LATE,
    /// No other position to compare with.
    NO_PLACEBO
  }

  /// A day without a window.
  public record DayLeftOut(LocalDate day, Reason reason) {}

  /// States the windows, which the values give again.
  public record Ranked(EventStudy study) implements Certificate.OfAnswer {}

  /// States that no day has a window.
  public record NoWindow(int length, List<DayLeftOut> left) implements Certificate.OfNone {
    public NoWindow {
      left = List.copyOf(left);
    }
  }

  public EventStudy {
    windows = List.copyOf(windows);
    left = List.copyOf(left);
  }

  /// The study of some days.
  ///
  /// @param readings the values, by period
  /// @param days the days of events; days with the same values before and after count once
  /// @param length the values on each side, from 1 to [#MOST_LENGTH]
  /// @throws IllegalArgumentException if the length is out of bounds
  public static Finding<EventStudy> of(
      List<Reading> readings, Collection<LocalDate> days, int length) {
    if (length < 1 || length > MOST_LENGTH) {
      throw new IllegalArgumentException("a window of " + length + " values");
    }
    return new Study(readings, length).of(days);
  }

  /// Whether any day can be told from chance.
  public boolean isAnyTold() {
    return windows.stream().anyMatch(EventWindow::isTold);
  }

  /// Whether a day could be told from chance at all, given how many positions and days there are.
  public boolean canTell() {
    return windows.stream()
        .anyMatch(
            each ->
                Rational.of(windows.size(), each.placebos() + 1L).compareTo(EventWindow.LEVEL)
                    <= 0);
  }

  /// One series, its values as whole numbers.
  private static final class Study {

    private final List<Reading> readings;
    private final int length;
    private final int gap;
    private final BigInteger[] sums;
    private final BigInteger unit;

    Study(List<Reading> readings, int length) {
      this.readings = readings;
      this.length = length;
      this.gap = readings.isEmpty() || readings.getFirst().isOfDay() ? 0 : 1;
      int scale = readings.stream().map(Reading::value).mapToInt(BigDecimal::scale).max().orElse(0);
      this.unit = BigInteger.TEN.pow(Math.max(0, scale));
      this.sums = new BigInteger[readings.size() + 1];
      sums[0] = BigInteger.ZERO;
      for (int i = 0; i < readings.size(); i++) {
        sums[i + 1] =
            sums[i].add(readings.get(i).value().setScale(Math.max(0, scale)).unscaledValue());
      }
    }

    Finding<EventStudy> of(Collection<LocalDate> days) {
      TreeMap<Integer, LocalDate> positions = new TreeMap<>();
      List<DayLeftOut> left = new ArrayList<>();
      for (LocalDate day : new TreeSet<>(days)) {
        int at = positionOf(day);
        Reason reason = reason(day, at);
        if (reason != null) {
          left.add(new DayLeftOut(day, reason));
        } else {
          positions.putIfAbsent(at, day);
        }
      }
      List<EventWindow> windows = new ArrayList<>();
      positions.forEach((at, day) -> windows.add(window(day, at, positions)));
      if (windows.isEmpty()) {
        return new Finding.Impossible<>(new NoWindow(length, left));
      }
      EventStudy study = new EventStudy(length, readings.size(), corrected(windows), left);
      return new Finding.Proved<>(study, new Ranked(study));
    }

    /// The index of the first value on the day or later; of a period, the one it falls in.
    private int positionOf(LocalDate day) {
      int low = 0;
      int high = readings.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (readings.get(middle).last().isBefore(day)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private @Nullable Reason reason(LocalDate day, int at) {
      if (at < length) {
        return Reason.TOO_EARLY;
      }
      if (!isPosition(at)) {
        return Reason.TOO_LATE;
      }
      LocalDate first = readings.get(at).first();
      boolean isNear =
          gap == 1 ? !first.isAfter(day) : ChronoUnit.DAYS.between(day, first) <= MOST_DAYS_LATER;
      if (!isNear) {
        return Reason.TOO_LATE;
      }
      return placebos(at).length == 0 ? Reason.NO_PLACEBO : null;
    }

    private boolean isPosition(int at) {
      return at >= length && at + gap + length <= readings.size();
    }

    private BigInteger sum(int from, int until) {
      return sums[until].subtract(sums[from]);
    }

    /// The change of the sum at a position.
    private BigInteger change(int at) {
      return sum(at + gap, at + gap + length).subtract(sum(at - length, at));
    }

    /// The changes at all positions whose windows share no value with one, in order of size.
    private BigInteger[] placebos(int at) {
      int width = 2 * length + gap;
      List<BigInteger> changes = new ArrayList<>();
      for (int other = length; isPosition(other); other++) {
        if (Math.abs(other - at) >= width) {
          changes.add(change(other));
        }
      }
      BigInteger[] sorted = changes.toArray(BigInteger[]::new);
      Arrays.sort(sorted);
      return sorted;
    }

    private EventWindow window(LocalDate day, int at, NavigableMap<Integer, LocalDate> positions) {
      BigInteger change = change(at);
      BigInteger[] placebos = placebos(at);
      int asLarge = 0;
      for (BigInteger each : placebos) {
        if (each.abs().compareTo(change.abs()) >= 0) {
          asLarge++;
        }
      }
      Rational chance = Rational.of(asLarge + 1L, placebos.length + 1L);
      int width = 2 * length + gap;
      List<LocalDate> shared = new ArrayList<>();
      positions.forEach(
          (other, otherDay) -> {
            if (other != at && Math.abs(other - at) < width) {
              shared.add(otherDay);
            }
          });
      int outside = (placebos.length * OUTSIDE_PERCENT) / 100;
      return new EventWindow(
          day,
          readings.get(at - length).first(),
          readings.get(at + gap + length - 1).last(),
          mean(sum(at - length, at)),
          mean(sum(at + gap, at + gap + length)),
          placebos.length,
          asLarge,
          mean(placebos[outside]),
          mean(placebos[placebos.length - 1 - outside]),
          chance,
          chance,
          missing(at - length, at + gap + length),
          shared);
    }

    private Rational mean(BigInteger sum) {
      return new Rational(sum, unit.multiply(BigInteger.valueOf(length)));
    }

    /// Periods of the calendar between two values that have none.
    private int missing(int from, int until) {
      int missing = 0;
      for (int i = from; i + 1 < until; i++) {
        Reading each = readings.get(i);
        LocalDate next = readings.get(i + 1).first();
        if (each.isOfDay()) {
          for (LocalDate day = each.last().plusDays(1); day.isBefore(next); ) {
            DayOfWeek weekday = day.getDayOfWeek();
            missing += weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY ? 0 : 1;
            day = day.plusDays(1);
          }
        } else {
          long days = ChronoUnit.DAYS.between(each.first(), each.last()) + 1;
          long between = ChronoUnit.DAYS.between(each.last().plusDays(1), next);
          missing += (int) Math.round((double) between / days);
        }
      }
      return missing;
    }

    /// Holm: the k-th smallest of m shares is multiplied by m - k + 1, and never falls below one
    /// before it.
    private static List<EventWindow> corrected(List<EventWindow> windows) {
      List<EventWindow> sorted = new ArrayList<>(windows);
      sorted.sort(Comparator.comparing(EventWindow::chance).thenComparing(EventWindow::day));
      Rational least = Rational.ZERO;
      List<EventWindow> corrected = new ArrayList<>();
      for (int k = 0; k < sorted.size(); k++) {
        EventWindow each = sorted.get(k);
        Rational times = each.chance().times(Rational.of((long) sorted.size() - k));
        Rational capped = times.compareTo(Rational.ONE) > 0 ? Rational.ONE : times;
        least = capped.compareTo(least) > 0 ? capped : least;
        corrected.add(with(each, least));
      }
      corrected.sort(Comparator.comparing(EventWindow::day));
      return corrected;
    }

    private static EventWindow with(EventWindow window, Rational corrected) {
      return new EventWindow(
          window.day(),
          window.from(),
          window.until(),
          window.before(),
          window.after(),
          window.placebos(),
          window.asLarge(),
          window.low(),
          window.high(),
          window.chance(),
          corrected,
          window.missing(),
          window.sharedWith());
    }
  }
}
