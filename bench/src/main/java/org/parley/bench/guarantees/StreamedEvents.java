package org.parley.bench.guarantees;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;
import org.parley.guarantees.watch.Watch;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;

/// Benchmark of the watch over events from a file, by the number of events and commitments.
///
/// There is one commitment per zone: "each verified attack in Z is followed within 24 hours by a
/// notice from each guarantor". Every entry is decoded from bytes, with names, a place and a
/// description of its own. The breaches are first counted by an independent pass over arrays.
///
/// Without arguments it prints a small table; `--events 100000000 --commitments 10000` prints one
/// row of the large one. Both warm up on a million events. `--late 5` records five in a hundred up
/// to 30 days late.
public final class StreamedEvents {

  private static final String[] NOISES = {"explosion", "flight", "burst"};

  private StreamedEvents() {}

  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    int late = (int) option(words, "--late", 0);
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT,
        "%14s %12s %6s %14s %12s %14s %16s%n",
        "events",
        "commitments",
        "late",
        "ns an event",
        "of it read",
        "events a s",
        "most incidents");
    if (words.contains("--events") || words.contains("--commitments")) {
      run(1_000_000, 10, late, false);
      run(
          option(words, "--events", 10_000_000),
          (int) option(words, "--commitments", 10),
          late,
          true);
      return;
    }
    run(1_000_000, 10, late, false);
    for (int commitments : new int[] {10, 1_000, 10_000}) {
      run(1_000_000, commitments, late, true);
      run(10_000_000, commitments, late, true);
    }
  }

  private static long option(List<String> words, String name, long otherwise) {
    int at = words.indexOf(name);
    return at < 0 ? otherwise : Long.parseLong(words.get(at + 1));
  }

  private static void run(long events, int commitments, int late, boolean isShown)
      throws IOException {
    Path path = Files.createTempFile("parley-events", ".bin");
    try {
      EventFile file = new EventFile(path, commitments);
      file.write(events, late, 1);
      long expected = brokenPairs(file, events);
      Cost reading = Cost.begin();
      Reader alone = new Reader(null);
      long read = file.read(alone);
      double readSeconds = reading.seconds();
      if (read != events || alone.entries != events || alone.last == null) {
        throw new AssertionError(read + " of " + events + " entries read");
      }
      Cost cost = Cost.begin();
      Watch watch = Watch.forgetting(promises(commitments), 0, 35 * EventFile.DAY, null);
      Reader reader = new Reader(watch);
      file.read(reader);
      double seconds = cost.seconds();
      watch.advanceTo(watch.now() + 3 * EventFile.DAY);
      long broken =
          watch.tally().getOrDefault(Lifecycle.BREACHED, 0L)
              + watch.tally().getOrDefault(Lifecycle.FULFILLED_LATE, 0L);
      if (broken != expected || watch.accepted() != events || watch.tooLate() != 0) {
        throw new AssertionError(
            broken + " broken pairs, " + expected + " expected; too late: " + watch.tooLate());
      }
      if (!isShown) {
        return;
      }
      System.out.printf(
          Locale.ROOT,
          "%,14d %,12d %5d%% %14.0f %12.0f %,14.0f %,16d%n",
          events,
          commitments,
          late,
          seconds * 1e9 / events,
          readSeconds * 1e9 / events,
          events / seconds,
          reader.most);
    } finally {
      Files.deleteIfExists(path);
    }
  }

  private static List<Commitment> promises(int zones) {
    List<Commitment> promises = new ArrayList<>();
    for (int zone = 0; zone < zones; zone++) {
      promises.add(
          MillionEvents.promise(
              new GuaranteeId("notice-" + zone),
              new Trigger.Happens(
                  IncidentPattern.ofKind("attack")
                      .withTargets(MillionEvents.VICTIM)
                      .withPlaces("Z-" + zone))));
    }
    return promises;
  }

  /// Decodes an entry from every record, and passes it to the watch if there is one.
  private static final class Reader implements EventFile.Sink {
    private final @Nullable Watch watch;
    private long entries;
    private int most;

    /// Keeps the last entry reachable, so that its construction is not optimised away.
    private @Nullable LoggedFact last;

    Reader(@Nullable Watch watch) {
      this.watch = watch;
    }

    @Override
    public void entry(byte fact, long recorded, long occurred, int incident, int zone, int detail) {
      String name = (fact == EventFile.NOISE ? "n" : "a") + incident;
      String source =
          switch (fact) {
            case EventFile.FINDING -> "monitor";
            case EventFile.NOTICE -> MillionEvents.GUARANTORS.get(zone).value();
            default -> "press";
          };
      Fact says =
          switch (fact) {
            case EventFile.ATTACK ->
                new Fact.Report(
                    name,
                    new What(
                        "attack",
                        MillionEvents.AGGRESSOR,
                        MillionEvents.VICTIM,
                        "Z-" + zone,
                        Set.of(),
                        detail,
                        detail,
                        detail));
            case EventFile.FINDING -> new Fact.Finding(name, MillionEvents.MONITOR, true);
            case EventFile.NOTICE ->
                new Fact.Act(name, MillionEvents.GUARANTORS.get(zone), "notice");
            default ->
                new Fact.Report(
                    name, What.of(NOISES[detail], MillionEvents.AGGRESSOR, MillionEvents.VICTIM));
          };
      LoggedFact entry =
          new LoggedFact(
              "e" + entries, says, occurred, occurred, recorded, recorded, source, source, null);
      entries++;
      last = entry;
      if (watch != null) {
        watch.follow(entry);
        if ((entries & 0xFFFF) == 0) {
          most = Math.max(most, watch.remembered());
        }
      }
    }
  }

  /// The broken pairs, by nothing but arrays.
  private static long brokenPairs(EventFile file, long events) {
    int attacks = EventFile.attacks(events);
    long[] at = new long[attacks];
    file.read(
        (fact, _, occurred, incident, _, _) -> {
          if (fact == EventFile.ATTACK) {
            at[incident] = occurred;
          }
        });
    BitSet verified = new BitSet(attacks);
    BitSet inTime = new BitSet();
    file.read(
        (fact, _, occurred, incident, guarantor, _) -> {
          if (fact == EventFile.FINDING) {
            verified.set(incident);
          } else if (fact == EventFile.NOTICE && occurred <= at[incident] + EventFile.DAY) {
            inTime.set(incident * EventFile.GUARANTORS + guarantor);
          }
        });
    long broken = 0;
    for (int attack = verified.nextSetBit(0);
        attack >= 0;
        attack = verified.nextSetBit(attack + 1)) {
      for (int each = 0; each < EventFile.GUARANTORS; each++) {
        broken += inTime.get(attack * EventFile.GUARANTORS + each) ? 0 : 1;
      }
    }
    return broken;
  }
}
