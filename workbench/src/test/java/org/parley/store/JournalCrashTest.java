package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged outlives a program that is killed at any moment.
class JournalCrashTest {

  @TempDir Path folder;

  /// Writes pairs of entries until it is killed; prints the number of each pair once it is
  /// acknowledged.
  static final class Writer {
    public static void main(String[] arguments) throws Exception {
      try (Journal journal = Journal.inFile(Path.of(arguments[0]))) {
        for (long pair = Long.parseLong(arguments[1]); ; pair++) {
          journal.append(
              List.of(
                  new Change("parties", "A" + pair, null, "x".repeat(2_000)),
                  new Change("parties", "B" + pair, null, "y")),
              "writer",
              "pair " + pair,
              Instant.EPOCH);
          System.out.println(pair);
        }
      }
    }
  }

  private long pairsBeforeTheKill(long from, int millis) throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                Journal.besideFolder(folder).toString(),
                Long.toString(from))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long last = from - 1;
    try (BufferedReader acknowledged =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      String line = acknowledged.readLine();
      Thread killer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      Thread.sleep(millis);
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                    // Through the handle: Process.destroyForcibly would also close what is read
                    // here.
                    writer.toHandle().destroyForcibly();
                  });
      while (line != null) {
        last = Long.parseLong(line);
        line = acknowledged.readLine();
      }
      killer.join();
    }
    writer.waitFor();
    return last;
  }

  private void killRepeatedly(int kills, long seed) throws Exception {
    Random random = new Random(seed);
    long next = 1;
    for (int kill = 1; kill <= kills; kill++) {
      long last = pairsBeforeTheKill(next, random.nextInt(400));
      String where = "seed " + seed + ", kill " + kill;
      assertTrue(last >= next, where + ": the writer acknowledged nothing");
      try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
        long entries =
            assertInstanceOf(Verification.Intact.class, journal.verify(null), where).entries();
        assertEquals(0, entries % 2, where + ": half a pair");
        assertTrue(entries >= 2 * last, where + ": " + last + " pairs acknowledged, " + entries);
        next = entries / 2 + 1;
      }
    }
  }

  @Test
  void threeKills() throws Exception {
    killRepeatedly(3, 1);
  }

  @Test
  @Tag("long")
  void threeHundredKills() throws Exception {
    killRepeatedly(300, 2);
  }
}
