package org.parley.exchange.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.exchange.tables.CaseTable;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An accord is signed, partly carried out, and said in the codes of the field.
@NullMarked
class CodingStoryTest {

  private static final String CASE =
      """
      case:
        title: The river
      parties:
        - {id: AA, name: Arda, kind: state, iso3166: UKR}
        - {id: BB, name: Borda, kind: state}
      sources:
        - {id: s1, publisher: The Gazette, title: Signed, date: 2020-01-01, language: en, reliability: B, kind: report, address: "https://example.org/1"}
        - {id: hidden, publisher: Nobody, title: Told, date: 2020-01-01, language: en, reliability: B, kind: report, visibility: mediator}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB], rule: single-undertaking}
      points:
        - {id: p1, number: "1", title: Truce, instrument: treaty, topics: [Ce, SsrGua]}
        - {id: p2, number: "2", title: Secret, instrument: treaty, topics: [Ele], visibility: mediator}
      steps:
        - {id: out, title: Troops leave, by: [AA], topics: [SsrFf]}
        - {id: back, title: Refugees return, by: [BB], topics: [GRef]}
      acts:
        - {id: a1, kind: initialled, date: 2019-12-01, by: [AA, BB], of: [treaty], source: [s1]}
        - {id: a2, kind: signed, date: 2020-03-01, by: [AA, BB], of: [treaty], source: [s1]}
        - {id: a3, kind: performed, date: 2020-06-01, by: [AA], of: [p1], source: [s1]}
        - {id: a4, kind: performed, date: 2021-06-01, by: [AA], of: [out], share: 40 %, source: [s1]}
        - {id: a5, kind: breached, date: 2022-04-01, by: [BB], of: [p1], source: [s1]}
        - {id: a6, kind: performed, date: 2022-05-01, by: [AA], of: [out], source: [s1]}
        - {id: a7, kind: denounced, date: 2022-06-01, by: [BB], of: [treaty], source: [hidden], visibility: mediator}
      claims:
        - {id: c1, speaker: Ann Berg, office: Minister, party: AA, said: 2019-11-01, source: [s1], paraphrase: We agree., about: [p1], asserts: agreed, between: [AA, BB]}
        - {id: c2, speaker: Ann Berg, office: Minister, party: AA, said: 2019-11-02, source: [s1], paraphrase: We shall see., about: [p1], asserts: open}
        - {id: c3, speaker: Bo Vane, office: Minister, party: BB, said: 2019-11, source: [s1], paraphrase: No., about: [p1], asserts: rejected}
      """;

  private static CaseView view(Viewer viewer) {
    return assertInstanceOf(
            LoadResult.Loaded.class,
            CaseReader.read(Map.of("a.yaml", CASE)),
            () -> CaseReader.read(Map.of("a.yaml", CASE)).toString())
        .contents()
        .viewFor(viewer);
  }

  private static final CaseView SEEN = view(new Viewer.Public());

  private static List<String> rows(CaseTable table, String... columns) {
    List<String> rows = new ArrayList<>();
    for (Map<String, List<String>> row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        cells.add(String.join(";", row.getOrDefault(column, List.of())));
      }
      rows.add(String.join(" ", cells));
    }
    return rows;
  }

  @Test
  void pointsCarryTheirCodes() {
    assertEquals(
        List.of("treaty p1 Ce cease", "treaty p1 SsrGua "),
        rows(TopicCodes.of(SEEN), "instrument", "point", "code", "provisions"));
    assertEquals(
        List.of("p1 Ce", "p1 SsrGua", "p2 Ele"),
        rows(TopicCodes.of(view(new Viewer.Mediator())), "point", "code"));
  }

  /// Signed on 1 March 2020, so a year ends on the last day of February.
  @Test
  void provisionsAreGradedByTheYearAfterSignature() {
    assertEquals(
        List.of(
            "treaty 1 2021-02-28 cease 3 0 p1",
            "treaty 2 2022-02-28 cease 3 0 p1",
            "treaty 3 2022-12-31 cease 0 1 p1",
            "whole 1 2021-02-28 idps 0 0 back",
            "whole 1 2021-02-28 refug 0 0 back",
            "whole 1 2021-02-28 with 0 0 out",
            "whole 2 2022-02-28 idps 0 0 back",
            "whole 2 2022-02-28 refug 0 0 back",
            "whole 2 2022-02-28 with 1 0 out",
            "whole 3 2022-12-31 idps 0 0 back",
            "whole 3 2022-12-31 refug 0 0 back",
            "whole 3 2022-12-31 with 3 0 out"),
        rows(
            ImplementationGrades.of(SEEN, LocalDate.of(2022, 12, 31)),
            "accord",
            "year",
            "through",
            "provision",
            "implem",
            "revers",
            "of"));
  }

  @Test
  void nothingIsGradedBeforeASignature() {
    assertEquals(List.of(), ImplementationGrades.of(SEEN, LocalDate.of(2020, 2, 28)).rows());
  }

  private static List<JsonNode> events(CaseView view) {
    return PloverEvents.write(view).lines().map(JsonMapper.shared()::readTree).toList();
  }

  private static String summary(JsonNode event) {
    StringBuilder said = new StringBuilder();
    said.append(event.path("id").stringValue())
        .append(' ')
        .append(event.path("date").stringValue());
    for (String key : List.of("event", "mode")) {
      event.path(key).forEach(each -> said.append(' ').append(each.stringValue()));
    }
    for (String key : List.of("actor", "recipient")) {
      event.path(key).forEach(each -> said.append(' ').append(each.path("code").stringValue()));
    }
    return said.toString();
  }

  @Test
  void whatHasACategoryIsAnEvent() {
    assertEquals(
        List.of(
            "c1 2019-11-01 AGREE UKR BB",
            "c3 2019-11-01 REJECT BB",
            "a1 2019-12-01 AGREE UKR BB",
            "a2 2020-03-01 SUPPORT UKR BB",
            "a3 2020-06-01 RETREAT ceasefire UKR",
            "a4 2021-06-01 RETREAT withdraw UKR",
            "a6 2022-05-01 RETREAT withdraw UKR"),
        events(SEEN).stream().map(CodingStoryTest::summary).toList());
    JsonNode claim = events(SEEN).getFirst();
    assertEquals("Ann Berg", claim.path("actor").path(0).path("actorText").stringValue());
    assertEquals("We agree.", claim.path("text").stringValue());
    assertEquals("The Gazette", claim.path("cite").path("publication").stringValue());
    assertEquals("https://example.org/1", claim.path("link").stringValue());
    assertEquals("2019-11-30", events(SEEN).get(1).path("enddate").stringValue());
  }

  @Test
  void aHiddenActIsAnEventForThoseWhoSeeIt() {
    assertEquals(
        "a7 2022-06-01 SANCTION withdraw BB",
        summary(events(view(new Viewer.Mediator())).getLast()));
  }
}
