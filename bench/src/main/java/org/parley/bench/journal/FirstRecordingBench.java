package org.parley.bench.journal;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.parley.bench.board.BoardCorpus;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.cases.Case;
import org.parley.store.FolderJournal;
import org.parley.store.Journal;
import org.parley.store.Verification;

/// Prints what it takes to record the case of a folder in a new journal. It is processor time,
/// clock time, and the most heap in use after a collection.
///
/// Usage: `FirstRecordingBench CLAIMS` for a generated case, or `FirstRecordingBench FOLDER`. The
/// journal lies beside the folder and is removed again. Its entries are verified, untimed.
public final class FirstRecordingBench {

  private static final double MEGA = 1e6;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private FirstRecordingBench() {}

  public static void main(String[] arguments) throws Exception {
    boolean isGenerated = arguments[0].matches("\\d+");
    Path folder = isGenerated ? generated(Integer.parseInt(arguments[0])) : Path.of(arguments[0]);
    Path file = Journal.besideFolder(folder).resolveSibling("journal.mv.db");
    if (Files.exists(file)) {
      throw new IllegalArgumentException(folder + " has a journal. Maybe name a copy of it.");
    }
    System.out.printf(
        "%s, %d processors, heap of at most %.0f MB, load average %.1f%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() / MEGA,
        SYSTEM.getSystemLoadAverage());
    AtomicLong most = watchHeap();
    if (!(CaseFolder.of(folder).load() instanceof LoadResult.Loaded loaded)) {
      throw new IllegalArgumentException(folder + " holds no case.");
    }
    System.out.printf(
        "read: %.1f s of the processors, live heap %.0f MB%n", processor(0), live() / MEGA);
    most.set(0);
    long begun = System.nanoTime();
    long before = SYSTEM.getProcessCpuTime();
    try (FolderJournal journal = new FolderJournal(folder, "bench", Clock.systemUTC())) {
      journal.record(loaded.contents(), "bench", "");
      if (journal.trouble() != null) {
        throw new AssertionError(journal.trouble());
      }
      System.out.printf(
          "recorded: %.1f s of the processors, %.1f s on the clock, load average %.1f%n",
          processor(before), (System.nanoTime() - begun) / 1e9, SYSTEM.getSystemLoadAverage());
      System.out.printf(
          "heap after collections meanwhile: at most %.0f MB; live afterwards %.0f MB; file %.0f MB%n",
          most.get() / MEGA, live() / MEGA, Files.size(file) / MEGA);
    }
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      if (!(journal.verify(null) instanceof Verification.Intact intact)) {
        throw new AssertionError("the journal is not intact");
      }
      System.out.printf("%,d entries, intact%n", intact.entries());
    } finally {
      remove(Objects.requireNonNull(file.getParent()));
      if (isGenerated) {
        remove(folder);
      }
    }
    if (loaded.contents().records().isEmpty()) {
      throw new AssertionError("an empty case");
    }
  }

  private static Path generated(int claims) throws IOException {
    Path folder = Files.createTempDirectory("parley-bench");
    Case contents = Case.of(BoardCorpus.info(), BoardCorpus.of(claims, claims / 500, 1));
    for (Map.Entry<String, String> each : CaseWriter.write(contents).entrySet()) {
      Files.writeString(folder.resolve(each.getKey()), each.getValue());
    }
    return folder;
  }

  private static double processor(long before) {
    return (SYSTEM.getProcessCpuTime() - before) / 1e9;
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /// The most that was in use after a collection of any kind.
  private static AtomicLong watchHeap() {
    AtomicLong most = new AtomicLong();
    for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) each)
          .addNotificationListener(
              (notification, _) -> {
                if (notification.getUserData() instanceof CompositeData data) {
                  long used =
                      GarbageCollectionNotificationInfo.from(data)
                          .getGcInfo()
                          .getMemoryUsageAfterGc()
                          .entrySet()
                          .stream()
                          .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Old|Tenured).*"))
                          .map(pool -> pool.getValue())
                          .mapToLong(MemoryUsage::getUsed)
                          .sum();
                  most.accumulateAndGet(used, Math::max);
                }
              },
              null,
              null);
    }
    return most;
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }
}
