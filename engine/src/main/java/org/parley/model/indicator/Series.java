package org.parley.model.indicator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.InvalidValueException;
import org.parley.model.date.Edtf;
import org.parley.model.text.Amount;

/// Values by date, one a line: `2025-11-03 64.89`, or `2025-11 0.25 Norway` for one of several.
///
/// All dates are days, or all are months, or all are years. A date has at most one value for each
/// name. Values are by date, then by name, in whatever order they were written.
public final class Series {

  /// The most values of a series.
  public static final int MOST_VALUES = 20_000;

  private static final int LONGEST_NAME = 80;

  private static final Pattern LINE =
      Pattern.compile("(\\S+)\\s+(\\S+)(?:\\s+(\\S.{0," + (LONGEST_NAME - 1) + "}))?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

  private static final Comparator<Observation> ORDER =
      Comparator.comparing(Observation::lastDay).thenComparing(Observation::of);

  /// How far apart values are.
  public enum Frequency {
    DAY,
    MONTH,
    YEAR
  }

  private final Frequency frequency;
  private final List<Observation> observations;

  private Series(Frequency frequency, List<Observation> observations) {
    this.frequency = frequency;
    this.observations = observations.stream().sorted(ORDER).toList();
  }

  /// The series in a text.
  ///
  /// @throws InvalidValueException with the line that is wrong
  public static Series of(String text) {
    Map<String, Integer> seen = new HashMap<>();
    List<Observation> observations = new ArrayList<>();
    Frequency frequency = null;
    String first = "";
    int number = 0;
    for (String raw : text.split("\\R", -1)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty()) {
        continue;
      }
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new InvalidValueException(new SeriesFault.NotAnObservation(number), line);
      }
      String date = parts.group(1);
      Frequency own = frequencyOf(date);
      if (own == null) {
        throw new InvalidValueException(new SeriesFault.NotADayOrMonth(number), date);
      }
      if (frequency == null) {
        frequency = own;
        first = date;
      }
      if (own != frequency) {
        throw new InvalidValueException(new SeriesFault.OtherFrequency(number, first), date);
      }
      String of = parts.group(3) == null ? "" : parts.group(3).strip();
      Integer earlier = seen.putIfAbsent(date + ' ' + of, number);
      if (earlier != null) {
        throw new InvalidValueException(
            new SeriesFault.DateTwice(number, earlier), (date + ' ' + of).strip());
      }
      if (observations.size() == MOST_VALUES) {
        throw new InvalidValueException(new SeriesFault.SeriesTooLong(MOST_VALUES), date);
      }
      observations.add(new Observation(Edtf.of(date), number(number, parts.group(2)), of));
    }
    if (frequency == null) {
      throw new InvalidValueException(new SeriesFault.NoValues(), text);
    }
    return new Series(frequency, observations);
  }

  private static Amount number(int line, String word) {
    try {
      return new Amount(word);
    } catch (InvalidValueException _) {
      throw new InvalidValueException(new SeriesFault.NotANumber(line), word);
    }
  }

  /// The frequency that a date shows; null if it is no day, month or year of the calendar.
  public static @Nullable Frequency frequencyOf(String date) {
    try {
      if (DAY.matcher(date).matches()) {
        LocalDate.parse(date);
        return Frequency.DAY;
      }
      if (MONTH.matcher(date).matches()) {
        YearMonth.parse(date);
        return Frequency.MONTH;
      }
      if (YEAR.matcher(date).matches() && Year.parse(date).getValue() >= 1000) {
        return Frequency.YEAR;
      }
      return null;
    } catch (DateTimeException _) {
      return null;
    }
  }

  public Frequency frequency() {
    return frequency;
  }

  /// The values, by date and name.
  public List<Observation> observations() {
    return observations;
  }

  /// The names its values are of, in order; one empty name for a series of one.
  public List<String> names() {
    return observations.stream().map(Observation::of).distinct().sorted().toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Series that && that.observations.equals(observations);
  }

  @Override
  public int hashCode() {
    return observations.hashCode();
  }

  @Override
  public String toString() {
    return observations.stream().map(Observation::toString).collect(Collectors.joining("\n"));
  }
}
