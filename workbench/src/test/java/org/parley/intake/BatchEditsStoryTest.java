package org.parley.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.source.Source;
import org.parley.reading.Article;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.rules.RuleReader;

/// A folder of texts tells three statements, some of them twice, and each is written once.
class BatchEditsStoryTest {

  private static final LocalDate DAY = LocalDate.of(2031, 3, 4);

  private static final Article GAZETTE =
      article(
          "The Gazette", "Norway's negotiator, Ann Berg, said on Monday that the toll was agreed.");

  private static final Article HERALD =
      article(
          "The Herald",
          "The toll was agreed, Norway's negotiator, Ann Berg, said on Monday. Sweden's envoy, Karl"
              + " Oye, said on Monday the toll was still open.");

  @TempDir Path folder;

  private static Article article(String publisher, String text) {
    return new Article(text, DAY, "A bridge in " + publisher, publisher, null, "en");
  }

  @BeforeEach
  void aBridge() throws Exception {
    Files.writeString(
        folder.resolve("case.yaml"),
        """
        case:
          title: The bridge
        parties:
          - {id: "NO", name: Norway, kind: state}
          - {id: SE, name: Sweden, kind: state}
        instruments:
          - {id: treaty, title: Treaty of the bridge, kind: treaty, signatories: ["NO", SE]}
        points:
          - {id: toll, number: "1", title: The toll, instrument: treaty}
        """);
  }

  private LoadResult.Loaded loaded() throws Exception {
    return (LoadResult.Loaded) CaseFolder.of(folder).load();
  }

  private BatchEdits batch(Article... articles) throws Exception {
    CaseView view = loaded().contents().viewFor(new Viewer.Mediator());
    List<CaseReading> readings = new ArrayList<>();
    for (Article each : articles) {
      readings.add(CaseReading.of(view, each, new RuleReader()));
    }
    return new BatchEdits(view, readings);
  }

  private static List<CaseRecord> records(List<CaseEdit> edits) {
    return edits.stream()
        .map(
            each ->
                switch (each) {
                  case CaseEdit.Add(CaseRecord record, _) -> record;
                  case CaseEdit.Change(CaseRecord record) -> record;
                  default -> throw new AssertionError(each);
                })
        .toList();
  }

  private void write(List<CaseEdit> edits) throws Exception {
    assertTrue(CaseFolder.of(folder).edit(loaded(), edits) instanceof EditResult.Saved);
  }

  @Test
  void twoTextsOfOneStatementMakeOneClaim() throws Exception {
    BatchEdits batch = batch(GAZETTE, HERALD);
    List<CaseRecord> records = records(batch.statements(batch.sound()::contains));
    assertEquals(2, records.stream().filter(Source.class::isInstance).count(), records::toString);
    List<Claim> claims =
        records.stream().filter(Claim.class::isInstance).map(Claim.class::cast).toList();
    assertEquals(2, claims.size(), claims::toString);
    assertEquals(
        Set.of(1, 2), Set.of(claims.get(0).source().size(), claims.get(1).source().size()));
  }

  @Test
  void oneOfItsNumbersIsEnough() throws Exception {
    BatchEdits batch = batch(GAZETTE, HERALD);
    List<CaseRecord> records = records(batch.statements(number -> number == 1));
    assertEquals(3, records.size(), records::toString);
    assertTrue(batch.find(1).isPresent() && batch.find(batch.last()).isPresent());
    assertTrue(batch.find(0).isEmpty() && batch.find(batch.last() + 1).isEmpty());
    assertEquals(List.of(), batch.statements(_ -> false));
  }

  @Test
  void whatIsOnRecordGetsTheSourcesItLacks() throws Exception {
    BatchEdits first = batch(GAZETTE);
    write(first.statements(first.sound()::contains));
    BatchEdits second = batch(GAZETTE, HERALD);
    List<CaseEdit> edits = second.statements(number -> number <= 2);
    assertEquals(2, edits.size(), edits::toString);
    assertTrue(
        edits.get(1) instanceof CaseEdit.Change(Claim claim) && claim.source().size() == 2,
        edits::toString);
    write(edits);
    BatchEdits third = batch(GAZETTE, HERALD);
    assertEquals(List.of(), third.statements(number -> number <= 2));
  }
}
