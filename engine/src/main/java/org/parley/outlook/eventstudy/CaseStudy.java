package org.parley.outlook.eventstudy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.exact.Finding;
import org.parley.model.cases.AsOf;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.Observation;
import org.parley.model.indicator.Series;
import org.parley.outlook.eventstudy.CaseEvents.DatedEvent;

/// A series of a case beside its events, with what was known on a day and nothing later.
///
/// @param readings the values known, by period
/// @param events the events looked at
/// @param finding their windows
public record CaseStudy(
    List<Reading> readings, List<DatedEvent> events, Finding<EventStudy> finding) {

  public CaseStudy {
    readings = List.copyOf(readings);
    events = List.copyOf(events);
  }

  /// The study of an indicator.
  ///
  /// @param of the donor or country whose values count; empty for the sum of all
  public static CaseStudy of(
      Indicator indicator, String of, AsOf asOf, List<DatedEvent> events, int length) {
    List<Reading> readings = readings(indicator, of, asOf);
    return new CaseStudy(
        readings,
        events,
        EventStudy.of(readings, events.stream().map(DatedEvent::day).toList(), length));
  }

  /// The values of an indicator that were about a time before the end of a day, and published by
  /// the day of knowledge.
  ///
  /// @param of the donor or country whose values count; empty for the sum of all
  public static List<Reading> readings(Indicator indicator, String of, AsOf asOf) {
    TreeMap<java.time.LocalDate, Reading> readings = new TreeMap<>();
    for (Observation each : known(indicator, asOf)) {
      if (of.isEmpty() || of.equals(each.of())) {
        readings.merge(
            each.lastDay(),
            new Reading(each.date().earliestDay(), each.lastDay(), each.value().value()),
            (sum, next) -> new Reading(sum.first(), sum.last(), sum.value().add(next.value())));
      }
    }
    return List.copyOf(readings.values());
  }

  /// The values of an indicator that were known.
  public static List<Observation> known(Indicator indicator, AsOf asOf) {
    List<Observation> known = new ArrayList<>();
    for (Observation each : indicator.values().observations()) {
      if (!each.lastDay().isAfter(asOf.date())
          && !indicator.publishedOn(each).isAfter(asOf.knownAt())) {
        known.add(each);
      }
    }
    return known;
  }

  /// A length of windows that fits how often a series has values.
  public static int usualLength(Series.Frequency frequency) {
    return switch (frequency) {
      case DAY -> 5;
      case MONTH -> 3;
      case YEAR -> 1;
    };
  }

  /// The study; empty if no event has a window.
  public Optional<EventStudy> study() {
    return finding.findAnswer();
  }
}
