package org.parley.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.indicator.Series;
import org.parley.model.place.Geometry;
import org.parley.model.position.Worth;

/// Equivalence classes of a type whose values have no structure a census could read.
///
/// @param names every class
/// @param of the classes of a value
record ValueClasses<T>(List<String> names, Function<T, Collection<String>> of) {

  private static final List<String> DAYS = List.of("a leap day", "the 31st", "another day");
  private static final List<String> PERIODS = List.of("none", "days", "months", "years");
  private static final List<String> ZONES = List.of("UTC", "elsewhere");
  private static final List<String> WORTHS =
      List.of("exact", "interval", "negative", "zero or more");
  private static final List<String> UNITS =
      List.of("second", "minute", "hour", "day", "week", "month", "year");
  private static final Map<String, Pattern> DATES = dates();

  /// The classes of a value of the type these are kept for.
  @SuppressWarnings("unchecked") // the caller looked them up by the type of the value
  Collection<String> classesOf(Object value) {
    return of.apply((T) value);
  }

  /// The types of the model that have classes.
  static Map<Class<?>, ValueClasses<?>> known() {
    Map<Class<?>, ValueClasses<?>> known = new LinkedHashMap<>();
    known.put(
        Edtf.class, new ValueClasses<Edtf>(List.copyOf(DATES.keySet()), ValueClasses::ofDate));
    known.put(LocalDate.class, new ValueClasses<LocalDate>(DAYS, ValueClasses::ofDay));
    known.put(Period.class, new ValueClasses<Period>(PERIODS, ValueClasses::ofPeriod));
    known.put(ZoneId.class, new ValueClasses<ZoneId>(ZONES, ValueClasses::ofZone));
    known.put(Worth.class, new ValueClasses<Worth>(WORTHS, ValueClasses::ofWorth));
    known.put(TimeSpan.class, new ValueClasses<TimeSpan>(UNITS, ValueClasses::ofSpan));
    known.put(
        Geometry.class,
        new ValueClasses<Geometry>(
            Stream.of(Geometry.Form.values()).map(Geometry.Form::type).toList(),
            geometry -> List.of(geometry.form().type())));
    known.put(
        Series.class,
        new ValueClasses<Series>(
            List.of("DAY", "MONTH", "YEAR", "one", "several"),
            series ->
                List.of(series.frequency().name(), series.names().size() > 1 ? "several" : "one")));
    return known;
  }

  private static Map<String, Pattern> dates() {
    Map<String, Pattern> dates = new LinkedHashMap<>();
    dates.put("a day", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
    dates.put("a leap day", Pattern.compile("\\d{4}-02-29"));
    dates.put("the 31st", Pattern.compile("\\d{4}-\\d\\d-31"));
    dates.put("a month", Pattern.compile("\\d{4}-[01]\\d"));
    dates.put("a season", Pattern.compile("\\d{4}-2\\d"));
    dates.put("a year", Pattern.compile("\\d{4}"));
    dates.put("a moment in UTC", Pattern.compile(".*T.*Z"));
    dates.put("a moment elsewhere", Pattern.compile(".*T.*[+-]\\d\\d:\\d\\d"));
    dates.put("unspecified", Pattern.compile(".*X.*"));
    dates.put("an interval", Pattern.compile("[^./]+/[^./]+"));
    dates.put("open from", Pattern.compile("(\\.\\.)?/.*"));
    dates.put("open to", Pattern.compile(".*/(\\.\\.)?"));
    dates.put("uncertain", Pattern.compile(".*\\?.*"));
    dates.put("approximate", Pattern.compile(".*~.*"));
    dates.put("uncertain and approximate", Pattern.compile(".*%.*"));
    return dates;
  }

  private static List<String> ofDate(Edtf date) {
    return DATES.entrySet().stream()
        .filter(each -> each.getValue().matcher(date.toString()).matches())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> ofDay(LocalDate day) {
    boolean leap = day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
    return List.of(DAYS.get(leap ? 0 : day.getDayOfMonth() == 31 ? 1 : 2));
  }

  private static List<String> ofPeriod(Period period) {
    List<String> units = new ArrayList<>();
    if (period.isZero()) {
      units.add("none");
    }
    if (period.getDays() != 0) {
      units.add("days");
    }
    if (period.getMonths() != 0) {
      units.add("months");
    }
    if (period.getYears() != 0) {
      units.add("years");
    }
    return units;
  }

  private static List<String> ofZone(ZoneId zone) {
    boolean utc =
        zone.getRules().isFixedOffset()
            && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
    return List.of(ZONES.get(utc ? 0 : 1));
  }

  private static List<String> ofWorth(Worth worth) {
    return List.of(
        worth.isExact() ? "exact" : "interval", worth.least() < 0 ? "negative" : "zero or more");
  }

  private static List<String> ofSpan(TimeSpan span) {
    return UNITS.stream().filter(each -> span.toString().contains(" " + each)).toList();
  }
}
