package org.parley.answer.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.board.Board;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.exchange.document.TextChoice;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;

/// Edits of a text that open and close holes, and tie and untie knots: every effect is found, and
/// none invented. The way back has the opposite effects.
class CaseEffectsTest {

  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

  /// The clauses of the points. The guarantee rests on `help`; a demand on `leave`, which says how
  /// soon, and another on `wait`, which says how late.
  private static final Map<String, String> CLAUSES =
      Map.of(
          "help", "Arda shall defend Bel against any armed attack.",
          "leave", "Cora shall leave the valley within 60 days of signature.",
          "wait", "Cora shall hand over the bridge after 45 days.",
          "camps", "Bel shall close its camps by 1 June 2025.",
          "keys", "Arda shall keep the keys of the camps.",
          "trade", "Bel shall open its markets within 90 days of signature.");

  @SuppressWarnings("InlineFormatString")
  private static final String CASE =
      """
      case: {title: The valley}
      parties:
        - {id: arda, name: Arda, kind: state}
        - {id: bel, name: Bel, kind: state}
        - {id: cora, name: Cora, kind: state}
      sources: {id: s, publisher: Post, title: News, date: 2025-01-01, language: en, reliability: B, kind: report}
      instruments: {id: treaty, title: Treaty, kind: treaty, signatories: [arda, bel, cora]}
      points:
      %s
      guarantees:
        - id: g
          title: Help
          points: help
          obligors: arda
          liability: each
          beneficiary: bel
          force: act
          trigger: {happens: {kinds: attack}}
          determination: {council: {body: arda, question: armed-attack, members: [arda, bel], needed: 1}}
          ladder: {name: aid, act: send-troops, clockFrom: occurrence, within: {length: 24 hours, lastInstant: in-time}}
          inForce: {}
          suspendedClock: runs
          openDuties: lapse
          escalation: none
          ties: [fulfilment, voiding, release, suspension, deadline, end]
      coverageQuestions:
        - id: q
          title: Is the valley safe?
          from: 2025-01-01
          until: 2026-01-01
          leastForce: act
          threats: {title: An attack, kind: attack, by: cora, on: bel}
      steps:
        - {id: signing, title: The treaty is signed, by: [arda, bel], source: s}
        - {id: leaving, title: Cora leaves, by: cora, source: s}
        - {id: opening, title: Markets open, by: bel, source: s}
        - {id: closing, title: Camps close, by: bel, source: s}
      demands:
        - {id: soon, text: Cora leaves soon, by: bel, points: leave, allOf: [{after: {step: leaving, of: signing, most: P60D}}]}
        - {id: late, text: Cora leaves late, by: cora, points: wait, allOf: [{after: {step: leaving, of: signing, least: P45D}}]}
        - {id: shut, text: Camps close in June, by: arda, points: camps, allOf: [{by: {step: closing, date: 2025-06-01}}]}
        - {id: kept, text: Camps stay until July, by: bel, points: keys, allOf: [{not-before: {step: closing, date: 2025-07-15}}]}
        - {id: open, text: Markets open, by: arda, points: trade, allOf: [{after: {step: opening, of: signing, most: P90D}}]}
      """;

  private static CaseView view(String changed, String clause) {
    StringBuilder points = new StringBuilder();
    int number = 0;
    for (Map.Entry<String, String> each : new TreeMap<>(CLAUSES).entrySet()) {
      Map<String, String> texts = new LinkedHashMap<>();
      texts.put("v1", each.getValue());
      texts.put("v2", each.getKey().equals(changed) ? clause : each.getValue());
      points.append(
          "  - {id: %s, number: \"%s\", title: %s, instrument: treaty, texts: ["
              .formatted(each.getKey(), String.valueOf(++number), each.getKey()));
      texts.forEach(
          (version, text) ->
              points.append(
                  "{version: %s, date: 2025-0%s-01, status: proposal, language: en, source: s, text: \"%s\"}, "
                      .formatted(version, version.substring(1), text)));
      points.append("]}\n");
    }
    LoadResult read =
        CaseReader.read(Map.of("case.yaml", CASE.formatted(points.toString().stripTrailing())));
    return assertInstanceOf(LoadResult.Loaded.class, read, read.toString())
        .contents()
        .viewFor(new Viewer.Mediator());
  }

  private static EditAnswer answer(CaseView view, String from, String to) {
    Board board = Board.of(view, AsOf.LATEST);
    return EditAnswer.of(new TextChoice("treaty", to, from, null).in(view, DAY), board);
  }

  private static String told(EditAnswer answer) {
    return String.join(
        "; ",
        answer.effects().stream()
            .map(
                each -> each.kind() + " " + String.join("+", each.records()) + " " + each.changes())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          help  | Arda may defend Bel against any armed attack.                          | HOLE_OPENS g [1]
          help  | Arda shall endeavour to defend Bel against any armed attack.           | HOLE_OPENS g [1]
          help  | Cora shall defend Bel against any armed attack.                        | HOLE_OPENS g [1]
          help  | Arda shall defend Bel at once against any armed attack.                | ''
          help  | Arda shall always defend Bel against every armed attack.               | ''
          leave | Cora shall leave the valley within 30 days of signature.               | KNOT_TIED soon [1]
          leave | Cora shall leave the valley within 4 weeks of signature.               | KNOT_TIED soon [1]
          leave | Cora shall leave the valley within 50 days of signature.               | ''
          leave | Cora shall leave the valley within 90 days of signature.               | ''
          leave | Cora may leave the valley within 60 days of signature.                 | ''
          leave | Cora shall leave the valley within one month of signature.             | KNOT_TIED soon [1]
          leave | Cora shall leave the valley.                                           | ''
          leave | Cora shall leave the valley promptly.                                  | ''
          wait  | Cora shall hand over the bridge after 75 days.                         | KNOT_TIED late [1]
          wait  | Cora shall hand over the bridge after 30 days.                         | ''
          wait  | Cora shall hand over the old bridge after 45 days.                     | ''
          camps | Bel shall close its camps by 1 August 2025.                            | KNOT_UNTIED shut [1]
          camps | Bel shall close its camps by 1 May 2025.                               | ''
          camps | Bel may close its camps by 1 June 2025.                                | KNOT_UNTIED shut [1]
          keys  | Arda may keep the keys of the camps.                                   | KNOT_UNTIED kept [1]
          keys  | Arda shall keep all keys of the camps.                                 | ''
          help  | Arda and Bel are friends.                                              | HOLE_OPENS g [1]
          trade | Bel shall open its markets within 10 days of signature.                | ''
          trade | Bel may open its markets within 90 days of signature.                  | ''
          """)
  void everyEffectIsFoundAndNoneInvented(String point, String clause, String expected) {
    CaseView view = view(point, clause);
    assertEquals(expected, told(answer(view, "v1", "v2")));
    assertEquals(turned(expected), told(answer(view, "v2", "v1")));
    assertEquals("", told(answer(view, "v1", "v1")));
  }

  private static String turned(String expected) {
    return expected.contains("KNOT_UNTIED")
        ? expected.replace("KNOT_UNTIED", "KNOT_TIED")
        : expected.replace("HOLE_OPENS", "HOLE_CLOSES").replace("KNOT_TIED", "KNOT_UNTIED");
  }

  @Test
  void effectsAreSaid() {
    assertEquals(
        List.of("A hole opens in “Is the valley safe?”: An attack, 2025"),
        answer(view("help", "Arda may defend Bel against any armed attack."), "v1", "v2")
            .effects()
            .stream()
            .map(each -> each.says().replaceAll(", .*2025.*", ", 2025"))
            .toList());
    assertEquals(
        List.of("A knot is tied: “Cora leaves late” (late) and “Cora leaves soon” (soon)"),
        answer(
                view("leave", "Cora shall leave the valley within 30 days of signature."),
                "v1",
                "v2")
            .effects()
            .stream()
            .map(EditAnswer.EditEffect::says)
            .toList());
  }
}
