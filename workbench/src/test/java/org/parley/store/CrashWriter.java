package org.parley.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.Eventually;
import org.parley.store.cipher.JournalKey;

/// A program of its own that writes pairs of entries to a journal until it is killed or cannot go
/// on, and prints each pair once it is acknowledged, with the length of the file by then.
@NullMarked
final class CrashWriter {

  /// What makes trouble for the writer.
  @FunctionalInterface
  interface Trouble {
    void make() throws Exception;
  }

  private final Process process;
  private final BufferedReader output;
  private final StringBuilder said = new StringBuilder();
  private long last;
  private long length;

  private CrashWriter(Process process, long from) {
    this.process = process;
    this.last = from - 1;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /// Writes from pair `from` on to a file, or to a server.
  static CrashWriter start(String where, long from) throws IOException {
    return start(List.of(), where, Long.toString(from));
  }

  /// The same to a file that is encrypted with a key.
  static CrashWriter startEncrypted(String where, long from, String key) throws IOException {
    return start(List.of(), where, Long.toString(from), key);
  }

  /// The same with files of so many blocks of 1,024 bytes at the most, as on a disk that is full.
  static CrashWriter startWithRoomFor(int blocks, String where, long from) throws IOException {
    return start(
        List.of("bash", "-c", "ulimit -f " + blocks + "; exec \"$0\" \"$@\""),
        where,
        Long.toString(from));
  }

  private static CrashWriter start(List<String> under, String where, String... then)
      throws IOException {
    List<String> command = new ArrayList<>(under);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            CrashWriter.class.getName(),
            where));
    command.addAll(List.of(then));
    return new CrashWriter(
        new ProcessBuilder(command).redirectErrorStream(true).start(), Long.parseLong(then[0]));
  }

  /// Writes until it is killed, or says why it cannot.
  public static void main(String[] arguments) throws Exception {
    String where = arguments[0];
    boolean server = where.startsWith("postgresql:");
    Path onDisk = Path.of(where + ".mv.db");
    JournalKey key = arguments.length > 2 ? JournalKey.ofText(arguments[2]) : null;
    try (Journal journal = Journal.at(DatabaseAddress.of(where).withKey(key))) {
      for (long pair = Long.parseLong(arguments[1]); ; pair++) {
        journal.appendUnchecked(pair(pair), "writer", "pair " + pair, Instant.EPOCH);
        System.out.println("pair " + pair + " " + (server ? 0 : Files.size(onDisk)));
      }
    } catch (JournalWriteException e) {
      System.out.println(e.getMessage());
      // A full disk stays full: closing in order would only try again.
      Runtime.getRuntime().halt(1);
    }
  }

  /// The changes of a pair.
  static List<Change> pair(long pair) {
    return List.of(
        new Change("parties", "A" + pair, null, "x".repeat(2_000)),
        new Change("parties", "B" + pair, null, "y"));
  }

  /// Reads a line; false at the end.
  private boolean readLine() throws IOException {
    @Nullable String line = output.readLine();
    if (line == null) {
      return false;
    }
    String[] words = line.split(" ");
    if (words.length == 3 && words[0].equals("pair")) {
      last = Long.parseLong(words[1]);
      length = Long.parseLong(words[2]);
    } else {
      said.append(line).append('\n');
    }
    return true;
  }

  private void untilTheFirstPair() throws IOException {
    long before = last;
    while (last == before && readLine()) {
      // Whatever it prints before it begins.
    }
  }

  /// Kills it so many milliseconds after its first pair; the last pair it acknowledged.
  long untilKilledAfter(int millis) throws Exception {
    // Through the handle: destroying the process would close what is still to be read.
    return untilTrouble(millis, () -> process.toHandle().destroyForcibly());
  }

  /// Makes trouble for it so many milliseconds after its first pair; the last pair it acknowledged.
  long untilTrouble(int millis, Trouble trouble) throws Exception {
    untilTheFirstPair();
    Thread maker =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Eventually.pause(Duration.ofMillis(millis));
                    trouble.make();
                  } catch (Exception e) {
                    said.append(e);
                    process.toHandle().destroyForcibly();
                  }
                });
    long acknowledged = untilItEnds();
    maker.join();
    return acknowledged;
  }

  /// The last pair it acknowledged before it ended by itself.
  long untilItEnds() throws Exception {
    while (readLine()) {
      // Until the end of what it prints.
    }
    process.waitFor();
    return last;
  }

  /// Does something while it is at work.
  <T> T whileItWrites(Callable<T> work) throws Exception {
    untilTheFirstPair();
    return work.call();
  }

  /// How long the file was when the last pair was acknowledged.
  long lengthAcknowledged() {
    return length;
  }

  /// What else it printed.
  String said() {
    return said.toString();
  }
}
