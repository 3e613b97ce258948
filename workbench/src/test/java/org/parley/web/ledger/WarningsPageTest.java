package org.parley.web.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.answer.board.WarningsAnswer.RecordWarning;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.model.Viewer;
import org.parley.model.claim.ClaimId;
import org.parley.web.view.BadQuery;
import org.parley.web.view.CaseWarnings;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// The warnings of a large case are in pages, and those of a record are the same.
class WarningsPageTest {

  private static final OpenCase OPEN = open(450);

  /// Claims that were said after their source appeared: one warning each.
  private static OpenCase open(int claims) {
    StringBuilder text =
        new StringBuilder(
            """
            case: {title: The river}
            parties:
              - {id: AA, name: Aland, kind: state}
              - {id: BB, name: Beland, kind: state}
            instruments: {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
            sources: {id: early, publisher: P, title: T, date: 2020-01-01, language: en, reliability: A, kind: report}
            claims:
            """);
    for (int i = 0; i < claims; i++) {
      text.append("  - {id: c")
          .append(i)
          .append(
              ", speaker: Ann, party: AA, said: 2020-01-02, channel: public, about: treaty,"
                  + " asserts: open, paraphrase: Open., source: early}\n");
    }
    LoadResult read = CaseReader.read(Map.of("a.yaml", text.toString()));
    LoadResult.Loaded loaded =
        assertInstanceOf(LoadResult.Loaded.class, read, () -> read.toString());
    return new OpenCase(loaded.contents().viewFor(new Viewer.Mediator()));
  }

  private static WarningsPage page(String number) {
    return WarningsPage.of(OPEN, new Query(Map.of("page", List.of(number))));
  }

  @Test
  void pagesTogetherHaveEveryWarningOnce() {
    List<RecordWarning> all = new ArrayList<>();
    for (String number : List.of("1", "2", "3")) {
      all.addAll(page(number).warnings());
    }
    assertEquals(450, all.size());
    assertEquals(CaseWarnings.of(OPEN).warnings(), all);
    assertEquals(200, page("1").warnings().size());
    assertEquals("/warnings?page=3", page("2").url(3));
    assertEquals("/warnings", page("2").url(1));
    assertThrows(BadQuery.class, () -> page("4"));
  }

  @Test
  void theWarningsOfARecordAreThoseOfTheListAboutIt() {
    RecordWarning own = CaseWarnings.of(OPEN, new ClaimId("c7")).getFirst();
    assertEquals("newer-than-source", own.code());
    assertEquals(
        List.of(own),
        CaseWarnings.of(OPEN).warnings().stream()
            .filter(each -> each.record().value().equals("c7"))
            .toList());
  }
}
