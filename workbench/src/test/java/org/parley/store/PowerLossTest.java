package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged outlives a power loss at any moment: while the journal is created,
/// written, closed, and opened again after the loss before.
///
/// The disk drops, tears and reorders writes that were not forced. The journal uses the settings of
/// production. A journal may be refused only if power was lost before it was first opened.
class PowerLossTest {

  private static final int LOSSES_EACH = 40;
  private static final int MOST_PAIRS = 6;
  private static final long REFUSED = -1;
  private static final String BEGUN = "begun ";
  private static final String ACKNOWLEDGED = "acknowledged ";

  @TempDir Path folder;

  private int disks;

  private Path newDisk() {
    return folder.resolve("disk" + disks++);
  }

  /// Loses power so many times, on one journal after the other.
  private void losePower(int losses, long seed) throws Exception {
    Random random = new Random(seed);
    SimulatedDisk disk = SimulatedDisk.in(newDisk());
    long acknowledged = 0;
    long mayBe = 0;
    for (int loss = 1; loss <= losses; loss++) {
      String where = "seed " + seed + ", loss " + loss;
      try (SimulatedDisk used = disk) {
        long there = writeMore(used, acknowledged, mayBe, random, where);
        int event = random.nextInt(used.countEvents() + 1);
        List<String> notes = used.notesUntil(event);
        acknowledged = last(notes, ACKNOWLEDGED, acknowledged);
        mayBe = Math.max(last(notes, BEGUN, mayBe), Math.min(there, mayBe));
        if (loss % LOSSES_EACH == 0 || there == REFUSED) {
          disk = SimulatedDisk.in(newDisk());
          acknowledged = 0;
          mayBe = 0;
        } else {
          disk = used.afterPowerLoss(event, newDisk(), random);
        }
      }
    }
    disk.close();
  }

  private static long last(List<String> notes, String kind, long before) {
    return notes.stream()
        .filter(each -> each.startsWith(kind))
        .mapToLong(each -> Long.parseLong(each.substring(kind.length())))
        .max()
        .orElse(before);
  }

  /// Opens the journal, compares it with what was acknowledged, and writes some more.
  ///
  /// @param mayBe the last pair that may be there
  /// @return the last pair that was there; [#REFUSED] if the journal was not finished before the
  ///   loss
  private static long writeMore(
      SimulatedDisk disk, long acknowledged, long mayBe, Random random, String where) {
    try (Journal journal = Journal.inFile(disk.file("journal"))) {
      long pairs = checked(journal, acknowledged, mayBe, where);
      int more = 1 + random.nextInt(MOST_PAIRS);
      for (long pair = pairs + 1; pair <= pairs + more; pair++) {
        disk.note(BEGUN + pair);
        journal.appendUnchecked(CrashWriter.pair(pair), "writer", "pair " + pair, Instant.EPOCH);
        disk.note(ACKNOWLEDGED + pair);
      }
      return pairs;
    } catch (JournalUnavailableException e) {
      assertEquals(0, acknowledged, () -> where + ": refused, " + e.getMessage());
      assertTrue(
          String.valueOf(e.getMessage()).matches(".*journal.mv.db\" is damaged or unf.*Maybe .*"),
          where + ": " + e.getMessage());
      return REFUSED;
    }
  }

  private static long checked(Journal journal, long acknowledged, long mayBe, String where) {
    long entries =
        assertInstanceOf(Verification.Intact.class, journal.verify(null), where).entries();
    assertEquals(0, entries % 2, where + ": half a pair");
    long pairs = entries / 2;
    assertTrue(
        pairs >= acknowledged && pairs <= Math.max(acknowledged, mayBe),
        where
            + ": "
            + pairs
            + " pairs are there, "
            + acknowledged
            + " were acknowledged, "
            + mayBe
            + " begun");
    for (Entry entry : journal.list(Long.MAX_VALUE, (int) entries)) {
      long pair = (entry.number() + 1) / 2;
      assertEquals(
          CrashWriter.pair(pair).get((int) (entry.number() + 1) % 2), entry.change(), where);
    }
    return pairs;
  }

  @Test
  void powerIsLost() throws Exception {
    losePower(40, 1);
  }

  /// Power is lost half-way through the making of a journal: it opens, or the message names the
  /// file.
  @Test
  void anUnfinishedJournalIsNamed() throws Exception {
    SimulatedDisk whole = SimulatedDisk.in(newDisk());
    Journal.inFile(whole.file("journal")).close();
    int refused = 0;
    for (int seed = 1; seed <= 6; seed++) {
      int event = whole.countEvents() * seed / 7;
      try (SimulatedDisk cut = whole.afterPowerLoss(event, newDisk(), new Random(seed))) {
        refused += writeMore(cut, 0, 0, new Random(seed), "seed " + seed) == REFUSED ? 1 : 0;
      }
    }
    whole.close();
    assertTrue(refused > 0, "no loss left it unfinished");
  }

  @Test
  @Tag("long")
  void powerIsLostAThousandTimes() throws Exception {
    losePower(1_000, 2);
  }
}
