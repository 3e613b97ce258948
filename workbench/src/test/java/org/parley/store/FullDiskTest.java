package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal in a file on a disk that is full, and then has room again.
class FullDiskTest {

  @TempDir Path folder;

  private static void append(Journal journal, long pair) {
    assertInstanceOf(
        Appended.Done.class,
        journal.appendUnchecked(CrashWriter.pair(pair), "writer", "pair " + pair, Instant.EPOCH));
  }

  @Test
  void itIsReadMeanwhileAndWrittenOnceThereIsRoom() throws Exception {
    try (SimulatedDisk disk = SimulatedDisk.in(folder.resolve("disk"));
        Journal journal = Journal.inFile(disk.file("journal"))) {
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
}
