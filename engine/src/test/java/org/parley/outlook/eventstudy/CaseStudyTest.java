package org.parley.outlook.eventstudy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.LocalizedText;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.Indicator.CrossingDirection;
import org.parley.model.indicator.Indicator.Tripwire;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.indicator.Series;
import org.parley.model.text.Amount;
import org.parley.outlook.eventstudy.CaseEvents.DatedEvent;
import org.parley.outlook.eventstudy.CaseEvents.EventSort;

class CaseStudyTest {

  private static Indicator indicator(int delay, String values, Tripwire... wires) {
    return new Indicator(
        new IndicatorId("oil"),
        LocalizedText.of("Oil"),
        Indicator.Topic.ENERGY,
        "USD per barrel",
        delay,
        List.of(),
        null,
        List.of(wires),
        Series.of(values),
        new Visibility.Public());
  }

  private static AsOf on(String day) {
    LocalDate date = LocalDate.parse(day);
    return new AsOf(date, date);
  }

  @Test
  void aValueIsKnownOnceItsPeriodIsOverAndPublished() {
    Indicator monthly = indicator(10, "2025-10 1\n2025-11 2\n2025-12 3");
    assertEquals(0, CaseStudy.readings(monthly, "", on("2025-11-09")).size());
    assertEquals(1, CaseStudy.readings(monthly, "", on("2025-11-10")).size());
    assertEquals(2, CaseStudy.readings(monthly, "", on("2025-12-31")).size());
    assertEquals(2, CaseStudy.readings(monthly, "", AsOf.of(LocalDate.parse("2025-12-30"))).size());
    assertEquals(3, CaseStudy.readings(monthly, "", AsOf.LATEST).size());
  }

  @Test
  void withoutANameAllDonorsAreAdded() {
    Indicator support = indicator(0, "2025-10 1.5 Norway\n2025-10 2 Japan\n2025-11 4 Norway");
    assertEquals(
        List.of("3.5", "4"),
        CaseStudy.readings(support, "", AsOf.LATEST).stream()
            .map(each -> each.value().toPlainString())
            .toList());
    assertEquals(
        List.of("1.5", "4"),
        CaseStudy.readings(support, "Norway", AsOf.LATEST).stream()
            .map(each -> each.value().toPlainString())
            .toList());
  }

  @Test
  void aCrossingIsOneValueOnEitherSide() {
    Tripwire up = new Tripwire(CrossingDirection.UPWARD, new Amount("65"));
    Tripwire down = new Tripwire(CrossingDirection.DOWNWARD, new Amount("60"));
    Indicator oil =
        indicator(
            1,
            """
            2025-11-03 64
            2025-11-04 65
            2025-11-05 66
            2025-11-06 64.9
            2025-11-07 60
            2025-11-10 59
            2025-11-11 70
            """,
            up,
            down);
    CaseView view =
        Case.of(new CaseInfo("Oil", null, List.of()), List.<CaseRecord>of(oil))
            .viewFor(new Viewer.Mediator());
    assertEquals(
        List.of("2025-11-11 70", "2025-11-07 60", "2025-11-04 65"),
        Crossing.of(view, AsOf.LATEST).stream().map(each -> each.at().toString()).toList());
    assertEquals(List.of(), Crossing.of(view, on("2025-11-04")));
    assertEquals(1, Crossing.of(view, on("2025-11-05")).size());
    assertEquals(3, Crossing.of(view, AsOf.LATEST).stream().map(Crossing::key).distinct().count());
  }

  /// Removing what was known later changes no answer of an earlier day: neither values, nor events,
  /// nor crossings.
  @Test
  void nothingLaterIsUsed() {
    int studies = 0;
    for (int seed = 0; seed < 40; seed++) {
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      Random random = new Random(seed);
      AsOf asOf = on(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(600)).toString());
      for (Indicator each : view.indicators()) {
        List<DatedEvent> events = CaseEvents.of(view, asOf, EventSort.BOTH, List.of());
        String known =
            String.join(
                "\n", CaseStudy.known(each, asOf).stream().map(value -> value.toString()).toList());
        for (DatedEvent event : events) {
          assertTrue(!event.day().isAfter(asOf.date()), event.toString());
        }
        if (!known.isEmpty()) {
          Indicator cut =
              new Indicator(
                  each.id(),
                  each.title(),
                  each.topic(),
                  each.unit(),
                  each.delayDays(),
                  each.source(),
                  each.origin(),
                  each.tripwires(),
                  Series.of(known),
                  each.visibility());
          studies++;
          assertEquals(
              CaseStudy.of(each, "", asOf, events, 2), CaseStudy.of(cut, "", asOf, events, 2));
        }
      }
    }
    assertTrue(studies > 20, studies + " studies");
  }
}
