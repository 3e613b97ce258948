package org.parley.bench.board;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parley.board.Board;
import org.parley.board.Boards;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;

/// Prints the cost of loading a case folder, checking its records and computing the board, for
/// 1,000 to 100,000 claims.
public final class BoardBench {

  private static final int RUNS = 15;
  private static final int WARM_UP = 10;
  private static final int LOADS = 5;
  private static final int LOADS_TO_WARM_UP = 2;

  private BoardBench() {}

  public static void main(String[] args) throws Exception {
    System.out.printf(
        "%s, %d processors, load average %.1f; medians of %d runs after %d (loading: %d after %d)%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS,
        WARM_UP,
        LOADS,
        LOADS_TO_WARM_UP);
    System.out.printf(
        "%9s %8s %28s %24s %24s %24s %24s%n",
        "claims", "text", "load folder", "check and build", "view", "prepare all days", "one day");
    for (int claims : new int[] {1_000, 3_000, 10_000, 30_000, 100_000}) {
      measure(claims);
    }
  }

  private static void measure(int claims) throws Exception {
    List<CaseRecord> records = BoardCorpus.of(claims, 1);
    Case built = Case.of(BoardCorpus.info(), records);
    CaseView view = built.viewFor(new Viewer.Mediator());
    AsOf asOf = AsOf.of(LocalDate.of(2026, 1, 1));
    Boards boards = Boards.of(view);
    Board board = boards.at(asOf);
    if (board.ledger().entries().size() != claims) {
      throw new AssertionError("the ledger lost claims");
    }
    Path folder = Files.createTempDirectory("parley-bench");
    try {
      long bytes = write(built, folder);
      if (!load(folder).equals(built)) {
        throw new AssertionError("the folder holds another case");
      }
      System.out.printf(
          "%9d %5.1f MB %28s %24s %24s %24s %24s   (%d contradictions)%n",
          claims,
          bytes / 1e6,
          time(LOADS, LOADS_TO_WARM_UP, () -> load(folder)),
          time(RUNS, WARM_UP, () -> Case.of(BoardCorpus.info(), records)),
          time(RUNS, WARM_UP, () -> built.viewFor(new Viewer.Mediator())),
          time(RUNS, WARM_UP, () -> Boards.of(view)),
          time(RUNS, WARM_UP, () -> boards.at(asOf)),
          board.contradictions().size());
    } finally {
      delete(folder);
    }
  }

  private static long write(Case contents, Path folder) throws IOException {
    long bytes = 0;
    for (Map.Entry<String, String> file : CaseWriter.write(contents).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
      bytes += Files.size(folder.resolve(file.getKey()));
    }
    return bytes;
  }

  private static Case load(Path folder) throws IOException {
    return switch (CaseFolder.of(folder).load()) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected.problems());
    };
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static String time(int runs, int warmUp, Callable<?> job) throws Exception {
    double[] millis = new double[runs];
    for (int run = -warmUp; run < runs; run++) {
      long start = System.nanoTime();
      Object result = job.call();
      double took = (System.nanoTime() - start) / 1e6;
      if (result == null) {
        throw new AssertionError();
      }
      if (run >= 0) {
        millis[run] = took;
      }
    }
    Arrays.sort(millis);
    return String.format(
        Locale.ROOT, "%.1f (%.1f-%.1f) ms", millis[runs / 2], millis[0], millis[runs - 1]);
  }
}
