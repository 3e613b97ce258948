package org.parley.app.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.model.Viewer;

/// What clients asked of the servers and what they were answered. Moments are nanoseconds of one
/// clock. Safe for use by several threads.
final class History {

  /// Since nobody heard an answer, it may come true at any later moment.
  static final long NEVER = Long.MAX_VALUE;

  private static final Pattern TAG = Pattern.compile("#(\\d+)$");

  /// What a client was told of a write.
  enum Outcome {
    /// It is recorded.
    ACKNOWLEDGED,
    /// It does not fit the case as it stands.
    REFUSED,
    /// Nothing was recorded; the case was not the reason.
    NOTHING,
    /// No answer, or one that leaves it open.
    UNKNOWN
  }

  /// A write.
  ///
  /// @param id stands in the reason of its entries, so that they are known to be its own
  /// @param server the server that was asked
  /// @param isAtHead whether a refusal was judged against the head of the journal, and not against
  ///   the snapshot the server shows
  record Write(
      int id,
      String server,
      Intent intent,
      long invoked,
      long answered,
      Outcome outcome,
      boolean isAtHead) {}

  /// A read of every record of one kind.
  ///
  /// @param versions the version of each record, by its id
  record Read(
      String server,
      Viewer viewer,
      String kind,
      long invoked,
      long answered,
      Map<String, String> versions) {
    Read {
      versions = Map.copyOf(versions);
    }
  }

  /// A stretch of time in which a server could not ask the journal: it shows what it read last.
  record Outage(String server, long from, long to) {}

  private final List<Write> writes = new ArrayList<>();
  private final List<Read> reads = new ArrayList<>();
  private final List<Outage> outages = new ArrayList<>();

  /// The reason of a write.
  static String reason(int id) {
    return "#" + id;
  }

  /// The write an entry with this reason belongs to; -1 where it belongs to none.
  static int idOf(String reason) {
    Matcher tag = TAG.matcher(reason);
    return tag.find() ? Integer.parseInt(tag.group(1)) : -1;
  }

  synchronized void add(Write write) {
    writes.add(write);
    notifyAll();
  }

  synchronized void add(Read read) {
    reads.add(read);
    notifyAll();
  }

  synchronized void add(Outage outage) {
    outages.add(outage);
  }

  /// Waits until so many more writes have been acknowledged by a server other than one.
  ///
  /// @param but the server that does not count; empty where all do
  /// @return whether they were in time
  synchronized boolean awaitAcknowledged(int more, String but, Duration patience)
      throws InterruptedException {
    return awaitAcknowledged(writes.size(), more, each -> !each.server().equals(but), patience);
  }

  /// Waits until a write that is invoked from a moment on is acknowledged by a server.
  ///
  /// @return whether it was in time
  synchronized boolean awaitAcknowledgedBy(String server, long since, Duration patience)
      throws InterruptedException {
    return awaitAcknowledged(
        0, 1, each -> each.server().equals(server) && each.invoked() >= since, patience);
  }

  private boolean awaitAcknowledged(int from, int more, Predicate<Write> counts, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (countAcknowledged(from, counts) < more) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  private long countAcknowledged(int from, Predicate<Write> counts) {
    return writes.subList(from, writes.size()).stream()
        .filter(each -> each.outcome() == Outcome.ACKNOWLEDGED && counts.test(each))
        .count();
  }

  synchronized List<Write> writes() {
    return List.copyOf(writes);
  }

  synchronized List<Read> reads() {
    return List.copyOf(reads);
  }

  synchronized List<Outage> outages() {
    return List.copyOf(outages);
  }
}
