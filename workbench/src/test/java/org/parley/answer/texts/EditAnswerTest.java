package org.parley.answer.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.board.Board;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.LoadResult;
import org.parley.casefile.Loader;
import org.parley.casefile.yaml.SourceText;
import org.parley.exchange.document.TextChoice;
import org.parley.exchange.document.WrittenText;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.wording.Language;

/// The answer about an edit of a text, with those who agreed to an earlier version.
class EditAnswerTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      sources:
        - {id: paper, title: A paper, publisher: Paper, kind: report, date: 2025-01-01, language: en, reliability: B}
      instruments:
        - id: treaty
          title: Treaty of the river
          kind: treaty
          signatories: [A, B]
          versions:
            - version: "1"
              date: 2025-01-01
              text: |
                Article 1
                Arda shall open the locks within 30 days.
                Article 2
                Brenn shall pay 100 euros.
            - version: "2"
              date: 2025-02-01
              text: |
                Article 1
                Arda shall open the locks.
                Article 2
                Brenn shall pay 100 euros.
      claims:
        - {id: c1, speaker: Ann, party: A, said: 2025-01-10, channel: public, source: [paper], paraphrase: Yes,
           about: [treaty], between: [], asserts: agreed}
        - {id: c2, speaker: Ben, party: B, said: SAID, channel: SEEN, source: [paper], paraphrase: Yes,
           about: [treaty], between: [], asserts: agreedVISIBLE}
      """;

  private static final CaseView BOTH = view("2025-01-11", "public", "", new Viewer.Mediator());

  private static CaseView view(String said, String channel, String visibility, Viewer viewer) {
    String text =
        CASE.replace("SAID", said).replace("SEEN", channel).replace("VISIBLE", visibility);
    LoadResult result =
        Loader.load(
            new CaseFiles.FolderTexts(
                List.of(new SourceText("a.yaml", text)), List.of(), List.of()));
    if (result instanceof LoadResult.Loaded loaded) {
      return loaded.contents().viewFor(viewer);
    }
    throw new AssertionError(result.toString());
  }

  private static EditAnswer answer(CaseView view, Language language) {
    WrittenText text = new TextChoice("treaty", "2", "1", null).in(view, LocalDate.MAX);
    return ScopedValue.where(Language.CURRENT, language)
        .call(() -> EditAnswer.of(text, Board.of(view, AsOf.LATEST)));
  }

  @Test
  void theHeadlineSaysWhatItDoesAndWhoAgreedBefore() {
    assertEquals(
        "One change: one clause loses its time. Arda and Brenn agreed to Treaty of the river in"
            + " version 1, not to this text.",
        answer(BOTH, Language.ENGLISH).headline());
  }

  @Test
  void theConsequenceCarriesOldAndNewWords() {
    EditAnswer.EditConsequence only = answer(BOTH, Language.ENGLISH).consequences().getFirst();
    assertEquals("Loses its time: “within 30 days”", only.says());
    assertEquals("Arda shall open the locks within 30 days.", only.before());
    assertEquals("Arda shall open the locks.", only.after());
    assertEquals(1, only.change());
  }

  @Test
  void everyPartyThatAgreedBeforeIsNamed() {
    assertEquals(parties("A", "B"), agreed(BOTH));
  }

  private static List<PartyId> parties(String... ids) {
    return Stream.of(ids).map(PartyId::new).toList();
  }

  private static List<PartyId> agreed(CaseView view) {
    return answer(view, Language.ENGLISH).agreements().stream()
        .flatMap(each -> each.parties().stream())
        .toList();
  }

  @Test
  void agreementAfterTheNewTextIsToIt() {
    CaseView later = view("2025-02-02", "public", "", new Viewer.Mediator());
    assertEquals(parties("A"), agreed(later));
  }

  @Test
  void agreementTheViewerMayNotSeeIsNotTold() {
    String hidden = ", visibility: {party: B}";
    CaseView seen =
        view("2025-01-11", "confidential", hidden, new Viewer.Delegation(new PartyId("A")));
    assertEquals(parties("A"), agreed(seen));
  }

  @Test
  void itIsSaidInFrench() {
    assertEquals(
        "Perd son délai : « within 30 days »",
        answer(BOTH, Language.FRENCH).consequences().getFirst().says());
  }
}
