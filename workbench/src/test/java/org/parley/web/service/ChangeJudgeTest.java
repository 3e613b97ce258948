package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.claim.Claim;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.store.AppendResult;
import org.parley.store.Entry;
import org.parley.store.Journal;

class ChangeJudgeTest {

  private static final Visitor ANN = Visitor.mediator("Ann");
  private static final Visitor ADA = Visitor.delegation("Ada", new PartyId("A"));
  private static final String LONG = "a-" + "x".repeat(62);

  @TempDir Path folder;

  private static Case read(String text) {
    return switch (CaseReader.read(Map.of("a.yaml", text))) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  /// A world with hidden sources of these ids and a hidden claim read in the first.
  private static Case world(String... hidden) {
    StringBuilder text =
        new StringBuilder(
            """
            case: {title: The river}
            parties:
              - {id: A, name: Arda, kind: state}
              - {id: B, name: Brenn, kind: state}
            instruments:
              - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
            claims:
              - {id: c, speaker: Mo, party: A, said: 2025-01-01, channel: public, source: [%s], paraphrase: Words, about: [whole], asserts: open, visibility: mediator}
            sources:
              - %s
            """
                .formatted(hidden[0], source("open", "Open", "public")));
    for (String id : hidden) {
      text.append("  - ").append(source(id, "Hidden", "mediator")).append('\n');
    }
    return read(text.toString());
  }

  private static String source(String id, String title, String mark) {
    return """
        {id: %s, publisher: Wire, title: %s, date: 2025-01-01, language: en, reliability: B, kind: report, visibility: %s}"""
        .formatted(id, title, mark);
  }

  private static CaseRecord record(String text) {
    return Objects.requireNonNull(new RecordReader(List.of()).read("sources", text).record(), text);
  }

  private static CaseEdit add(String id) {
    return new CaseEdit.Add(record(source(id, "Own", "public")), null);
  }

  private AppendResult<SaveOutcome> append(
      Journal journal, Visitor visitor, List<CaseEdit> edits, Map<String, Version> base) {
    return journal.append(
        new ChangeJudge(visitor, edits, base, new Visibility.Mediator()), "", "", Instant.EPOCH);
  }

  private static Case now(Journal journal) {
    return journal.snapshot().findCase().orElseThrow();
  }

  private static @Nullable String title(Case all, String id) {
    return all.viewFor(new Viewer.Mediator()).find(id).orElse(null) instanceof Source source
        ? source.title().text()
        : null;
  }

  @Test
  void theMediatorWritesUnderTheBeginningOfADelegationWhatThatDelegationSees() throws Exception {
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      journal.record(world("m-1"), "Ann", "", Instant.EPOCH);
      CaseEdit add = new CaseEdit.Add(record(source("a-9", "Shared", "{party: A}")), null);
      assertInstanceOf(AppendResult.Done.class, append(journal, ANN, List.of(add), Map.of()));
      assertEquals("Shared", title(now(journal), "a-9"));
    }
  }

  /// What is hidden gives its id up, wherever it is mentioned.
  @Test
  void aHiddenRecordIsRenamedWhereItsIdIsTaken() throws Exception {
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      journal.record(
          world("a-1", "renamed-a-1", "a-2", LONG, "renamed-a-2"), "Ann", "", Instant.EPOCH);
      assertInstanceOf(
          AppendResult.Done.class,
          append(journal, ADA, List.of(add("a-1"), add(LONG), add("a-3")), Map.of()));
      Case now = now(journal);
      assertEquals("Own", title(now, "a-1"));
      assertEquals("Own", title(now, LONG));
      assertEquals("Own", title(now, "a-3"));
      assertEquals("Hidden", title(now, "renamed-a-1"));
      assertEquals("Hidden", title(now, "renamed-2-a-1"));
      assertEquals("Hidden", title(now, ("renamed-" + LONG).substring(0, 64)));
      assertEquals("Hidden", title(now, "a-2"));
      assertTrue(
          now.viewFor(new Viewer.Mediator()).find("c").orElseThrow() instanceof Claim claim
              && claim.source().equals(List.of(new SourceId("renamed-2-a-1"))));
    }
  }

  /// A mediator sees that an id is taken, and nothing is renamed.
  @Test
  void aMediatorIsToldThatAnIdIsTaken() throws Exception {
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      journal.record(world("m-1"), "Ann", "", Instant.EPOCH);
      assertEquals(
          List.of("adding a record whose id is taken"),
          refusals(append(journal, ANN, List.of(add("m-1")), Map.of())));
      assertEquals("Hidden", title(now(journal), "m-1"));
    }
  }

  private static List<String> refusals(AppendResult<SaveOutcome> outcome) {
    return outcome
            instanceof AppendResult.Refused<SaveOutcome>(SaveOutcome.Refused(var troubles), _)
        ? troubles.stream().map(each -> each.complaint().message()).toList()
        : List.of(outcome.toString());
  }

  /// What is misnamed already does not keep a mediator from other changes.
  @Test
  void onlyNewMisnamingsAreTheMediatorsTrouble() throws Exception {
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      journal.record(world("a-1"), "Ann", "", Instant.EPOCH);
      assertInstanceOf(
          AppendResult.Done.class, append(journal, ANN, List.of(add("m-2")), Map.of()));
      CaseEdit misnamed = new CaseEdit.Add(record(source("a-9", "Own", "mediator")), null);
      assertEquals(
          List.of("ids that begin so are for what A may see"),
          refusals(append(journal, ANN, List.of(misnamed), Map.of())));
    }
  }

  private static Version version(Case all, String id) {
    return Version.of(all.viewFor(new Viewer.Mediator()).find(id).orElseThrow());
  }

  /// A change is made to the version it is based on, and to no other.
  @Test
  void aChangeBasedOnAnotherVersionIsAConflict() throws Exception {
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      Case world = world("m-1");
      journal.record(world, "Ann", "", Instant.EPOCH);
      CaseEdit change = new CaseEdit.Change(record(source("open", "Else", "public")));
      CaseEdit remove = new CaseEdit.Remove(new SourceId("open"));
      CaseEdit again = new CaseEdit.Add(record(source("gone", "Else", "public")), null);
      CaseInfo titled = new CaseInfo("The lake", null, List.of());
      CaseEdit describe = new CaseEdit.Describe(titled);
      Version old = new Version("0000000000000000");
      for (CaseEdit edit : List.of(change, remove)) {
        assertConflict("open", append(journal, ANN, List.of(edit), Map.of("open", old)));
        assertEquals(
            List.of("it is not said which version this change is based on"),
            refusals(append(journal, ANN, List.of(edit), Map.of())));
      }
      assertConflict("gone", append(journal, ANN, List.of(again), Map.of("gone", old)));
      assertConflict(
          "case", append(journal, ANN, List.of(describe), Map.of(CaseService.HEADER, old)));
      assertEquals(
          List.of("it is not said which version this change is based on"),
          refusals(append(journal, ANN, List.of(describe), Map.of())));

      assertEquals(
          List.of("changed case case", "changed sources open"),
          made(
              append(
                  journal,
                  ANN,
                  List.of(describe, change),
                  Map.of(
                      CaseService.HEADER,
                      Version.of(world.info()),
                      "open",
                      version(now(journal), "open")))));
      assertEquals("The lake", now(journal).info().title().text());
      assertEquals("Else", title(now(journal), "open"));
      assertEquals(
          List.of("removed sources open"),
          made(
              append(
                  journal, ANN, List.of(remove), Map.of("open", version(now(journal), "open")))));
    }
  }

  /// What would leave a record without what it refers to is refused: of a delegation by what it
  /// sees, of a mediator by the whole.
  @Test
  void whatLeavesNoCaseIsRefused() throws Exception {
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      journal.record(world("m-1"), "Ann", "", Instant.EPOCH);
      CaseRecord claim =
          new RecordReader(now(journal).records())
              .read(
                  "claims",
                  "{id: a-c, speaker: Mo, party: A, said: 2025-01-01, channel: public, source: [gone],"
                      + " paraphrase: Words, about: [whole], asserts: open}")
              .record();
      CaseEdit add = new CaseEdit.Add(Objects.requireNonNull(claim), null);
      assertEquals(List.of("a-c"), troubled(append(journal, ADA, List.of(add), Map.of())));
      CaseEdit remove = new CaseEdit.Remove(new SourceId("m-1"));
      Map<String, Version> base = Map.of("m-1", version(now(journal), "m-1"));
      assertEquals(List.of("c"), troubled(append(journal, ANN, List.of(remove), base)));
      assertEquals("Hidden", title(now(journal), "m-1"));
    }
  }

  private static List<String> troubled(AppendResult<SaveOutcome> outcome) {
    return outcome
            instanceof AppendResult.Refused<SaveOutcome>(SaveOutcome.Refused(var troubles), _)
        ? troubles.stream().map(each -> String.valueOf(each.record())).toList()
        : List.of(outcome.toString());
  }

  /// What comes back to what it was is no change.
  @Test
  void whatEndsAsItWasIsNotRecorded() throws Exception {
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      Case world = world("m-1");
      journal.record(world, "Ann", "", Instant.EPOCH);
      CaseRecord open = world.viewFor(new Viewer.Mediator()).find("open").orElseThrow();
      assertEquals(
          List.of(),
          made(
              append(
                  journal,
                  ANN,
                  List.of(new CaseEdit.Remove(open.id()), new CaseEdit.Add(open, null)),
                  Map.of("open", Version.of(open)))));
    }
  }

  private static List<String> made(AppendResult<SaveOutcome> outcome) {
    List<String> made = new ArrayList<>();
    if (outcome instanceof AppendResult.Done<SaveOutcome>(List<Entry> entries, _)) {
      entries.forEach(
          each ->
              made.add(
                  each.change().verb() + " " + each.change().kind() + " " + each.change().id()));
    } else {
      made.add(outcome.toString());
    }
    return made;
  }

  private static void assertConflict(String id, AppendResult<SaveOutcome> outcome) {
    assertTrue(
        outcome instanceof AppendResult.Refused<SaveOutcome>(SaveOutcome.Conflict(var clashes), _)
            && clashes.size() == 1
            && clashes.getFirst().id().equals(id),
        outcome::toString);
  }
}
