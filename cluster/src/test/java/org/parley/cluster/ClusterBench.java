package org.parley.cluster;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.parley.job.JobQuestion;
import org.parley.job.JobSweep;
import org.parley.job.SweepBackend;
import org.parley.job.ThreadBackend;

/// Prints how long jobs take on threads of this process and on Spark: threads of a driver, one
/// worker, two workers. All results are compared before a time is printed.
@NullMarked
final class ClusterBench {

  private static final int RUNS = 5;

  private final Map<String, JobQuestion> jobs = new TreeMap<>();
  private final Map<String, String> right = new TreeMap<>();

  private ClusterBench(int size) throws IOException {
    jobs.put("days 365", SmallJobs.replay(365));
    jobs.put("bands", SmallJobs.bands());
    jobs.put("fits 576", SmallJobs.skill(288));
    for (int scale : List.of(1, 10, 100)) {
      jobs.put("plays " + scale * size, SmallJobs.rehearsal((long) scale * size, 40, null));
      jobs.put("draws " + scale * size, SmallJobs.robustness((long) scale * size));
    }
  }

  /// A way to compute, which is started once.
  private interface Start {
    SweepBackend backend() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    System.out.printf(
        "%s, %d processors, load average %.1f; medians of %d runs after one (least to most), ms%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS);
    ClusterBench bench =
        new ClusterBench(arguments.length == 0 ? 2_000 : Integer.parseInt(arguments[0]));
    bench.measure("1 thread", () -> new ThreadBackend(1));
    bench.measure("2 threads", () -> new ThreadBackend(2));
    bench.measure("Spark local[2]", () -> new SparkLibrary().connect("local[2]", Map.of()));
    Path folder = Files.createTempDirectory("cluster-bench");
    try (Daemon master = Daemon.start(folder, words("master --port 0 --web-port 0"))) {
      try (Daemon one = worker(master, folder)) {
        bench.measure("1 worker", () -> cluster(master, 1));
        try (Daemon other = worker(master, folder)) {
          bench.measure("2 workers", () -> cluster(master, 2));
          if (!one.isAlive() || !other.isAlive()) {
            throw new IllegalStateException("a worker died");
          }
        }
      }
    }
    System.out.printf(
        "load average %.1f at the end%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>(List.of("cluster"));
    words.addAll(Arrays.asList(line.split(" ")));
    return words;
  }

  private static Daemon worker(Daemon master, Path folder) throws Exception {
    return Daemon.start(
        folder,
        words(
            "worker "
                + master.address()
                + " --cores 1 --memory 1g --work "
                + Files.createTempDirectory(folder, "work")));
  }

  private static SweepBackend cluster(Daemon master, int workers) throws Exception {
    return new SparkLibrary()
        .connect(
            master.address(),
            Map.of(
                "spark.cores.max", Integer.toString(workers),
                "spark.executor.memory", "1g",
                "spark.executor.extraClassPath", System.getProperty("java.class.path"),
                "spark.scheduler.minRegisteredResourcesRatio", "1.0",
                "spark.scheduler.maxRegisteredResourcesWaitingTime", "120s"));
  }

  private void measure(String name, Start start) throws Exception {
    long begin = System.nanoTime();
    try (SweepBackend backend = start.backend()) {
      // a first job waits for the executors
      SmallJobs.file(SmallJobs.rehearsal(1, 2, null), backend, (_, _) -> {});
      System.out.printf("%n%s: start and a first play %d ms%n", name, millis(begin));
      for (Map.Entry<String, JobQuestion> each : jobs.entrySet()) {
        measure(name, each.getKey(), each.getValue(), backend);
      }
    }
  }

  private void measure(String name, String job, JobQuestion question, SweepBackend backend)
      throws Exception {
    check(name, job, SmallJobs.file(question, backend, (_, _) -> {}));
    long[] took = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long begin = System.nanoTime();
      backend.parts(question, (_, _) -> {});
      took[run] = millis(begin);
    }
    Arrays.sort(took);
    System.out.printf(
        "  %-14s %6d parts: %6d (%d-%d)%n",
        job, JobSweep.of(question).size(), took[RUNS / 2], took[0], took[RUNS - 1]);
  }

  private void check(String name, String job, String file) {
    String earlier = right.putIfAbsent(job, file);
    if (earlier != null && !earlier.equals(file)) {
      throw new IllegalStateException(job + " has another file on " + name);
    }
  }

  private static long millis(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }
}
