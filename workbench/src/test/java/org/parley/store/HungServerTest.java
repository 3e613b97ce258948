package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.casefile.LoadProgress;

/// A database server that hangs, with connections open and no answer, and one that waits for a
/// lock.
@Timeout(180)
class HungServerTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final String IMPATIENT = "&socketTimeout=2";

  @TempDir Path folder;

  private Path data() {
    return folder.resolve("data");
  }

  private static AppendResult<?> add(Journal journal, String id) {
    return journal.appendUnchecked(
        List.of(new Change("sources", id, null, "- {id: " + id + "}")), "Ann", "Why not.", NOON);
  }

  private static void awaitBack(Journal journal) throws Exception {
    Eventually.holds(
        "answer of the database",
        () -> {
          try {
            journal.last();
            return true;
          } catch (JournalAwayException e) {
            return false;
          }
        });
  }

  private static Set<String> ids(Journal journal) {
    Set<String> ids = new HashSet<>();
    for (Entry each : journal.list(Long.MAX_VALUE, 1_000_000)) {
      assertTrue(ids.add(each.change().id()), "twice: " + each);
    }
    return ids;
  }

  @Test
  void everybodyIsToldMeanwhile() throws Exception {
    try (PostgresServer server = PostgresServer.startIn(data());
        Journal journal = Journal.at(server.database() + IMPATIENT)) {
      add(journal, "a");
      try (var _ = server.hanging()) {
        assertThrows(JournalAwayException.class, journal::last);
        assertTrue(!journal.answers());
        for (int i = 0; i < 50; i++) {
          assertThrows(JournalAwayException.class, journal::snapshot);
          JournalWriteException refused =
              assertThrows(JournalWriteException.class, () -> add(journal, "b"));
          assertTrue(refused.isCertain(), refused.getMessage());
        }
      }
      awaitBack(journal);
      assertInstanceOf(AppendResult.Done.class, add(journal, "c"));
      assertEquals(Set.of("a", "c"), ids(journal));
    }
  }

  /// A long write fills the buffers of the network, and is given up as well.
  @Test
  void aWriteThatIsNotTakenIsGivenUp() throws Exception {
    try (PostgresServer server = PostgresServer.startIn(data())) {
      String address = server.database();
      Entry entry =
          Chain.next(
              Chain.START,
              1,
              NOON,
              "Ann",
              "Long.",
              new Change("sources", "b", null, "x".repeat(50_000_000)));
      try (Database database = Database.at(address + IMPATIENT);
          Journal journal = Journal.at(address)) {
        List<PostgresServer.Hanging> frozen = new ArrayList<>();
        JournalWriteException refused =
            assertThrows(
                JournalWriteException.class,
                () ->
                    database.atomically(
                        handle -> {
                          Head head = Entries.head(handle, " for update");
                          frozen.add(hang(server));
                          Entries.add(handle, List.of(entry), new LoadProgress());
                          return head;
                        }));
        assertTrue(refused.isCertain(), refused.getMessage());
        frozen.getFirst().close();
        awaitBack(journal);
        assertInstanceOf(AppendResult.Done.class, add(journal, "c"));
        assertEquals(Set.of("c"), ids(journal));
      }
    }
  }

  private static PostgresServer.Hanging hang(PostgresServer server) {
    try {
      return server.hanging();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Another session holds the head of the journal: who writes waits, who reads does not.
  @Test
  void readersDoNotWaitForAWriter() throws Exception {
    try (PostgresServer server = PostgresServer.startIn(data())) {
      String address = server.database();
      try (Journal journal = Journal.at(address);
          var holder = DriverManager.getConnection("jdbc:" + address);
          var statement = holder.createStatement()) {
        add(journal, "a");
        holder.setAutoCommit(false);
        statement.executeQuery("select number from head for update").close();
        CompletableFuture<AppendResult<?>> writing =
            CompletableFuture.supplyAsync(() -> add(journal, "b"));
        Eventually.holds("writer that waits", () -> isWaiting(address));
        assertEquals(1, journal.last());
        assertEquals(1, journal.snapshot().number());
        assertEquals(Set.of("a"), ids(journal));
        assertTrue(!writing.isDone(), "the writer waits");
        holder.rollback();
        assertInstanceOf(AppendResult.Done.class, writing.get());
        assertEquals(Set.of("a", "b"), ids(journal));
      }
    }
  }

  private static boolean isWaiting(String address) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:" + address);
        var statement = connection.createStatement();
        var waiting =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
      waiting.next();
      return waiting.getInt(1) > 0;
    }
  }

  /// A program that dies with the head locked does not stop the others for ever.
  @Test
  void theServerEndsATransactionThatIsIdle() throws Exception {
    try (PostgresServer server = PostgresServer.startIn(data())) {
      String address = server.database();
      CountDownLatch over = new CountDownLatch(1);
      try (Journal journal = Journal.at(address);
          Database dead = Database.at(address + "&socketTimeout=1")) {
        CountDownLatch locked = new CountDownLatch(1);
        Thread holder =
            Thread.ofPlatform()
                .start(
                    () ->
                        assertThrows(
                            JournalWriteException.class,
                            () ->
                                dead.atomically(
                                    handle -> {
                                      Head head = Entries.head(handle, " for update");
                                      locked.countDown();
                                      await(over);
                                      return head;
                                    })));
        locked.await();
        assertInstanceOf(AppendResult.Done.class, add(journal, "a"));
        over.countDown();
        holder.join();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// While several write, the server hangs and goes on: everything acknowledged is there once, and
  /// nothing that was said not to be.
  @Test
  void nothingAcknowledgedIsLostAndNothingRefusedIsThere() throws Exception {
    try (PostgresServer server = PostgresServer.startIn(data())) {
      String address = server.database() + IMPATIENT;
      Set<String> acknowledged = new ConcurrentSkipListSet<>();
      Set<String> refused = new ConcurrentSkipListSet<>();
      AtomicBoolean over = new AtomicBoolean();
      try (Journal journal = Journal.at(address);
          Journal other = Journal.at(address)) {
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
          String name = "w" + writer + "-";
          Journal own = writer % 2 == 0 ? journal : other;
          writers.add(
              Thread.ofPlatform()
                  .start(
                      () -> {
                        for (int i = 0; !over.get(); i++) {
                          try {
                            assertInstanceOf(AppendResult.Done.class, add(own, name + i));
                            acknowledged.add(name + i);
                          } catch (JournalWriteException e) {
                            if (e.isCertain()) {
                              refused.add(name + i);
                            }
                          }
                        }
                      }));
        }
        for (int round = 0; round < 3; round++) {
          int before = acknowledged.size();
          Eventually.holds("progress", () -> acknowledged.size() > before + 10);
          int told = refused.size();
          try (var _ = server.hanging()) {
            Eventually.holds("refusal", () -> refused.size() > told);
          }
        }
        over.set(true);
        for (Thread each : writers) {
          each.join();
        }
        awaitBack(journal);
        Set<String> there = ids(journal);
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(there);
        assertEquals(Set.of(), lost);
        Set<String> wrong = new HashSet<>(refused);
        wrong.retainAll(there);
        assertEquals(Set.of(), wrong);
        assertInstanceOf(Verification.Intact.class, journal.verify(null));
        assertEquals(there.size(), journal.snapshot().number());
        awaitBack(other);
        assertEquals(there.size(), other.snapshot().number(), "nothing is invisible");
      }
    }
  }
}
