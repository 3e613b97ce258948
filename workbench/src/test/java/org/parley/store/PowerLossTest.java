package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.backup.JournalEncryption;
import org.parley.store.cipher.JournalKey;

/// What was acknowledged outlives a power loss at any moment: while the journal is created,
/// written, closed, and opened again after the loss before.
///
/// The disk drops, tears and reorders writes that were not forced. The journal uses the settings of
/// production. No journal is refused.
class PowerLossTest {

  private static final int LOSSES_EACH = 40;
  private static final int MOST_PAIRS = 6;
  private static final String BEGUN = "begun ";
  private static final String ACKNOWLEDGED = "acknowledged ";

  @TempDir Path folder;

  private int disks;

  /// The key of the journals; null for those that are not encrypted.
  private @Nullable JournalKey key;

  private DatabaseAddress journalOn(SimulatedDisk disk) {
    return DatabaseAddress.ofFile(disk.file("journal")).withKey(key);
  }

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
        if (loss % LOSSES_EACH == 0) {
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
  /// @return the last pair that was there
  private long writeMore(
      SimulatedDisk disk, long acknowledged, long mayBe, Random random, String where)
      throws JournalUnavailableException {
    try (Journal journal = Journal.at(journalOn(disk))) {
      long pairs = checked(journal, acknowledged, mayBe, where);
      int more = 1 + random.nextInt(MOST_PAIRS);
      for (long pair = pairs + 1; pair <= pairs + more; pair++) {
        disk.note(BEGUN + pair);
        journal.appendUnchecked(CrashWriter.pair(pair), "writer", "pair " + pair, Instant.EPOCH);
        disk.note(ACKNOWLEDGED + pair);
      }
      return pairs;
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

  /// Power is lost half-way through the making of a journal: it can be made anew.
  @Test
  void anUnfinishedJournalIsMadeAnew() throws Exception {
    try (SimulatedDisk whole = SimulatedDisk.in(newDisk())) {
      Journal.at(journalOn(whole)).close();
      for (int seed = 1; seed <= 6; seed++) {
        int event = whole.countEvents() * seed / 7;
        try (SimulatedDisk cut = whole.afterPowerLoss(event, newDisk(), new Random(seed))) {
          writeMore(cut, 0, 0, new Random(seed), "seed " + seed);
        }
      }
    }
  }

  @Test
  void powerIsLostUnderAnEncryptedJournal() throws Exception {
    key = EncryptedWorld.key(1);
    losePower(40, 3);
  }

  /// Power is lost while a journal gets another key: its file is the earlier or the present one.
  @Test
  void aJournalUnderAnotherKeyIsWholeOrAsItWas() throws Exception {
    JournalKey before = EncryptedWorld.key(1);
    JournalKey after = EncryptedWorld.key(2);
    try (SimulatedDisk whole = SimulatedDisk.in(newDisk())) {
      key = before;
      writeMore(whole, 0, 0, new Random(1), "the first time");
      int begin = whole.countEvents();
      assertTrue(JournalEncryption.rewrite(journalOn(whole), after).anchor().entries() > 0);
      int events = whole.countEvents() - begin;
      int changed = 0;
      for (int loss = 0; loss <= 12; loss++) {
        int event = begin + (int) ((long) events * loss / 12);
        try (SimulatedDisk cut = whole.afterPowerLoss(event, newDisk(), new Random(loss))) {
          key = Database.isUnder(journalOn(cut), before) ? before : after;
          changed += after.equals(key) ? 1 : 0;
          writeMore(cut, 1, MOST_PAIRS, new Random(loss), "loss " + loss);
          assertEquals(List.of("journal.mv.db"), cut.list(), "loss " + loss);
        }
      }
      assertTrue(changed > 0 && changed <= 12, "changed after " + changed);
    }
  }

  /// Power is lost while a journal of an earlier schema is brought to the present one: its file is
  /// the earlier or the present one.
  private void losePowerInMigration(String version, int losses) throws Exception {
    try (SimulatedDisk old = SimulatedDisk.in(newDisk())) {
      UpgradeTest.asOf(version, Database.urlOf(old.file("journal")));
      old.force("journal.mv.db");
      int begin = old.countEvents();
      Journal.inFile(old.file("journal")).close();
      int events = old.countEvents() - begin;
      for (int loss = 0; loss <= losses; loss++) {
        int event = begin + (int) ((long) events * loss / losses);
        try (SimulatedDisk cut = old.afterPowerLoss(event, newDisk(), new Random(loss));
            Journal journal = Journal.inFile(cut.file("journal"))) {
          UpgradeTest.opens(journal);
          assertEquals(List.of("journal.mv.db"), cut.list(), "loss " + loss);
        }
      }
    }
  }

  @Test
  void aMigrationIsWholeOrWithoutEffect() throws Exception {
    losePowerInMigration("1", 10);
  }

  @Test
  @Tag("long")
  void aMigrationIsWholeOrWithoutEffectAtAnyMoment() throws Exception {
    for (String version : List.of("1", "2", "3", "4")) {
      losePowerInMigration(version, 250);
    }
  }

  @Test
  @Tag("long")
  void powerIsLostAThousandTimes() throws Exception {
    losePower(1_000, 2);
  }

  @Test
  @Tag("long")
  void powerIsLostAThousandTimesUnderAnEncryptedJournal() throws Exception {
    key = EncryptedWorld.key(1);
    losePower(1_000, 4);
  }
}
