package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;

/// A journal in a file on a disk that is full, and then has room again.
class FullDiskTest {

  @TempDir Path folder;

  /// A journal that grows with each entry: gaps in a file older than 45 s would be written to
  /// first.
  private static Journal growing(SimulatedDisk disk) throws Exception {
    Journal journal = Journal.inFile(disk.file("journal"));
    journal.database().atomically(handle -> handle.execute("set retention_time 86400000"));
    return journal;
  }

  private static void append(Journal journal, long pair) {
    assertInstanceOf(
        AppendResult.Done.class,
        journal.appendUnchecked(CrashWriter.pair(pair), "writer", "pair " + pair, Instant.EPOCH));
  }

  @Test
  void itIsReadMeanwhileAndWrittenOnceThereIsRoom() throws Exception {
    try (SimulatedDisk disk = SimulatedDisk.in(folder.resolve("disk"));
        Journal journal = growing(disk)) {
      long pairs = 0;
      for (int round = 0; round < 5; round++) {
        append(journal, ++pairs);
        disk.fill();
        for (int attempt = 0; attempt < 3; attempt++) {
          long refused = pairs + 1;
          JournalWriteException full =
              assertThrows(JournalWriteException.class, () -> append(journal, refused));
          assertTrue(full.isCertain(), full.getMessage());
          assertEquals(2 * pairs, journal.last());
          assertEquals(2 * pairs, journal.contents().changesTo(Contents.NONE).size());
        }
        disk.makeRoom();
        append(journal, ++pairs);
        assertEquals(2 * pairs, journal.last());
      }
      assertEquals(
          2 * pairs, assertInstanceOf(Verification.Intact.class, journal.verify(null)).entries());
    }
  }

  /// A commit that waits behind one that fails must not reach the disk: what it follows is not
  /// there, and H2 would open the file as it was many entries earlier.
  @Test
  void aCommitBehindAFailedOneTakesNothingBack() throws Exception {
    fillWhileAnotherCommits(1);
  }

  @Test
  @Tag("long")
  void commitsBehindFailedOnesTakeNothingBack() throws Exception {
    for (long seed = 2; seed <= 30; seed++) {
      fillWhileAnotherCommits(seed);
    }
  }

  private void fillWhileAnotherCommits(long seed) throws Exception {
    Random random = new Random(seed);
    String where = "seed " + seed;
    try (SimulatedDisk disk = SimulatedDisk.in(folder.resolve(where)).withoutPowerLoss();
        Journal journal = Journal.inFile(disk.file("journal"))) {
      Database database = journal.database();
      database.atomically(handle -> handle.execute("create table other (n int)"));
      // what is no longer needed is overwritten at once, and not after 45 s
      database.atomically(handle -> handle.execute("set retention_time 0"));
      long entries = 0;
      for (int round = 0; round < 25; round++) {
        for (int more = random.nextInt(12); more >= 0; more--) {
          append(journal, ++entries, random.nextInt(4) == 0 ? 20_000 : 10);
        }
        Thread other = Thread.ofPlatform().unstarted(() -> write(database));
        disk.fill(() -> untilItWaits(other));
        entries = untilRefused(journal, entries);
        disk.makeRoom();
        other.join();
        assertEquals(entries, verified(journal, where), where);
      }
    }
  }

  /// Adds ever longer entries until one no longer finds room within the file; the last one there.
  private static long untilRefused(Journal journal, long entries) {
    long last = entries;
    try {
      for (int length = 50_000; ; length *= 2) {
        append(journal, last + 1, length);
        last++;
      }
    } catch (JournalWriteException e) {
      return last;
    }
  }

  private static void append(Journal journal, long number, int length) {
    Change change = new Change("parties", "A" + number, null, "x".repeat(length));
    journal.appendUnchecked(List.of(change), "writer", "entry " + number, Instant.EPOCH);
  }

  private static long verified(Journal journal, String where) {
    return assertInstanceOf(Verification.Intact.class, journal.verify(null), where).entries();
  }

  private static void write(Database database) {
    try {
      database.atomically(handle -> handle.execute("insert into other values (1)"));
    } catch (JournalWriteException e) {
      // it may be refused as well
    }
  }

  private static void untilItWaits(Thread other) {
    other.start();
    try {
      Eventually.holds("commit that waits", () -> other.getState() == Thread.State.WAITING);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// While H2 opens the file anew, no other program gets at it.
  @Test
  void theLockIsHeldUntilTheJournalIsClosed() throws Exception {
    try (SimulatedDisk disk = SimulatedDisk.in(folder.resolve("disk"))) {
      try (Journal journal = growing(disk)) {
        append(journal, 1);
        disk.fill(() -> assertTrue(disk.isLocked("journal.mv.db")));
        assertThrows(JournalWriteException.class, () -> append(journal, 2));
        assertTrue(disk.isLocked("journal.mv.db"));
      }
      assertFalse(disk.isLocked("journal.mv.db"));
    }
  }

  /// Should the file lack what was acknowledged, whatever the reason, nobody builds on what is
  /// left.
  @Test
  void aFileThatLacksAnAcknowledgedEntryIsNotWritten() throws Exception {
    try (SimulatedDisk disk = SimulatedDisk.in(folder.resolve("disk"));
        Journal journal = Journal.inFile(disk.file("journal"))) {
      append(journal, 1, 10);
      String first = journal.anchor().hash();
      append(journal, 2, 10);
      journal
          .database()
          .atomically(
              handle -> {
                handle.execute("delete from entry where number = 2");
                return handle.execute("update head set number = 1, hash = ?", first);
              });
      JournalWriteException refused =
          assertThrows(JournalWriteException.class, () -> append(journal, 2, 10));
      assertTrue(refused.isCertain());
      assertTrue(
          String.valueOf(refused.getMessage()).contains("lacks entry 2"), refused.getMessage());
      assertThrows(JournalAwayException.class, journal::snapshot);
      assertEquals(1, journal.last());
    }
  }
}
