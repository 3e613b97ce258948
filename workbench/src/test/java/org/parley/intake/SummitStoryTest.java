package org.parley.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.board.Board;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Row;
import org.parley.board.word.Stance;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.reading.Article;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.rules.RuleReader;

/// The analyst's day: a text on the meeting of 28 December 2025 is read into a case that knows the
/// parties and documents and no word of anybody, and everything new is accepted.
class SummitStoryTest {

  private static final LocalDate DAY = LocalDate.of(2025, 12, 28);
  private static final Set<String> KEPT =
      Set.of(
          "case.yaml",
          "parties.yaml",
          "instruments.yaml",
          "places.yaml",
          "points.yaml",
          "sources.yaml");

  @TempDir Path folder;

  private static Path example() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("examples"))) {
      at = Objects.requireNonNull(at.getParent());
    }
    return at.resolve("examples").resolve("ukraine-2025");
  }

  private static Case load(Path folder) throws Exception {
    return assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(folder).load()).contents();
  }

  private CaseReading readIntoAnEmptyCopy() throws Exception {
    try (Stream<Path> files = Files.list(example())) {
      for (Path file : files.toList()) {
        if (KEPT.contains(file.getFileName().toString())) {
          Files.copy(file, folder.resolve(file.getFileName().toString()));
        }
      }
    }
    CaseFolder copy = CaseFolder.of(folder);
    LoadResult.Loaded loaded = assertInstanceOf(LoadResult.Loaded.class, copy.load());
    CaseReading reading =
        CaseReading.of(
            loaded.contents().viewFor(new Viewer.Mediator()), article(), new RuleReader());
    EditResult saved = copy.edit(loaded, Intake.edits(reading, reading.news()));
    assertInstanceOf(EditResult.Saved.class, saved, saved.toString());
    return reading;
  }

  private static Article article() throws Exception {
    try (InputStream in =
        assertNotNullStream(SummitStoryTest.class.getResourceAsStream("summit.txt"))) {
      return new Article(
          new String(in.readAllBytes(), StandardCharsets.UTF_8),
          DAY,
          "Zelensky and Trump count what is done and what is not",
          "The Retelling",
          null,
          "en");
    }
  }

  private static InputStream assertNotNullStream(InputStream in) {
    assertNotNull(in);
    return in;
  }

  @Test
  void theBoardAgreesWithTheOneMadeByHandWhereverBothSpeak() throws Exception {
    readIntoAnEmptyCopy();
    CaseView read = load(folder).viewFor(new Viewer.Mediator());
    Board byHand =
        Board.of(load(example()).viewFor(new Viewer.Mediator()), new AsOf(DAY, DAY.plusDays(1)));
    Board asRead = Board.of(read, new AsOf(DAY, DAY.plusDays(1)));
    Set<String> both = new TreeSet<>();
    List<String> differ = new ArrayList<>();
    for (Row row : asRead.rows()) {
      for (Cell cell : row.cells()) {
        Cell other =
            byHand.get(row.subject()).cells().stream()
                .filter(each -> each.party().equals(cell.party()))
                .findFirst()
                .orElseThrow();
        if (cell.stance() != Stance.SILENT && other.stance() != Stance.SILENT) {
          String name = row.subject() + " " + cell.party();
          both.add(name);
          if (cell.stance() != other.stance()) {
            differ.add(name + ": read " + cell.stance() + ", by hand " + other.stance());
          }
        }
      }
    }
    assertEquals(List.of(), differ, "of " + both);
    assertTrue(both.size() >= 8, "both speak of " + both);
  }

  @Test
  void theSharesThatWereSaidStandBesideWhatIsOnRecord() throws Exception {
    readIntoAnEmptyCopy();
    CaseView read = load(folder).viewFor(new Viewer.Mediator());
    List<String> shares =
        Board.of(read, new AsOf(DAY, DAY.plusDays(1))).quotedShares().stream()
            .map(each -> read.get(each.claim()))
            .map(claim -> claim.speaker() + " " + claim.asserts())
            .toList();
    assertTrue(
        shares.stream().anyMatch(each -> each.contains("Zelensky") && each.contains("90")),
        shares.toString());
    assertTrue(
        shares.stream().anyMatch(each -> each.contains("Trump") && each.contains("95")),
        shares.toString());
  }

  @Test
  void everyClaimQuotesTheText() throws Exception {
    CaseReading reading = readIntoAnEmptyCopy();
    String text = article().text();
    int claims = 0;
    for (CaseReading.Accepted accepted : reading.accept(reading.news())) {
      CaseRecord record = accepted.record();
      if (record instanceof Claim claim) {
        claims++;
        LocalizedText quote = claim.quote();
        String words = quote != null ? quote.text() : claim.paraphrase();
        assertTrue(text.contains(Objects.requireNonNull(words)), words);
      }
    }
    assertTrue(claims >= 8, claims + " claims");
  }
}
