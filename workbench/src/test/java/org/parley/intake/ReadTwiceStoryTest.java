package org.parley.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.source.Reliability;
import org.parley.reading.Article;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.rules.RuleReader;

/// Two states negotiate on a bridge; the same text comes in twice, and then another that repeats
/// it.
class ReadTwiceStoryTest {

  private static final LocalDate DAY = LocalDate.of(2031, 3, 4);
  private static final String TEXT =
      """
      Published: 4 March 2031
      By Nora Quill

      A bridge, nearly

      Norway's negotiator, Ann Berg, said on Monday that the toll was agreed. Sweden's envoy, Karl \
      Oye, said the toll was still open.

      The delegations will meet in Oslo on 12 March. The toll protocol is to be sent to parliament \
      next week.
      """;

  @TempDir Path folder;

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
          - id: toll
            number: 1
            title: The toll
            instrument: treaty
            options: [{id: toll-none, title: None}, {id: toll-coin, title: A coin a cart}]
        """);
  }

  private LoadResult.Loaded load() throws Exception {
    return assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(folder).load());
  }

  private static CaseReading read(LoadResult.Loaded loaded, String text, @Nullable String publisher)
      throws Exception {
    CaseView view = loaded.contents().viewFor(new Viewer.Mediator());
    Article article = new Article(text, DAY, null, publisher, null, "en");
    return CaseReading.of(view, article, new RuleReader());
  }

  private CaseReading accepted(String text, @Nullable String publisher) throws Exception {
    LoadResult.Loaded loaded = load();
    CaseReading reading = read(loaded, text, publisher);
    EditResult saved = CaseFolder.of(folder).edit(loaded, Intake.edits(reading, reading.news()));
    assertInstanceOf(EditResult.Saved.class, saved, saved.toString());
    return reading;
  }

  @Test
  void theSecondTimeNothingIsNew() throws Exception {
    CaseReading first = accepted(TEXT, null);
    assertTrue(first.news().size() >= 4, first.candidates().toString());
    CaseReading second = read(load(), TEXT, null);
    assertTrue(second.isKnownSource());
    assertEquals(List.of(), second.news(), second.candidates().toString());
  }

  @Test
  void linesAboutTheTextAreNotItsTitle() throws Exception {
    assertEquals("A bridge, nearly", read(load(), TEXT, null).source().title().text());
  }

  @Test
  void aClaimOnRecordIsKnownWhoeverRepeatsIt() throws Exception {
    accepted(TEXT, "The Oslo Courier");
    CaseReading other =
        read(
            load(),
            "On Monday Norway's negotiator, Ann Berg, said the toll was agreed, The Oslo Courier"
                + " reported.",
            "The Malmo Post");
    Candidate claim =
        other.candidates().stream().filter(each -> each.known() != null).findFirst().orElseThrow();
    assertEquals("c-0303-berg-toll", String.valueOf(claim.known()));
    assertEquals(
        load().contents().viewFor(new Viewer.Mediator()).sources().getFirst().id(),
        other.source().relays());
  }

  @Test
  void gradesComeOfWhatIsVisible() throws Exception {
    CaseReading named = read(load(), TEXT, null);
    assertEquals(Reliability.B, named.source().reliability(), named.whyReliable());
    CaseReading unnamed =
        read(load(), "Officials familiar with the talks said the toll was agreed.", null);
    assertEquals(Reliability.D, unnamed.source().reliability(), unnamed.whyReliable());
    CaseReading silent = read(load(), "The weather in Oslo was fine.", null);
    assertEquals(Reliability.F, silent.source().reliability(), silent.whyReliable());
    assertNull(silent.source().relays());
  }

  @Test
  void aPublisherOnRecordKeepsItsGrade() throws Exception {
    accepted(TEXT, "The Oslo Courier");
    CaseReading later =
        read(
            load(),
            "Officials familiar with the talks said the toll was agreed.",
            "The Oslo Courier");
    assertEquals(Reliability.B, later.source().reliability());
    assertTrue(later.whyReliable().contains("same publisher"), later.whyReliable());
  }
}
