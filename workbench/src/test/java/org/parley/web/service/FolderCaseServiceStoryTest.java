package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.position.Position;
import org.parley.model.source.Source;
import org.parley.store.Entry;
import org.parley.store.FolderJournal;
import org.parley.web.view.OpenCase;

/// Somebody changes a case in the browser while others change it there and in its files.
class FolderCaseServiceStoryTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2025-12-28T12:00:00Z"), ZoneOffset.UTC);
  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state} # upstream
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
      positions:
        - {id: a-water, party: A, point: p1, concludes: Wants half, illustrative: true, visibility: {party: A}}
      """;

  private static final Visitor ANN = Visitor.mediator("Ann");
  private static final Visitor BEN = Visitor.mediator("Ben");

  @TempDir Path folder;
  private FolderJournal journal;
  private FolderCaseService desk;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), CASE);
    journal = new FolderJournal(folder, "files", NOON);
    desk = new FolderCaseService(folder, journal);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private OpenCase read(Visitor visitor) {
    return assertInstanceOf(CaseService.CaseAccess.Opened.class, desk.read(visitor)).open();
  }

  private CaseRecord record(String key, String text) {
    return Objects.requireNonNull(
        new RecordReader(read(ANN).view().records()).read(key, text).record());
  }

  private Position water(String concludes) {
    return (Position)
        record(
            "positions",
            "{id: a-water, party: A, point: p1, concludes: %s, illustrative: true, visibility: {party: A}}"
                .formatted(concludes));
  }

  private SaveOutcome change(Visitor visitor, CaseRecord record, Version base) {
    return desk.change(
        visitor,
        List.of(new CaseEdit.Change(record)),
        "They said so.",
        Map.of(record.id().value(), base));
  }

  private Version version(String id) {
    return Version.of(read(ANN).view().find(id).orElseThrow());
  }

  @Test
  void aChangeIsInTheFilesAndInTheJournal() throws IOException {
    SaveOutcome saving = change(ANN, water("Wants a third"), version("a-water"));
    assertInstanceOf(SaveOutcome.Saved.class, saving);
    String text = Files.readString(folder.resolve("a.yaml"));
    assertTrue(text.contains("Wants a third") && text.contains("# upstream"), text);
    Entry last = Objects.requireNonNull(desk.history().journal()).list(99, 1).getFirst();
    assertEquals("Ann", last.who());
    assertEquals("They said so.", last.why());
    assertTrue(String.valueOf(last.change().before()).contains("Wants half"));
    assertTrue(String.valueOf(last.change().after()).contains("Wants a third"));
  }

  @Test
  void whoeverComesSecondIsShownBothVersions() {
    Version seen = version("a-water");
    assertInstanceOf(SaveOutcome.Saved.class, change(ANN, water("Wants a third"), seen));
    SaveOutcome.Conflict conflict =
        assertInstanceOf(SaveOutcome.Conflict.class, change(BEN, water("Wants all"), seen));
    SaveOutcome.Clash clash = conflict.clashes().getFirst();
    assertEquals("Wants all", ((Position) Objects.requireNonNull(clash.wanted())).concludes());
    assertEquals("Wants a third", ((Position) Objects.requireNonNull(clash.current())).concludes());
    assertInstanceOf(
        SaveOutcome.Saved.class, change(BEN, water("Wants all"), version("a-water")), "by choice");
  }

  @Test
  void aChangeByHandIsNotOverwritten() throws IOException {
    Version seen = version("a-water");
    Files.writeString(folder.resolve("a.yaml"), CASE.replace("Wants half", "Wants it by hand"));
    SaveOutcome saving = change(ANN, water("Wants a third"), seen);
    SaveOutcome.Clash clash =
        assertInstanceOf(SaveOutcome.Conflict.class, saving).clashes().getFirst();
    assertEquals(
        "Wants it by hand", ((Position) Objects.requireNonNull(clash.current())).concludes());
    assertTrue(Files.readString(folder.resolve("a.yaml")).contains("Wants it by hand"));
  }

  /// The folder itself may begin with a dot; a folder in it that does is no part of the case.
  @Test
  void aChangeByHandInAFolderBelowIsSeenWhateverTheCaseFolderIsCalled() throws IOException {
    Path hidden = folder.resolve(".river");
    Path below = Files.createDirectories(hidden.resolve("upstream"));
    Files.writeString(hidden.resolve("a.yaml"), CASE);
    Path sources = below.resolve("sources.yaml");
    String text =
        "sources: [{id: s, publisher: P, title: One, date: 2025-01-01, kind: report,"
            + " reliability: B, language: en}]";
    Files.writeString(sources, text);
    FolderCaseService service = new FolderCaseService(hidden, null);
    assertEquals("One", title(service));
    Files.writeString(sources, text.replace("One", "Two by hand"));
    service.reading().run();
    assertEquals("Two by hand", title(service));
  }

  private static String title(CaseService service) {
    CaseRecord source =
        assertInstanceOf(CaseService.CaseAccess.Opened.class, service.read(ANN))
            .open()
            .view()
            .find("s")
            .orElseThrow();
    return assertInstanceOf(Source.class, source).title().text();
  }

  @Test
  void aChangeByHandElsewhereStays() throws IOException {
    Version seen = version("a-water");
    Files.writeString(folder.resolve("a.yaml"), CASE.replace("Brenn", "Brenn on the hill"));
    assertInstanceOf(SaveOutcome.Saved.class, change(ANN, water("Wants a third"), seen));
    String text = Files.readString(folder.resolve("a.yaml"));
    assertTrue(text.contains("Brenn on the hill") && text.contains("Wants a third"), text);
    assertEquals("Brenn on the hill", read(ANN).view().get(new PartyId("B")).name().text());
  }

  @Test
  void whatIsWrongIsSaidAtItsField() throws IOException {
    Position wrong =
        (Position)
            record(
                "positions",
                "{id: b-water, party: Z, point: p1, concludes: x, illustrative: true}");
    SaveOutcome saving = desk.change(ANN, List.of(new CaseEdit.Add(wrong, null)), "", Map.of());
    SaveOutcome.Trouble trouble =
        assertInstanceOf(SaveOutcome.Refused.class, saving).troubles().getFirst();
    assertEquals("b-water", trouble.record());
    assertEquals(List.of("party"), trouble.path());
    assertEquals(CASE, Files.readString(folder.resolve("a.yaml")));
  }

  @Test
  void aChangeSaysWhatItIsBasedOn() {
    SaveOutcome saving =
        desk.change(ANN, List.of(new CaseEdit.Change(water("Wants all"))), "", Map.of());
    assertEquals(
        ChangeRefusal.Plain.BASELESS_CHANGE,
        assertInstanceOf(SaveOutcome.Refused.class, saving)
            .troubles()
            .getFirst()
            .complaint()
            .why());
  }

  @Test
  void onlyThoseWhoSeeAChangeHearOfIt() {
    Visitor arda = Visitor.delegation("Al", new PartyId("A"));
    Visitor brenn = Visitor.delegation("Bo", new PartyId("B"));
    AtomicInteger toA = new AtomicInteger();
    AtomicInteger toB = new AtomicInteger();
    OpenCase before = read(brenn);
    try (CaseService.Watching _ = desk.watch(arda, toA::incrementAndGet);
        CaseService.Watching _ = desk.watch(brenn, toB::incrementAndGet)) {
      assertInstanceOf(
          SaveOutcome.Saved.class, change(ANN, water("Wants a third"), version("a-water")));
      assertEquals(1, toA.get());
      assertEquals(0, toB.get());
      assertSame(before, read(brenn), "what nobody sees changes nothing");
      CaseRecord shared =
          record("positions", "{id: b1, party: B, point: p1, concludes: x, illustrative: true}");
      assertInstanceOf(
          SaveOutcome.Saved.class,
          desk.change(ANN, List.of(new CaseEdit.Add(shared, null)), "", Map.of()));
      assertEquals(2, toA.get());
      assertEquals(1, toB.get());
      assertNotSame(before, read(brenn));
    }
  }

  @Test
  void aFieldThatCannotBeReadIsNamed() {
    RecordReader.Read<CaseRecord> read =
        new RecordReader(read(ANN).view().records())
            .read("positions", "{\"id\": \"x\", \"party\": \"A\", \"rank\": \"high\"}");
    assertTrue(
        read.problems().stream().anyMatch(each -> each.path().equals(List.of("rank"))),
        read.problems().toString());
    assertTrue(
        read.problems().stream().anyMatch(each -> each.path().isEmpty()),
        read.problems().toString());
  }
}
