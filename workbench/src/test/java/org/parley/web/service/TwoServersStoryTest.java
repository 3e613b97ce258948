package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;
import org.parley.model.source.SourceId;
import org.parley.store.AppendResult;
import org.parley.store.Contents;
import org.parley.store.Journal;
import org.parley.store.PostgresServer;
import org.parley.store.Verification;

/// Two servers, or a server and the command line, on one journal in PostgreSQL: whatever both
/// acknowledge makes a case, and is seen at both.
class TwoServersStoryTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2025-12-28T12:00:00Z"), ZoneOffset.UTC);
  private static final Visitor ANN = Visitor.mediator("Ann");
  private static final Visitor BEN = Visitor.mediator("Ben");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
      sources:
        - {id: gazette, publisher: P, title: Gazette, date: 2025-03-01, kind: report, reliability: B, language: en}
      """;

  private Journal journal;
  private Journal otherJournal;
  private JournalCaseService desk;
  private JournalCaseService otherService;

  @BeforeEach
  void open() throws Exception {
    String address = PostgresServer.shared().database();
    journal = Journal.at(address);
    journal.record(read(CASE), "Ann", "Begun.", NOON.instant());
    otherJournal = Journal.at(address);
    desk = new JournalCaseService(journal, NOON);
    otherService = new JournalCaseService(otherJournal, NOON);
  }

  @AfterEach
  void close() {
    journal.close();
    otherJournal.close();
  }

  private static Case read(String text) {
    return assertInstanceOf(LoadResult.Loaded.class, CaseReader.read(Map.of("a.yaml", text)))
        .contents();
  }

  private static CaseRecord record(String key, String text) {
    return Objects.requireNonNull(new RecordReader(read(CASE).records()).read(key, text).record());
  }

  private static CaseRecord claim(String id) {
    return record(
        "claims",
        "{id: %s, party: A, speaker: Someone, asserts: agreed, said: 2025-03-01, source: [gazette], about: [p1], paraphrase: Yes}"
            .formatted(id));
  }

  private static SaveOutcome add(CaseService desk, Visitor who, CaseRecord record) {
    return desk.change(who, List.of(new CaseEdit.Add(record, null)), "", Map.of());
  }

  private static SaveOutcome removeGazette(CaseService desk, Visitor who) {
    return desk.change(
        who,
        List.of(new CaseEdit.Remove(new SourceId("gazette"))),
        "Gone.",
        Map.of("gazette", Version.of(record("sources", gazette()))));
  }

  private static String gazette() {
    return "{id: gazette, publisher: P, title: Gazette, date: 2025-03-01, kind: report, reliability: B, language: en}";
  }

  private void assertCase() {
    Contents contents = journal.snapshot().contents();
    LoadResult read = contents.read();
    assertInstanceOf(LoadResult.Loaded.class, read, read.toString());
    assertInstanceOf(Verification.Intact.class, journal.verify(null));
    assertInstanceOf(CaseService.CaseAccess.Opened.class, desk.read(ANN));
    assertInstanceOf(CaseService.CaseAccess.Opened.class, otherService.read(ANN));
  }

  @Test
  void aClaimDoesNotCiteWhatAnotherServerRemoved() {
    assertInstanceOf(SaveOutcome.Saved.class, removeGazette(desk, ANN));
    SaveOutcome.Refused refused =
        assertInstanceOf(SaveOutcome.Refused.class, add(otherService, BEN, claim("c")));
    assertTrue(refused.troubles().getFirst().sentence().contains("there is no source"));
    assertCase();
  }

  @Test
  void aSourceIsNotRemovedThatAnotherServerCites() {
    assertInstanceOf(SaveOutcome.Saved.class, add(desk, ANN, claim("c")));
    assertInstanceOf(SaveOutcome.Refused.class, removeGazette(otherService, BEN));
    assertCase();
  }

  /// Both at the same moment, over and over: one of the two is refused, whichever it is.
  @Test
  void atTheSameMomentOneOfTheTwoIsRefused() throws Exception {
    for (int round = 0; round < 20; round++) {
      String id = "c" + round;
      CyclicBarrier go = new CyclicBarrier(2);
      try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<SaveOutcome> removed =
            both.submit(
                () -> {
                  go.await();
                  return removeGazette(desk, ANN);
                });
        Future<SaveOutcome> added =
            both.submit(
                () -> {
                  go.await();
                  return add(otherService, BEN, claim(id));
                });
        boolean isRemoved = removed.get() instanceof SaveOutcome.Saved;
        boolean isAdded = added.get() instanceof SaveOutcome.Saved;
        assertTrue(isRemoved != isAdded, removed.get() + " and " + added.get());
        assertCase();
        if (isRemoved) {
          assertInstanceOf(SaveOutcome.Saved.class, add(desk, ANN, record("sources", gazette())));
        } else {
          Version base = Version.of(claim(id));
          assertInstanceOf(
              SaveOutcome.Saved.class,
              desk.change(
                  ANN, List.of(new CaseEdit.Remove(claim(id).id())), "Again.", Map.of(id, base)));
        }
      }
    }
  }

  /// The command line writes what differs between two whole cases: it is judged as well.
  @Test
  void theCommandLineDoesNotTakeAwayWhatAServerCites() {
    assertInstanceOf(SaveOutcome.Saved.class, add(desk, ANN, claim("c")));
    assertInstanceOf(
        AppendResult.Unsound.class,
        otherJournal.append(
            now ->
                new org.parley.store.Judge.Ruling.Write<>(
                    List.of(
                        new org.parley.store.Change(
                            "sources",
                            "gazette",
                            now.contents().find("sources", "gazette"),
                            null))),
            "Ben",
            "Gone.",
            NOON.instant()));
    assertCase();
  }

  /// Thirty at each of both servers, all at once: every acknowledged one is seen at both from the
  /// next look on.
  @Test
  void whatIsAcknowledgedIsSeenAtBoth() throws Exception {
    Set<String> acknowledged = new TreeSet<>();
    List<Future<SaveOutcome>> all = new ArrayList<>();
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        CaseRecord mine = record("sources", gazette().replace("id: gazette", "id: mine" + i));
        CaseRecord yours = record("sources", gazette().replace("id: gazette", "id: yours" + i));
        all.add(writers.submit(() -> add(desk, ANN, mine)));
        all.add(writers.submit(() -> add(otherService, BEN, yours)));
        acknowledged.add("mine" + i);
        acknowledged.add("yours" + i);
      }
      for (Future<SaveOutcome> each : all) {
        assertInstanceOf(SaveOutcome.Saved.class, each.get());
      }
    }
    for (JournalCaseService each : List.of(desk, otherService)) {
      assertSeen(each, acknowledged);
    }
    assertCase();
  }

  /// Looks again and again, at most once a second as the desk does, until all is seen.
  private static void assertSeen(JournalCaseService desk, Set<String> ids) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    Set<String> missing = new TreeSet<>(ids);
    while (!missing.isEmpty() && System.nanoTime() < until) {
      CaseService.CaseAccess.Opened opened =
          assertInstanceOf(CaseService.CaseAccess.Opened.class, desk.read(ANN));
      missing.removeIf(id -> opened.open().view().find(id).isPresent());
      Thread.onSpinWait();
    }
    assertEquals(Set.of(), missing, "acknowledged and not seen");
  }
}
