package org.parley.web.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.model.Viewer;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;

/// How parties moved on a point, as the page and the API show it.
class PointChartTest {

  private static final String CASE =
      """
      case: {title: The strait}
      parties:
        - {id: LC, name: Lucia, kind: state}
        - {id: VC, name: Vincent, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [LC, VC]}
      points:
        - id: p1
          instrument: treaty
          number: "1"
          title: Water
          options: [{id: wide, title: Wide}, {id: narrow, title: Narrow}, {id: shared, title: Shared}]
        - {id: p2, instrument: treaty, number: "2", title: Ships, quantity: {unit: ships, least: 0, most: 60, step: 1}}
      positions:
        - {id: lc-1, party: LC, point: p1, from: 2025-01-10, grades: {wide: preferred, shared: red-line}, illustrative: true}
        - {id: lc-2, party: LC, point: p1, from: 2025-02-10, known: 2025-04-01, supersedes: [lc-1], grades: {shared: preferred, wide: acceptable, narrow: red-line}, illustrative: true}
        - {id: vc-1, party: VC, point: p1, grades: {shared: preferred}, illustrative: true}
        - {id: vc-2, party: VC, point: p1, from: 2025-02-20, visibility: mediator, grades: {narrow: preferred}, illustrative: true}
        - {id: lc-3, party: LC, point: p2, from: 2025-01-10, range: {atLeast: 40}, illustrative: true}
        - {id: lc-4, party: LC, point: p2, from: 2025-02-10, range: {atLeast: 25}, illustrative: true}
        - {id: vc-3, party: VC, point: p2, from: 2025-01-10, range: {atMost: 20}, illustrative: true}
        - {id: vc-4, party: VC, point: p2, from: 2025-02-20, range: {atMost: 15}, illustrative: true}
      sources:
        - {id: gazette, publisher: Gazette, title: Of the week, date: 2025-03-01, kind: report, reliability: B, language: en}
      claims:
        - {id: c1, speaker: The minister, office: Water, party: LC, said: 2025-01-20, about: [p1], asserts: rejected, paraphrase: Never, source: gazette}
        - {id: c2, speaker: The minister, office: Water, party: LC, said: 2025-03-01, about: [p1], asserts: open, paraphrase: Let us talk, source: gazette}
      """;

  @Test
  void aPartyThatAcceptsWhatAnotherPrefersMovesTowardsIt() {
    assertEquals(
        List.of(
            "null VC position: prefers Shared: first position on record",
            "2025-01-10 LC position: prefers Wide; red lines: Shared: first position on record",
            "2025-01-20 LC stance: rejected: first word on record",
            "2025-02-10 LC position: prefers Shared; red lines: Narrow: towards Vincent",
            "2025-03-01 LC stance: open: nearer to agreement"),
        rows(new Viewer.Public(), Map.of()));
  }

  @Test
  void whatBecameKnownLaterDoesNotShowOnAnEarlierDay() {
    assertEquals(
        List.of(
            "null VC position: prefers Shared: first position on record",
            "2025-01-10 LC position: prefers Wide; red lines: Shared: first position on record",
            "2025-01-20 LC stance: rejected: first word on record",
            "2025-03-01 LC stance: open: nearer to agreement"),
        rows(
            new Viewer.Public(),
            Map.of("asOf", List.of("2025-03-15"), "knownAt", List.of("2025-03-15"))));
    assertEquals(
        List.of(
            "null VC position: prefers Shared: first position on record",
            "2025-01-10 LC position: prefers Wide; red lines: Shared: first position on record"),
        rows(new Viewer.Public(), Map.of("asOf", List.of("2025-01-15"))));
  }

  @Test
  void aConfidentialPositionShowsToThoseWhoSeeItAlone() {
    assertTrue(
        rows(new Viewer.Mediator(), Map.of())
            .contains("2025-02-20 VC position: prefers Narrow: away from Lucia"));
  }

  /// Of numbers, the gap between the ranges tells who moved: 20, then 5, then 10 ships.
  @Test
  void aSmallerGapBetweenRangesIsAMoveTowardsTheOther() {
    PointChart chart = chart(new Viewer.Public(), Map.of(), 1);
    assertEquals(
        List.of(
            "2025-01-10 LC position: accepts at least 40 ships: first position on record",
            "2025-01-10 VC position: accepts at most 20 ships: first position on record",
            "2025-02-10 LC position: accepts at least 25 ships: towards Vincent",
            "2025-02-20 VC position: accepts at most 15 ships: away from Lucia"),
        rows(chart));
    PointChart.Lane lucia = chart.lanes().getFirst();
    int bottom = lucia.scale().getLast();
    // 60 ships are 60 units high, so that the number is the height
    assertEquals(60, bottom - lucia.scale().getFirst());
    assertEquals(
        List.of("40 to 60", "25 to 60"),
        lucia.bars().stream()
            .map(bar -> bottom - bar.y() - bar.height() + " to " + (bottom - bar.y()))
            .toList());
  }

  @Test
  void aBarEndsWhereTheNextBegins() {
    PointChart chart = chart(new Viewer.Public(), Map.of());
    PointChart.Lane lane = chart.lanes().getFirst();
    assertEquals("Lucia", lane.label());
    List<PointChart.Bar> bars = lane.bars();
    assertEquals(
        List.of("Wide", "Shared"), bars.subList(0, 2).stream().map(PointChart.Bar::label).toList());
    assertEquals(bars.get(0).x() + bars.get(0).width() + 1, bars.get(1).x());
    assertEquals(
        List.of("s-rejected", "s-open"),
        bars.subList(2, 4).stream().map(PointChart.Bar::style).toList());
    // 10 January to 10 February is 31 of the 51 days up to the end of 1 March
    assertEquals(31.0 / 51, (bars.get(1).x() - bars.get(0).x()) / 1092.0, 0.01);
  }

  private static List<String> rows(Viewer viewer, Map<String, List<String>> asked) {
    return rows(chart(viewer, asked));
  }

  private static List<String> rows(PointChart chart) {
    return chart.rows().stream()
        .map(each -> each.day() + " " + each.party() + " " + each.held() + ": " + each.direction())
        .toList();
  }

  private static PointChart chart(Viewer viewer, Map<String, List<String>> asked) {
    return chart(viewer, asked, 0);
  }

  private static PointChart chart(Viewer viewer, Map<String, List<String>> asked, int point) {
    LoadResult loaded = CaseReader.read(Map.of("a.yaml", CASE));
    OpenCase open =
        new OpenCase(
            assertInstanceOf(LoadResult.Loaded.class, loaded, loaded.toString())
                .contents()
                .viewFor(viewer));
    return PointChart.of(
        open, ViewedDay.of(new Query(asked), open), open.view().points().get(point));
  }
}
