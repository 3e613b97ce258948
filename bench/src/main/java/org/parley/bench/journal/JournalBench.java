package org.parley.bench.journal;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.store.AppendResult;
import org.parley.store.Change;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.Judge;
import org.parley.store.Verification;
import org.parley.store.cipher.JournalKey;

/// Prints the time to open, verify and export a journal in a file, to look up a record's history,
/// and to add one entry. There are a tenth as many records as entries, each changed repeatedly.
///
/// Usage: `JournalBench [ENTRIES...]`; 10,000, 100,000, 300,000 and 1,000,000. With `encrypted` as
/// the first argument, each size is measured plain and encrypted, one after the other. Times are
/// those of the processor then, since other work of the machine counts less; look-ups and appends
/// are means.
///
/// The export is compared with the input before any timing.
public final class JournalBench {

  private static final int APPENDS = 200;
  private static final int LOOKUPS = 200;
  private static final int RUNS = 3;

  /// The clock of the processor; null for that of the wall.
  private static @Nullable OperatingSystemMXBean processor;

  private JournalBench() {}

  public static void main(String[] arguments) throws Exception {
    System.out.printf(
        "%s, %d processors, load average %.1f; medians of %d runs (lowest-highest), look-ups and appends of %d%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS,
        APPENDS);
    boolean both = arguments.length > 0 && arguments[0].equals("encrypted");
    processor = both ? ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class) : null;
    System.out.println(
        "| entries | file | open | verify | export | a record's history | one entry, on disk |");
    System.out.println("|---|---|---|---|---|---|---|");
    int[] given = Arrays.stream(arguments).skip(both ? 1 : 0).mapToInt(Integer::parseInt).toArray();
    int[] sizes = given.length == 0 ? new int[] {10_000, 100_000, 300_000, 1_000_000} : given;
    for (int entries : sizes) {
      measure(entries, null);
      if (both) {
        measure(entries, JournalKey.ofText("00112233445566778899aabbccddeeff"));
      }
    }
  }

  private static void measure(int entries, @Nullable JournalKey key) throws Exception {
    Path folder = Files.createTempDirectory("parley-bench");
    try {
      Path place = Journal.besideFolder(folder);
      DatabaseAddress file = DatabaseAddress.ofFile(place).withKey(key);
      Map<String, String> wanted = fill(file, entries);
      double[] open = new double[RUNS];
      double[] verify = new double[RUNS];
      double[] export = new double[RUNS];
      double[] history = new double[LOOKUPS];
      double[] append = new double[APPENDS];
      for (int run = 0; run < RUNS; run++) {
        long start = now();
        try (Journal journal = Journal.at(file)) {
          open[run] = millis(start);
          start = now();
          if (!(journal.verify(null) instanceof Verification.Intact intact)
              || intact.entries() != entries) {
            throw new AssertionError("the journal does not verify");
          }
          verify[run] = millis(start);
          start = now();
          Map<String, String> files = journal.contents().files();
          export[run] = millis(start);
          String all = String.join("", files.values());
          if (all.length() < wanted.values().stream().mapToInt(String::length).sum()
              || !wanted.values().stream().limit(1_000).allMatch(all::contains)) {
            throw new AssertionError("the export lost records");
          }
        }
      }
      try (Journal journal = Journal.at(file)) {
        for (int i = 0; i < LOOKUPS; i++) {
          String id = "c" + i * (entries / 10 / LOOKUPS);
          long start = now();
          int found = journal.listOf(id).size();
          history[i] = millis(start);
          if (found != 10) {
            throw new AssertionError(id + " has " + found + " entries");
          }
        }
        for (int i = 0; i < APPENDS; i++) {
          Change change = new Change("claims", "new" + i, null, text("new" + i, i));
          long start = now();
          if (!(journal.append(Judge.of(List.of(change)), "bench", "one more", Instant.EPOCH)
              instanceof AppendResult.Done<?>)) {
            throw new AssertionError("not recorded");
          }
          append[i] = millis(start);
        }
      }
      System.out.printf(
          "| %,d%s | %.0f MB | %s | %s | %s | %s | %s |%n",
          entries,
          key == null ? "" : ", encrypted",
          Files.size(place.resolveSibling("journal.mv.db")) / 1e6,
          spread(open),
          spread(verify),
          spread(export),
          each(history),
          each(append));
    } finally {
      delete(folder);
    }
  }

  private static Map<String, String> fill(DatabaseAddress file, int entries)
      throws JournalUnavailableException {
    int records = entries / 10;
    int wanted = entries - BEGINNING.size();
    Map<String, String> stands = new TreeMap<>();
    try (Journal journal = Journal.at(file)) {
      List<Change> changes = new ArrayList<>(BEGINNING);
      for (int i = 0; i < wanted; i++) {
        String id = "c" + i % records;
        String text = text(id, i);
        changes.add(new Change("claims", id, stands.put(id, text), text));
        if (changes.size() >= records || i == wanted - 1) {
          if (!(journal.append(Judge.of(changes), "bench", "filling", Instant.EPOCH)
              instanceof AppendResult.Done<?>)) {
            throw new AssertionError("not recorded");
          }
          changes.clear();
        }
      }
    }
    return stands;
  }

  /// The foundation of claims.
  private static final List<Change> BEGINNING =
      List.of(
          new Change("case", "case", null, "  title: A case to measure\n"),
          new Change("parties", "A", null, "  - {id: A, name: Arda, kind: state}\n"),
          new Change(
              "sources",
              "s",
              null,
              "  - {id: s, publisher: P, title: T, date: 2025-12-28, kind: report, reliability: B,"
                  + " language: en}\n"));

  private static String text(String id, int number) {
    return "  - id: "
        + id
        + "\n    party: A\n    speaker: A minister\n    asserts: agreed\n    said: 2025-12-28\n"
        + "    source: [s]\n    about: [whole]\n    paraphrase: Number "
        + number
        + " of what was said that day, and as long as such things are.\n";
  }

  private static double millis(long since) {
    return (now() - since) / 1e6;
  }

  private static long now() {
    return processor == null ? System.nanoTime() : processor.getProcessCpuTime();
  }

  /// The clock of the processor is too coarse for one of them.
  private static String each(double[] millis) {
    return processor == null
        ? spread(millis)
        : String.format(Locale.ROOT, "%.2f ms", Arrays.stream(millis).average().orElse(0));
  }

  private static String spread(double[] millis) {
    Arrays.sort(millis);
    double middle = millis[millis.length / 2];
    return middle < 100
        ? String.format(
            Locale.ROOT, "%.1f (%.1f-%.1f) ms", middle, millis[0], millis[millis.length - 1])
        : String.format(
            Locale.ROOT,
            "%.2f (%.2f-%.2f) s",
            middle / 1e3,
            millis[0] / 1e3,
            millis[millis.length - 1] / 1e3);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
