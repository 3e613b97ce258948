package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseRecord;
import org.parley.model.source.Source;
import org.parley.store.Entry;
import org.parley.store.FolderJournal;
import org.parley.store.Journal;
import org.parley.store.Verification;

/// Twenty people write at once; each of their changes is acknowledged, and each is there.
class ManyWritersTest {

  private static final int WRITERS = 20;
  private static final int EACH = 5;
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2025-12-28T12:00:00Z"), ZoneOffset.UTC);
  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state}
      sources:
        - {id: shared, publisher: P, title: Nobody yet, date: 2025-03-01, kind: report, reliability: B, language: en}
      """;

  @TempDir Path folder;

  @Test
  void inAJournal() throws Exception {
    LoadResult.Loaded begun =
        assertInstanceOf(LoadResult.Loaded.class, CaseReader.read(Map.of("a.yaml", CASE)));
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      journal.record(begun.contents(), "Ann", "Begun.", NOON.instant());
      long before = journal.last();
      write(new JournalCaseService(journal, NOON));
      assertEquals(before + 2 * WRITERS * EACH, journal.last());
      check(journal, before);
    }
  }

  @Test
  void inAFolder() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), CASE);
    try (FolderJournal journal = new FolderJournal(folder, "files", NOON)) {
      FolderCaseService desk = new FolderCaseService(folder, journal);
      desk.read(Visitor.mediator("Ann"));
      write(desk);
      check(Objects.requireNonNull(journal.find()), 0);
    }
  }

  private static CaseRecord source(String id, String title) {
    return Objects.requireNonNull(
        new RecordReader(List.of())
            .read(
                "sources",
                "{id: %s, publisher: P, title: %s, date: 2025-03-01, kind: report, reliability: B, language: en}"
                    .formatted(id, title))
            .record());
  }

  /// Everybody adds records of their own, and all of them change one record over and over, each as
  /// often as it takes until theirs is acknowledged.
  private static void write(CaseService desk) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int w = 0; w < WRITERS; w++) {
        Visitor who = Visitor.mediator("writer" + w);
        String name = "w" + w;
        all.add(
            writers.submit(
                () -> {
                  go.await();
                  for (int i = 0; i < EACH; i++) {
                    CaseRecord own = source(name + "-" + i, "Mine");
                    assertInstanceOf(
                        SaveOutcome.Saved.class,
                        desk.change(who, List.of(new CaseEdit.Add(own, null)), "", Map.of()));
                    claim(desk, who, name + " wrote " + i);
                  }
                  return null;
                }));
      }
      go.countDown();
    }
    for (Future<?> each : all) {
      each.get();
    }
  }

  private static void claim(CaseService desk, Visitor who, String title) {
    while (true) {
      CaseService.CaseAccess.Opened seen =
          assertInstanceOf(CaseService.CaseAccess.Opened.class, desk.read(who));
      Version version = Version.of(seen.open().view().find("shared").orElseThrow());
      SaveOutcome saving =
          desk.change(
              who,
              List.of(new CaseEdit.Change(source("shared", title))),
              title,
              Map.of("shared", version));
      if (saving instanceof SaveOutcome.Saved) {
        return;
      }
      assertInstanceOf(SaveOutcome.Conflict.class, saving);
    }
  }

  private static void check(Journal journal, long before) {
    assertInstanceOf(Verification.Intact.class, journal.verify(null));
    LoadResult.Loaded after = assertInstanceOf(LoadResult.Loaded.class, journal.contents().read());
    Set<String> ids = new TreeSet<>();
    after.contents().records().forEach(each -> ids.add(each.id().value()));
    Set<String> told = new TreeSet<>();
    String title = "Nobody yet";
    for (Entry entry : journal.listOf("shared")) {
      if (entry.number() > before && entry.change().before() != null) {
        // each began with what the one before it had left
        assertTrue(Objects.requireNonNull(entry.change().before()).contains(title), title);
        title = entry.why();
        told.add(title);
      }
    }
    for (int w = 0; w < WRITERS; w++) {
      for (int i = 0; i < EACH; i++) {
        assertTrue(ids.contains("w" + w + "-" + i), "w" + w + "-" + i);
        assertTrue(told.contains("w" + w + " wrote " + i), "w" + w + " wrote " + i);
      }
    }
    Source shared =
        (Source)
            after.contents().records().stream()
                .filter(r -> r.id().value().equals("shared"))
                .findFirst()
                .orElseThrow();
    assertEquals(title, shared.title().text());
  }
}
