package org.parley.web.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.answer.indicators.IndicatorsAnswer;
import org.parley.answer.indicators.IndicatorsAnswer.EventDay;
import org.parley.answer.indicators.IndicatorsAnswer.Studied;
import org.parley.answer.indicators.IndicatorsAnswer.StudiedSeries;
import org.parley.answer.indicators.StudyAsked;
import org.parley.exact.Rational;
import org.parley.outlook.eventstudy.CaseEvents.EventSort;
import org.parley.outlook.eventstudy.EventStudy;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.IndicatorWording;

/// The series beside a case, each with its events.
///
/// @param open the case
/// @param asked how events are looked at
/// @param answer the answer
/// @param charts the chart of each series, in the same order; empty for one with no values
public record IndicatorsPage(
    OpenCase open, StudyAsked asked, IndicatorsAnswer answer, List<Optional<SeriesChart>> charts) {

  private static final List<EventSort> SORTS =
      List.of(EventSort.BOTH, EventSort.ACTS, EventSort.MEETINGS);

  /// Days of events in a table without a fold.
  private static final int FEW_DAYS = 6;

  public IndicatorsPage {
    charts = List.copyOf(charts);
  }

  /// The page for `?events=acts&length=5&of=Norway`.
  ///
  /// @throws org.parley.web.view.BadQuery if there is no such sort of events or length
  public static IndicatorsPage of(OpenCase open, ViewedDay moment, Query query) {
    StudyAsked asked = asked(query);
    List<Studied> studied = IndicatorsAnswer.studies(open.view(), moment.asOf(), asked);
    return new IndicatorsPage(
        open,
        asked,
        IndicatorsAnswer.of(open.view(), moment.asOf(), studied),
        studied.stream().map(each -> SeriesChart.of(each.study())).toList());
  }

  /// The study that an address asks for.
  public static StudyAsked asked(Query query) {
    List<String> chosen = query.list("event");
    EventSort sort =
        Arrays.stream(EventSort.values())
            .filter(each -> word(each).equals(query.oneOf("events", words())))
            .findFirst()
            .orElse(chosen.isEmpty() ? EventSort.BOTH : EventSort.CHOSEN);
    int length = query.number("length", 0, EventStudy.MOST_LENGTH, 0);
    String of = query.text("of");
    return new StudyAsked(sort, chosen, length == 0 ? null : length, of == null ? "" : of);
  }

  /// The words of sorts in addresses.
  public static List<String> words() {
    return SORTS.stream().map(IndicatorsPage::word).toList();
  }

  private static String word(EventSort sort) {
    return sort.name().toLowerCase(Locale.ROOT);
  }

  public Frame frame() {
    return Frame.of(Say.text("indicators.title"), open.view().info(), "indicators");
  }

  /// The sorts of events to choose from.
  public List<Say.Choice> sorts() {
    return SORTS.stream()
        .map(each -> new Say.Choice(word(each), Say.text("indicators.sort", "sort", each)))
        .toList();
  }

  public boolean isSort(String value) {
    return word(asked.events()).equals(value);
  }

  /// The names that any series has values of.
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    answer.indicators().forEach(each -> names.addAll(each.of()));
    return List.copyOf(names);
  }

  public String length() {
    Integer length = asked.length();
    return length == null ? "" : length.toString();
  }

  public static String topic(StudiedSeries each) {
    return IndicatorWording.current().topic(each.topic());
  }

  /// The most unusual days, the least likely first; all if there are few.
  public static List<EventDay> shown(StudiedSeries each) {
    if (each.days().size() <= FEW_DAYS) {
      return each.days();
    }
    List<EventDay> days = new ArrayList<>(each.days());
    days.sort(Comparator.comparing(EventDay::chance));
    return days.subList(0, FEW_DAYS).stream()
        .sorted((one, other) -> one.day().compareTo(other.day()))
        .toList();
  }

  /// A fraction to two places, in the language of the page.
  public static String number(Rational value) {
    BigDecimal decimal =
        new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()), 2, RoundingMode.HALF_UP);
    return Say.text("indicators.number", "value", decimal);
  }

  /// The change of the mean, with its sign.
  public static String change(EventDay day) {
    Rational change = day.after().minus(day.before());
    return (change.signum() > 0 ? "+" : "") + number(change);
  }

  /// A share in per cent.
  public static String percent(Rational share) {
    return IndicatorWording.current().percent(share);
  }

  /// The chart of a series; null if there is none.
  public @Nullable SeriesChart chart(int index) {
    return charts.get(index).orElse(null);
  }
}
