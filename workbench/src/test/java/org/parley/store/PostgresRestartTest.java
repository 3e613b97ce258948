package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;

/// A database server that is stopped and started again under a program that goes on.
class PostgresRestartTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir Path folder;

  private static AppendResult<?> add(Journal journal, String id) {
    return journal.appendUnchecked(
        List.of(new Change("sources", id, null, "- {id: " + id + "}")), "Ann", "Why not.", NOON);
  }

  private static Set<String> ids(Journal journal) {
    List<Entry> entries = journal.list(Long.MAX_VALUE, 1_000_000);
    Set<String> ids = new TreeSet<>();
    entries.forEach(each -> assertTrue(ids.add(each.change().id()), "twice: " + each));
    return ids;
  }

  @Test
  void whoWritesAndReadsGoesOnOnceItIsBack() throws Exception {
    try (PostgresServer server = PostgresServer.startIn(folder.resolve("data"))) {
      String address = server.database();
      try (Journal journal = Journal.at(address);
          Accounts people = Accounts.at(address)) {
        assertInstanceOf(AppendResult.Done.class, add(journal, "a"));
        String token =
            people.makeToken(
                AccountEditor.OPERATOR,
                "bot",
                "observer",
                null,
                NOON,
                AccessToken.expiry(NOON, 90));
        server.stop();
        JournalAwayException away = assertThrows(JournalAwayException.class, journal::last);
        String said = String.valueOf(away.getMessage());
        assertTrue(said.contains("does not answer"), said);
        assertTrue(said.contains("Maybe"), said);
        JournalWriteException refused =
            assertThrows(JournalWriteException.class, () -> add(journal, "b"));
        assertTrue(refused.isCertain(), refused.getMessage());
        assertThrows(JournalAwayException.class, () -> people.token(token, NOON));
        server.startAgain();
        awaitBack(journal);
        assertInstanceOf(AppendResult.Done.class, add(journal, "c"));
        assertEquals(Set.of("a", "c"), ids(journal));
        assertInstanceOf(Verification.Intact.class, journal.verify(null));
        awaitBack(journal);
        assertEquals("bot", tokenOnceBack(people, token));
      }
    }
  }

  private static void awaitBack(Journal journal) throws Exception {
    onceBack(journal::last);
  }

  private static String tokenOnceBack(Accounts people, String token) throws Exception {
    return onceBack(() -> people.token(token, NOON).orElseThrow().name());
  }

  private static <T> T onceBack(Callable<T> asked) throws Exception {
    return Eventually.get(
        "database that is back",
        () -> {
          try {
            return Optional.of(asked.call());
          } catch (JournalAwayException e) {
            return Optional.empty();
          }
        });
  }

  @Test
  void aLostConnectionIsMadeAnewUnseen() throws Exception {
    try (PostgresServer server = PostgresServer.startIn(folder.resolve("data"))) {
      String address = server.database();
      try (Journal journal = Journal.at(address)) {
        add(journal, "a");
        server.cutOff(address);
        assertEquals(1, journal.last());
        server.cutOff(address);
        assertInstanceOf(AppendResult.Done.class, add(journal, "b"));
        assertEquals(Set.of("a", "b"), ids(journal));
        assertEquals(2, journal.contents().changesTo(Contents.NONE).size());
      }
    }
  }

  @Test
  void aServerThatWasSetBackIsReadAnew() throws Exception {
    try (PostgresServer server = PostgresServer.startIn(folder.resolve("data"))) {
      String address = server.database();
      try (Journal journal = Journal.at(address)) {
        add(journal, "a");
        Entry first = journal.find(1).orElseThrow();
        add(journal, "b");
        server.cutOff(
            address,
            "delete from entry where number = 2",
            "update head set number = 1, hash = '" + first.hash() + "'");
        assertEquals(1, journal.contents().changesTo(Contents.NONE).size());
        assertInstanceOf(AppendResult.Done.class, add(journal, "b"));
        assertInstanceOf(Verification.Intact.class, journal.verify(null));
      }
    }
  }

  /// While several write, the connections are cut and the server is stopped and started: everything
  /// that was acknowledged is there once, and nothing that was said not to be.
  @Test
  void nothingAcknowledgedIsLostAndNothingRefusedIsThere() throws Exception {
    try (PostgresServer server = PostgresServer.startIn(folder.resolve("data"))) {
      String address = server.database();
      Set<String> acknowledged = new ConcurrentSkipListSet<>();
      Set<String> refused = new ConcurrentSkipListSet<>();
      AtomicInteger unknown = new AtomicInteger();
      AtomicInteger conflicts = new AtomicInteger();
      AtomicBoolean over = new AtomicBoolean();
      try (Journal journal = Journal.at(address);
          Journal other = Journal.at(address)) {
        List<Thread> writers = new java.util.ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
          String name = "w" + writer + "-";
          Journal own = writer % 2 == 0 ? journal : other;
          writers.add(
              Thread.ofPlatform()
                  .start(
                      () -> {
                        for (int i = 0; !over.get(); i++) {
                          try {
                            if (add(own, name + i) instanceof AppendResult.Done) {
                              acknowledged.add(name + i);
                            } else {
                              conflicts.incrementAndGet();
                            }
                          } catch (JournalWriteException e) {
                            if (e.isCertain()) {
                              refused.add(name + i);
                            } else {
                              unknown.incrementAndGet();
                            }
                          } catch (JournalAwayException e) {
                            refused.add(name + i);
                          }
                        }
                      }));
        }
        for (int round = 0; round < 12; round++) {
          Eventually.pause(Duration.ofMillis(150));
          if (round % 4 == 3) {
            server.stop();
            Eventually.pause(Duration.ofMillis(100));
            server.startAgain();
          } else {
            server.cutOff(address);
          }
        }
        over.set(true);
        for (Thread each : writers) {
          each.join();
        }
        assertEquals(0, conflicts.get(), "nobody else adds these");
        awaitBack(journal);
        Set<String> there = ids(journal);
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(there);
        assertEquals(Set.of(), lost);
        Set<String> wrong = new HashSet<>(refused);
        wrong.retainAll(there);
        assertEquals(Set.of(), wrong);
        assertTrue(acknowledged.size() > 20, acknowledged.size() + " were acknowledged");
        assertTrue(there.size() <= acknowledged.size() + unknown.get());
        assertInstanceOf(Verification.Intact.class, journal.verify(null));
        assertEquals(there.size(), journal.contents().changesTo(Contents.NONE).size());
      }
    }
  }
}
