package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged outlives a program that is killed at any moment, on both databases; a
/// database server that is killed; a file whose end is torn; and a disk that is full.
class JournalCrashTest {

  private static final int MOST_MILLIS = 400;

  /// Blocks of 1,024 bytes that a disk has left beside an empty journal.
  private static final int ROOM = 400;

  @TempDir Path folder;

  private Path file() {
    return Journal.besideFolder(folder);
  }

  private Path onDisk() {
    return file().resolveSibling("journal.mv.db");
  }

  /// Opens the journal of a test.
  @FunctionalInterface
  private interface Opening {
    Journal open() throws Exception;
  }

  /// Looks at what is there after a crash.
  ///
  /// @param acknowledged the last pair that was acknowledged
  /// @return the first pair that is not there
  private static long checked(Opening opening, long acknowledged, String where) throws Exception {
    try (Journal journal = opening.open()) {
      long entries =
          assertInstanceOf(Verification.Intact.class, journal.verify(null), where).entries();
      assertEquals(0, entries % 2, where + ": half a pair");
      assertTrue(
          entries >= 2 * acknowledged,
          where + ": " + acknowledged + " pairs acknowledged, " + entries + " entries");
      return entries / 2 + 1;
    }
  }

  /// What is on disk when an append is acknowledged is what a kill at that moment leaves. How the
  /// database lays its file out anew when it is closed decides where it looks afterwards.
  @Test
  void aCopyOfTheFileHoldsWhatIsAcknowledged() throws Exception {
    long pair = 0;
    Path copy = folder.resolve("copy");
    for (int start = 0; start < 12; start++) {
      try (Journal journal = Journal.inFile(file())) {
        for (int i = 0; i < 12; i++) {
          pair++;
          journal.appendUnchecked(CrashWriter.pair(pair), "writer", "pair " + pair, Instant.EPOCH);
          Files.copy(
              onDisk(), copy.resolveSibling("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
          assertEquals(2 * pair, entriesIn(copy), "start " + start + ", append " + i);
        }
      }
    }
  }

  private static long entriesIn(Path file) throws Exception {
    try (Connection connection = DriverManager.getConnection(Database.urlOf(file));
        Statement statement = connection.createStatement();
        ResultSet head = statement.executeQuery("select number from head")) {
      assertTrue(head.next());
      return head.getLong(1);
    }
  }

  private void killWriters(String address, Opening opening, int kills, long seed) throws Exception {
    Random random = new Random(seed);
    long next = 1;
    for (int kill = 1; kill <= kills; kill++) {
      int millis = random.nextInt(MOST_MILLIS);
      CrashWriter writer = CrashWriter.start(address, next);
      long last = writer.untilKilledAfter(millis);
      String where = "seed " + seed + ", kill " + kill;
      assertTrue(last >= next, where + ": the writer acknowledged nothing");
      next = checked(opening, last, where);
    }
  }

  @Test
  void writersToAFileAreKilled() throws Exception {
    killWriters(file().toString(), () -> Journal.inFile(file()), 3, 1);
  }

  @Test
  @Tag("long")
  void writersToAFileAreKilledThreeHundredTimes() throws Exception {
    killWriters(file().toString(), () -> Journal.inFile(file()), 300, 2);
  }

  @Test
  void writersToAServerAreKilled() throws Exception {
    String address = PostgresServer.shared().database();
    killWriters(address, () -> Journal.at(address), 3, 3);
  }

  @Test
  @Tag("long")
  void writersToAServerAreKilledTwoHundredTimes() throws Exception {
    String address = PostgresServer.shared().database();
    killWriters(address, () -> Journal.at(address), 200, 4);
  }

  /// Kills the database server itself, with all its processes, while a writer is at work.
  private void killServers(int kills, long seed) throws Exception {
    Random random = new Random(seed);
    long next = 1;
    try (PostgresServer server = PostgresServer.startIn(folder.resolve("data"))) {
      String address = server.database();
      for (int kill = 1; kill <= kills; kill++) {
        CrashWriter writer = CrashWriter.start(address, next);
        long last = writer.untilTrouble(random.nextInt(MOST_MILLIS), server::kill);
        server.startAgain();
        next = checked(() -> Journal.at(address), last, "seed " + seed + ", kill " + kill);
      }
    }
  }

  @Test
  void theServerIsKilled() throws Exception {
    killServers(1, 5);
  }

  @Test
  @Tag("long")
  void theServerIsKilledThirtyTimes() throws Exception {
    killServers(30, 6);
  }

  /// Whatever was on its way to the disk when the power went may be there in part, as noise, or not
  /// at all.
  private void tear(int times, long seed) throws Exception {
    Random random = new Random(seed);
    long next = 1;
    for (int tear = 1; tear <= times; tear++) {
      String where = "seed " + seed + ", tear " + tear;
      CrashWriter writer = CrashWriter.start(file().toString(), next);
      long last = writer.untilKilledAfter(random.nextInt(MOST_MILLIS));
      long safe = writer.lengthAcknowledged();
      long length = Files.size(onDisk());
      try (RandomAccessFile torn = new RandomAccessFile(onDisk().toFile(), "rw")) {
        long from = safe + (length > safe ? random.nextLong(length - safe) : 0);
        if (random.nextBoolean()) {
          torn.setLength(from);
        } else {
          byte[] noise = new byte[(int) Math.max(1 + random.nextInt(9_000), length - from)];
          random.nextBytes(noise);
          torn.seek(from);
          torn.write(noise);
        }
      }
      next = checked(() -> Journal.inFile(file()), last, where);
    }
  }

  @Test
  void theEndOfTheFileIsTorn() throws Exception {
    tear(3, 7);
  }

  @Test
  @Tag("long")
  void theEndOfTheFileIsTornAHundredTimes() throws Exception {
    tear(100, 8);
  }

  @Test
  void theDiskIsFull() throws Exception {
    Journal.inFile(file()).close();
    int room = Math.toIntExact(Files.size(onDisk()) / 1_024) + ROOM;
    CrashWriter writer = CrashWriter.startWithRoomFor(room, file().toString(), 1);
    long last = writer.untilItEnds();
    assertTrue(last > 0, "nothing fitted");
    assertTrue(
        writer.said().contains("Nothing was recorded") && writer.said().contains("Maybe"),
        writer.said());
    long next = checked(() -> Journal.inFile(file()), last, "a full disk");
    long more = CrashWriter.start(file().toString(), next).untilKilledAfter(MOST_MILLIS);
    assertTrue(more >= next, "the journal goes on once there is room");
    checked(() -> Journal.inFile(file()), more, "room again");
  }

  @Test
  void aSecondProgramIsTurnedAway() throws Exception {
    CrashWriter writer = CrashWriter.start(file().toString(), 1);
    String refused =
        writer.whileItWrites(
            () -> {
              try (Journal journal = Journal.inFile(file())) {
                return "opened at " + journal.list(Long.MAX_VALUE, 1);
              } catch (JournalUnavailableException e) {
                return String.valueOf(e.getMessage());
              }
            });
    assertTrue(refused.contains("in use by another program"), refused);
    checked(() -> Journal.inFile(file()), writer.untilKilledAfter(0), "two programs");
  }

  @Test
  void aFileThatIsNoJournalIsNamedAndLeftAlone() throws IOException {
    Files.createDirectories(onDisk().getParent());
    byte[] other =
        "this is not a journal".repeat(1_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Files.write(onDisk(), other);
    JournalUnavailableException refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            JournalUnavailableException.class, () -> Journal.inFile(file()));
    assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"), refused.getMessage());
    org.junit.jupiter.api.Assertions.assertArrayEquals(other, Files.readAllBytes(onDisk()));
  }
}
