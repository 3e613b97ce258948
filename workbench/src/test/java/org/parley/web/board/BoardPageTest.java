package org.parley.web.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.model.Viewer;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;

class BoardPageTest {

  @Test
  void aFullStopInTheNameOfAPartyEndsNoSentence() {
    String text =
        """
        case: {title: The strait}
        parties:
          - {id: LC, name: St. Lucia, kind: state}
          - {id: VC, name: St. Vincent, kind: state}
        instruments:
          - {id: treaty, title: Treaty, kind: treaty, signatories: [LC, VC]}
        points:
          - {id: p1, instrument: treaty, number: "1", title: Water}
          - {id: p2, instrument: treaty, number: "2", title: Fish}
        sources:
          - {id: gazette, publisher: Gazette, title: Of the week, date: 2025-03-01, kind: report, reliability: B, language: en}
        claims:
          - {id: c1, speaker: The minister, office: Water, party: LC, said: 2025-02-28, about: [p1], between: [LC, VC], asserts: agreed, paraphrase: Yes, source: gazette}
        """;
    OpenCase open = open(text);
    BoardPage page = BoardPage.of(open, ViewedDay.of(new Query(Map.of()), open));
    assertEquals(
        "St. Lucia and St. Vincent: 1 of 2 points agreed, on the word of St. Lucia.",
        page.answer());
    assertEquals("Not agreed: 2 Fish.", page.answerContinued());
  }

  @Test
  void anEmptyCaseIsLookedAtToday() {
    LocalDate before = LocalDate.now(ZoneOffset.UTC);
    OpenCase open = open("case: {title: New talks}");
    BoardPage page = BoardPage.of(open, ViewedDay.of(new Query(Map.of()), open));
    LocalDate shown = page.moment().shown();
    assertFalse(shown.isBefore(before) || shown.isAfter(before.plusDays(1)), shown.toString());
  }

  private static OpenCase open(String text) {
    LoadResult loaded = CaseReader.read(Map.of("a.yaml", text));
    return new OpenCase(
        assertInstanceOf(LoadResult.Loaded.class, loaded, loaded.toString())
            .contents()
            .viewFor(new Viewer.Public()));
  }

  /// A party that stands in no column may contradict itself as any other.
  @Test
  void whoContradictsItselfNeedsNoColumn() {
    String text =
        """
        case: {title: The river, columns: [A]}
        parties:
          - {id: A, name: Arda, kind: state}
          - {id: C, name: Ceres, kind: state}
        instruments:
          - {id: treaty, title: Treaty, kind: treaty, signatories: [A]}
        points:
          - {id: p1, instrument: treaty, number: "1", title: Water}
        sources:
          - {id: gazette, publisher: Gazette, title: Of the week, date: 2025-03-01, kind: report, reliability: B, language: en}
        claims:
          - {id: c1, speaker: The minister, office: Water, party: C, said: 2025-02-28, about: [p1], asserts: agreed, paraphrase: Yes, source: gazette}
          - {id: c2, speaker: The envoy, office: Envoy, party: C, said: 2025-02-28, about: [p1], asserts: rejected, paraphrase: No, contradicts: [c1], source: gazette}
        """;
    OpenCase open = open(text);
    BoardPage page = BoardPage.of(open, ViewedDay.of(new Query(Map.of()), open));
    assertEquals(1, page.board().columns().size());
    assertFalse(page.board().contradictions().isEmpty());
  }
}
