package org.parley.web.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.CaseInfo;
import org.parley.model.LocalizedText;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentId;
import org.parley.wording.GuaranteeWording;

/// Incidents in time and on the map.
class IncidentDrawingsTest {

  private static final GuaranteeWording WORDS =
      GuaranteeWording.of(
          Case.of(new CaseInfo("Case", null, List.of()), List.of()).viewFor(new Viewer.Mediator()));

  private static final WatchFilter ALL = new WatchFilter(Map.of(), null, 1);

  private static Incident incident(String id) {
    return new Incident(
        new IncidentId(id), LocalizedText.of("Incident " + id), null, new Visibility.Public());
  }

  private static LoggedFact report(
      String id, String incident, String kind, String from, String to) {
    long at = Moments.of(from);
    return LoggedFact.at(id, at, "press", new Fact.Report(incident, What.of(kind)))
        .withHappened(at, Moments.of(to));
  }

  private static LoggedFact report(String id, String incident, String kind, String at) {
    return report(id, incident, kind, at, at);
  }

  private static IncidentTimeline timeline(List<Incident> incidents, List<LoggedFact> log) {
    return Objects.requireNonNull(IncidentTimeline.of(incidents, log, List.of(), WORDS, ALL));
  }

  @Test
  void aStretchIsDrawnWhereNoMomentIsOnRecordAndToScale() {
    IncidentTimeline drawn =
        timeline(
            List.of(incident("a"), incident("b"), incident("c")),
            List.of(
                report("1", "a", "shelling", "2026-03-01T00:00:00Z"),
                report("2", "b", "flight", "2026-03-03T00:00:00Z", "2026-03-05T00:00:00Z"),
                report("3", "c", "shelling", "2026-03-09T00:00:00Z")));
    assertEquals(
        List.of("shelling", "flight"), drawn.lanes().stream().map(each -> each.label()).toList());
    List<IncidentTimeline.Mark> shelling = drawn.lanes().get(0).marks();
    IncidentTimeline.Mark flight = drawn.lanes().get(1).marks().getFirst();
    assertEquals(List.of("1", "3"), shelling.stream().map(each -> each.number()).toList());
    assertFalse(shelling.getFirst().isStretch());
    assertTrue(flight.isStretch());
    int eightDays = shelling.get(1).middle() - shelling.getFirst().middle();
    assertEquals(eightDays / 4.0, flight.width(), 1.0);
    assertEquals(eightDays / 4.0, flight.x() - shelling.getFirst().middle(), 1.0);
    assertEquals("2: Incident b, 3 March 2026 to 5 March 2026, 00:00:01 UTC", flight.name());
    assertTrue(drawn.ticks().size() >= 3 && drawn.ticks().size() <= 10, drawn.ticks().toString());
  }

  @Test
  void whatCoincidesStandsInRows() {
    List<Incident> incidents = new ArrayList<>();
    List<LoggedFact> log = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      incidents.add(incident("i" + i));
      log.add(report("r" + i, "i" + i, "shelling", "2026-03-01T06:00:00Z"));
    }
    log.add(report("last", "far", "shelling", "2026-06-01T06:00:00Z"));
    incidents.add(incident("far"));
    IncidentTimeline.Lane lane = timeline(incidents, log).lanes().getFirst();
    List<Integer> rows =
        lane.marks().stream()
            .limit(4)
            .map(each -> each.y())
            .sorted(Comparator.naturalOrder())
            .toList();
    assertEquals(4, rows.stream().distinct().count(), rows.toString());
    assertTrue(lane.marks().stream().allMatch(each -> each.y() + 20 <= lane.y() + lane.height()));
  }

  @Test
  void correctedAndRetractedReportsPlaceNothing() {
    List<LoggedFact> log =
        List.of(
            report("1", "a", "shelling", "2026-03-01T00:00:00Z"),
            report("2", "a", "shelling", "2026-03-02T00:00:00Z").withSuperseding("1"),
            report("3", "b", "shelling", "2026-03-01T00:00:00Z"),
            LoggedFact.at(
                    "4", Moments.of("2026-03-04T00:00:00Z"), "press", new Fact.Retraction("b"))
                .withSuperseding("3"));
    assertEquals(List.of("a"), List.copyOf(IncidentTimeline.times(log).keySet()));
    assertEquals(
        Moments.of("2026-03-02T00:00:00Z"),
        Objects.requireNonNull(IncidentTimeline.times(log).get("a")).earliest());
    assertNull(
        IncidentTimeline.of(List.of(incident("b")), log, List.of(), WORDS, ALL), "none is placed");
  }

  /// Whether a point lies inside a path, by how often a ray from it crosses the path.
  @Test
  void tooManyToTellApartAreCountedAndEveryOneIsInACount() {
    List<Incident> incidents = new ArrayList<>();
    List<LoggedFact> log = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Incident each =
          new Incident(
              new IncidentId("i" + i),
              LocalizedText.of("Incident " + i),
              new Incident.Coordinates(
                  (4500 + i % 17 * 37) / 100.0 + ", " + (3000 + i % 23 * 41) / 100.0),
              new Visibility.Public());
      incidents.add(each);
      log.add(
          report(
              "e" + i,
              "i" + i,
              "shelling",
              String.format(Locale.ROOT, "2026-0%d-%02dT00:00:00Z", 1 + i % 9, 1 + i % 28)));
    }
    IncidentTimeline timeline = timeline(incidents, log);
    assertTrue(timeline.isCounted());
    IncidentTimeline.Lane lane = timeline.lanes().getFirst();
    assertEquals(List.of(), lane.marks());
    int counted =
        lane.bars().stream()
            .mapToInt(each -> Integer.parseInt(each.words().replaceAll(".*: (\\d+) begins?", "$1")))
            .sum();
    assertEquals(300, counted);

    List<IncidentMap.Mark> marks = IncidentMap.of(incidents, ALL).marks();
    assertEquals(300, marks.stream().mapToInt(each -> Integer.parseInt(each.number())).sum());
    for (IncidentMap.Mark one : marks) {
      String written = one.link().replaceAll(".*within=([^&]*).*", "$1").replace("%2C", ",");
      WatchFilter.Area area = WatchFilter.Area.of(written);
      assertEquals(
          Integer.parseInt(one.number()),
          incidents.stream()
              .map(each -> Objects.requireNonNull(each.at()))
              .filter(at -> area.has(at.latitude(), at.longitude()))
              .count(),
          "the list it leads to: " + one);
      for (IncidentMap.Mark other : marks) {
        assertTrue(
            one.equals(other)
                || Math.hypot(one.x() - other.x(), one.y() - other.y())
                    >= one.radius() + other.radius(),
            one + " lies over " + other);
      }
    }
  }
}
