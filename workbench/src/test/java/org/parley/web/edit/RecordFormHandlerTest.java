package org.parley.web.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.text.Point;
import org.parley.store.FolderJournal;
import org.parley.web.service.CaseService;
import org.parley.web.service.FolderCaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;

/// A form sent to a case in a folder: saved, shown again with what is wrong, or put to a choice.
@NullMarked
class RecordFormHandlerTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2025-12-28T12:00:00Z"), ZoneOffset.UTC);
  private static final Visitor ANN = Visitor.mediator("ann");
  private static final Visitor BO = Visitor.delegation("bo", new PartyId("B"));

  @TempDir Path folder;
  private FolderJournal journal;
  private FolderCaseService service;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        case: {title: The river}
        parties:
          - {id: A, name: Arda, kind: state}
          - {id: B, name: Brenn, kind: state}
        instruments:
          - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
        points:
          - {id: p1, instrument: treaty, number: "1", title: Water, summary: Of the river}
        """);
    journal = new FolderJournal(folder, "files", NOON);
    service = new FolderCaseService(folder, journal);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private OpenCase read(Visitor visitor) {
    return assertInstanceOf(CaseService.CaseAccess.Opened.class, service.read(visitor)).open();
  }

  private RecordFormHandler handler(
      Visitor visitor, String kind, String id, Map<String, List<String>> sent) {
    return new RecordFormHandler(service, visitor, read(visitor), RecordForm.of(kind), id, sent);
  }

  private static Map<String, List<String>> typed(String... pairs) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], List.of(pairs[i + 1]));
    }
    return all;
  }

  private CaseRecord record(String id) {
    return read(ANN).view().find(id).orElseThrow();
  }

  private Point p1() {
    return (Point) record("p1");
  }

  private String base() {
    return CaseWriter.text(record("p1"));
  }

  private static Map<String, List<String>> point(String base, String title, String summary) {
    return typed(
        "_base",
        base,
        "number",
        "1",
        "title",
        title,
        "summary",
        summary,
        "instrument",
        "treaty",
        "visibility",
        "public");
  }

  private static EditPage shown(RecordFormHandler.Outcome outcome) {
    return assertInstanceOf(RecordFormHandler.Outcome.Show.class, outcome).page();
  }

  private static String done(RecordFormHandler.Outcome outcome) {
    return assertInstanceOf(RecordFormHandler.Outcome.Done.class, outcome, outcome.toString()).id();
  }

  // new records

  @Test
  void aNewRecordIsSavedUnderTheIdThatWasTypedOrOneOfItsOwn() {
    assertEquals(
        "p2",
        done(
            handler(
                    ANN,
                    "points",
                    "",
                    typed(
                        "id",
                        "p2",
                        "number",
                        "2",
                        "title",
                        "Ships",
                        "instrument",
                        "treaty",
                        "visibility",
                        "mediator"))
                .answer()));
    String made =
        done(
            handler(
                    ANN,
                    "points",
                    "",
                    typed(
                        "number",
                        "3",
                        "title",
                        "Court",
                        "instrument",
                        "treaty",
                        "visibility",
                        "mediator"))
                .answer());
    assertFalse(made.isEmpty());
    assertEquals("Court", ((Point) record(made)).title().text());
  }

  @Test
  void aFormWithFaultsIsShownAgainWithWhatWasTyped() {
    EditPage page =
        shown(
            handler(
                    ANN,
                    "points",
                    "",
                    typed("id", "p2", "number", "2", "title", "Ships", "instrument", "lease"))
                .answer());
    assertTrue(page.wrong() >= 1);
    FormField title = field(page, "title");
    assertEquals("Ships", assertInstanceOf(FormField.Translatable.class, title).line().value());
    assertTrue(field(page, "instrument").head().isWrong());
    assertTrue(read(ANN).view().find("p2").isEmpty());
  }

  private static FormField field(EditPage page, String name) {
    return page.parts().stream()
        .flatMap(part -> part.fields().stream())
        .filter(each -> each.head().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void widerReadersThanConfirmedAreAskedForOnce() {
    Map<String, List<String>> sent =
        typed(
            "id",
            "p2",
            "number",
            "2",
            "title",
            "Ships",
            "instrument",
            "treaty",
            "visibility",
            "public",
            "_seen",
            "mediator");
    EditPage page = shown(handler(ANN, "points", "", sent).answer());
    assertEquals(1, page.asks().size());
    assertTrue(read(ANN).view().find("p2").isEmpty());
    sent.put("_seen", List.of(page.audience().confirmed()));
    assertEquals("p2", done(handler(ANN, "points", "", sent).answer()));
  }

  @Test
  void aFreshFormTakesFieldsFromTheAddressAndTheUsualReaders() {
    EditPage page = handler(BO, "claims", "", typed("party", "B", "visibility", "public")).fresh();
    assertEquals("B", assertInstanceOf(FormField.Line.class, field(page, "party")).value());
    assertFalse(page.audience().chosen().equals("public"));
    assertEquals("", page.id());
  }

  // existing records

  @Test
  void anExistingRecordIsChanged() {
    assertEquals(
        "p1", done(handler(ANN, "points", "p1", point(base(), "Waters", "Of the river")).answer()));
    assertEquals("Waters", p1().title().text());
  }

  @Test
  void theIdOfAnExistingRecordIsNotChangedByTyping() {
    Map<String, List<String>> sent = point(base(), "Waters", "Of the river");
    sent.put("id", List.of("p9"));
    assertEquals("p1", done(handler(ANN, "points", "p1", sent).answer()));
    assertTrue(read(ANN).view().find("p9").isEmpty());
  }

  @Test
  void changesOfDifferentFieldsAreJoined() {
    String begun = base();
    done(handler(ANN, "points", "p1", point(begun, "Waters", "Of the river")).answer());
    RecordFormHandler.Outcome outcome =
        handler(ANN, "points", "p1", point(begun, "Water", "Of the whole river")).answer();
    MergePage merge = assertInstanceOf(RecordFormHandler.Outcome.Choose.class, outcome).page();
    assertEquals(List.of(), merge.choices());
    assertEquals(1, merge.taken().size());
    Map<String, List<String>> joined = point(begun, "Water", "Of the whole river");
    joined.put("_theirs", List.of(base()));
    done(handler(ANN, "points", "p1", joined).answer());
    assertEquals("Waters", p1().title().text());
    assertEquals("Of the whole river", p1().summary());
  }

  @Test
  void twoChangesOfOneFieldArePutToAChoice() {
    String begun = base();
    done(handler(ANN, "points", "p1", point(begun, "Waters", "Of the river")).answer());
    Map<String, List<String>> mine = point(begun, "Streams", "Of the river");
    MergePage merge =
        assertInstanceOf(
                RecordFormHandler.Outcome.Choose.class, handler(ANN, "points", "p1", mine).answer())
            .page();
    assertEquals(1, merge.choices().size());
    assertEquals("Waters", p1().title().text(), "nothing is saved before the choice");
    mine.put("_theirs", List.of(base()));
    mine.put(merge.choices().getFirst().name(), List.of("theirs"));
    done(handler(ANN, "points", "p1", mine).answer());
    assertEquals("Waters", p1().title().text());
    mine.put(merge.choices().getFirst().name(), List.of("mine"));
    mine.put("_theirs", List.of(base()));
    done(handler(ANN, "points", "p1", mine).answer());
    assertEquals("Streams", p1().title().text());
  }

  @Test
  void aBaseThatWasTamperedWithIsRefused() {
    for (String base : List.of("", "{", "id: p9", "- 1")) {
      EditPage page =
          shown(handler(ANN, "points", "p1", point(base, "Waters", "Of the river")).answer());
      assertTrue(page.wrong() >= 1, base);
      assertEquals("Water", p1().title().text());
    }
  }

  @Test
  void aDelegationMayNotChangeAPoint() {
    EditPage page =
        shown(handler(BO, "points", "p1", point(base(), "Waters", "Of the river")).answer());
    assertTrue(page.wrong() >= 1);
    assertEquals("Water", p1().title().text());
  }

  // rows

  @Test
  void rowsAreAddedAndRemovedWithoutSaving() {
    Map<String, List<String>> sent = point(base(), "Water", "Of the river");
    sent.put("options/0/title", List.of("Half"));
    sent.put("options/1/title", List.of("A third"));
    sent.put("_do", List.of("add:options"));
    FormField.Rows more =
        assertInstanceOf(
            FormField.Rows.class,
            field(shown(handler(ANN, "points", "p1", sent).answer()), "options"));
    assertEquals(3, more.rows().size());
    sent.put("_do", List.of("remove:options/0"));
    FormField.Rows fewer =
        assertInstanceOf(
            FormField.Rows.class,
            field(shown(handler(ANN, "points", "p1", sent).answer()), "options"));
    assertEquals(1, fewer.rows().size());
    assertTrue(fewer.rows().getFirst().title().endsWith("A third"));
    assertEquals(List.of(), p1().options());
  }

  @Test
  void aReasonIsKeptAndCut() {
    Map<String, List<String>> sent = point(base(), "Waters", "Of the river");
    sent.put("_why", List.of(" They said so. "));
    done(handler(ANN, "points", "p1", sent).answer());
    assertTrue(
        java.util.Objects.requireNonNull(service.history().journal())
            .list(99, 1)
            .getFirst()
            .why()
            .startsWith("They said so."));
    Map<String, List<String>> wrong = point(base(), "", "Of the river");
    wrong.put("_why", List.of("w".repeat(3_000)));
    assertEquals(2_000, shown(handler(ANN, "points", "p1", wrong).answer()).why().length());
  }
}
