package org.parley.answer.indicators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ItemId;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.Indicator.CrossingDirection;
import org.parley.model.indicator.Indicator.SeriesOrigin;
import org.parley.model.indicator.Indicator.Topic;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.indicator.Series.Frequency;
import org.parley.model.text.Amount;
import org.parley.outlook.eventstudy.CaseEvents;
import org.parley.outlook.eventstudy.CaseEvents.DatedEvent;
import org.parley.outlook.eventstudy.CaseStudy;
import org.parley.outlook.eventstudy.Crossing;
import org.parley.outlook.eventstudy.EventStudy;
import org.parley.outlook.eventstudy.EventStudy.Reason;
import org.parley.outlook.eventstudy.EventWindow;
import org.parley.outlook.eventstudy.Reading;
import org.parley.wording.IndicatorWording;

/// The series beside a case, and whether they moved at its events more than they move anyway.
///
/// @param headline whether any change can be told from chance
/// @param limits the questions that ranks do not answer
/// @param indicators the series
/// @param crossings the tripwires that were crossed, the latest first
public record IndicatorsAnswer(
    String headline,
    String limits,
    List<StudiedSeries> indicators,
    List<TripwireCrossing> crossings) {

  /// A series.
  ///
  /// @param of the names its values are of; none for a series of one
  /// @param length the values on each side of an event
  /// @param days the days with a window, by day
  /// @param left the days without
  /// @param summary the series in a sentence
  /// @param verdict what can be told of its events, in a sentence
  public record StudiedSeries(
      IndicatorId indicator,
      String title,
      Topic topic,
      String unit,
      Frequency frequency,
      List<String> of,
      int values,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      @Nullable String lastValue,
      @Nullable FileOfSeries origin,
      int length,
      List<EventDay> days,
      List<EventDayLeft> left,
      String summary,
      String verdict) {}

  /// The file of a series.
  public record FileOfSeries(
      String file, String edition, String sha256, int rows, String licence) {}

  /// The change of a series at a day of events. Means and shares are fractions, exact.
  ///
  /// @param events the acts, meetings and claims of the day
  /// @param from the first day of the values before
  /// @param until the last day of the values after
  /// @param placebos how many other windows it is compared with
  /// @param asLarge how many of them changed at least as much
  /// @param low the change that 5 of 100 of them stay below
  /// @param high the change that 5 of 100 of them exceed
  /// @param chance the share of windows that changed at least as much, this one counted
  /// @param corrected the same, corrected for the number of days
  /// @param told whether it can be told from chance
  /// @param missing weekdays, months or years within the window without a value
  /// @param sharedWith other days whose windows share values with this one
  public record EventDay(
      LocalDate day,
      List<EventNamed> events,
      LocalDate from,
      LocalDate until,
      Rational before,
      Rational after,
      Rational low,
      Rational high,
      int placebos,
      int asLarge,
      Rational chance,
      Rational corrected,
      boolean told,
      int missing,
      List<LocalDate> sharedWith,
      String words) {}

  /// An event of the case.
  public record EventNamed(String record, String words) {}

  /// A day of events without a window.
  public record EventDayLeft(LocalDate day, Reason reason, String words) {}

  /// A crossing of a tripwire.
  ///
  /// @param item the id of the item that decides on it
  /// @param decided whether there is one
  public record TripwireCrossing(
      ItemId item,
      IndicatorId indicator,
      CrossingDirection direction,
      Amount value,
      String date,
      Amount reached,
      String of,
      LocalDate known,
      boolean decided,
      String words) {}

  /// A series with its study, for charts.
  public record Studied(Indicator indicator, CaseStudy study) {}

  /// Every series, studied.
  public static List<Studied> studies(CaseView view, AsOf asOf, StudyAsked asked) {
    List<DatedEvent> events = CaseEvents.of(view, asOf, asked.events(), asked.chosen());
    return view.indicators().stream()
        .map(
            each ->
                new Studied(
                    each, CaseStudy.of(each, asked.of(), asOf, events, length(each, asked))))
        .toList();
  }

  private static int length(Indicator indicator, StudyAsked asked) {
    Integer length = asked.length();
    return length == null ? CaseStudy.usualLength(indicator.values().frequency()) : length;
  }

  /// The answer of a day.
  public static IndicatorsAnswer of(CaseView view, AsOf asOf, StudyAsked asked) {
    return of(view, asOf, studies(view, asOf, asked));
  }

  /// The answer for series that are studied.
  public static IndicatorsAnswer of(CaseView view, AsOf asOf, List<Studied> studied) {
    IndicatorWording words = IndicatorWording.current();
    return new IndicatorsAnswer(
        words.headline(
            studied.stream().map(each -> each.study.study()).toList(), view.indicators().size()),
        words.limits(),
        studied.stream().map(each -> answer(words, view, each)).toList(),
        crossings(view, asOf));
  }

  private static StudiedSeries answer(IndicatorWording words, CaseView view, Studied studied) {
    Indicator indicator = studied.indicator;
    CaseStudy study = studied.study;
    List<Reading> readings = study.readings();
    TreeMap<LocalDate, List<DatedEvent>> byDay = new TreeMap<>();
    study
        .events()
        .forEach(each -> byDay.computeIfAbsent(each.day(), _ -> new ArrayList<>()).add(each));
    List<EventDay> days = new ArrayList<>();
    study
        .study()
        .ifPresent(
            found ->
                found
                    .windows()
                    .forEach(
                        each ->
                            days.add(
                                day(words, view, indicator, found, each, byDay.get(each.day())))));
    List<EventDayLeft> left =
        left(study.finding()).stream()
            .map(each -> new EventDayLeft(each.day(), each.reason(), words.left(each)))
            .toList();
    return new StudiedSeries(
        indicator.id(),
        indicator.title().text(),
        indicator.topic(),
        indicator.unit(),
        indicator.values().frequency(),
        indicator.values().names().stream().filter(each -> !each.isEmpty()).toList(),
        readings.size(),
        readings.isEmpty() ? null : readings.getFirst().first(),
        readings.isEmpty() ? null : readings.getLast().last(),
        readings.isEmpty() ? null : readings.getLast().value().toPlainString(),
        file(indicator.origin()),
        length(study.finding()),
        days,
        left,
        words.summary(indicator, readings),
        words.verdict(study.finding()));
  }

  private static @Nullable FileOfSeries file(@Nullable SeriesOrigin origin) {
    return origin == null
        ? null
        : new FileOfSeries(
            origin.file(), origin.edition(), origin.sha256(), origin.rows(), origin.licence());
  }

  private static List<EventStudy.DayLeftOut> left(Finding<EventStudy> finding) {
    return finding instanceof Finding.Impossible<EventStudy>(EventStudy.NoWindow none)
        ? none.left()
        : finding.findAnswer().map(EventStudy::left).orElse(List.of());
  }

  private static int length(Finding<EventStudy> finding) {
    return finding instanceof Finding.Impossible<EventStudy>(EventStudy.NoWindow none)
        ? none.length()
        : finding.findAnswer().map(EventStudy::length).orElse(0);
  }

  private static EventDay day(
      IndicatorWording words,
      CaseView view,
      Indicator indicator,
      EventStudy study,
      EventWindow window,
      @Nullable List<DatedEvent> events) {
    List<EventNamed> named =
        (events == null ? List.<DatedEvent>of() : events)
            .stream()
                .map(
                    each -> new EventNamed(each.record().value(), words.event(view, each.record())))
                .toList();
    return new EventDay(
        window.day(),
        named,
        window.from(),
        window.until(),
        window.before(),
        window.after(),
        window.low(),
        window.high(),
        window.placebos(),
        window.asLarge(),
        window.chance(),
        window.corrected(),
        window.isTold(),
        window.missing(),
        window.sharedWith(),
        words.window(indicator, study, window));
  }

  /// The crossings known on a day, the latest first.
  public static List<TripwireCrossing> crossings(CaseView view, AsOf asOf) {
    IndicatorWording words = IndicatorWording.current();
    return Crossing.of(view, asOf).stream()
        .map(
            each -> {
              ItemId item = item(each);
              return new TripwireCrossing(
                  item,
                  each.indicator().id(),
                  each.tripwire().direction(),
                  each.tripwire().value(),
                  each.at().date().toString(),
                  each.at().value(),
                  each.at().of(),
                  each.known(),
                  view.find(item).isPresent(),
                  words.crossing(each));
            })
        .toList();
  }

  /// The id of the item that decides on a crossing: the same however often it is found.
  private static ItemId item(Crossing crossing) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(crossing.key().getBytes(StandardCharsets.UTF_8));
      return new ItemId("crossing-" + HexFormat.of().formatHex(digest, 0, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
