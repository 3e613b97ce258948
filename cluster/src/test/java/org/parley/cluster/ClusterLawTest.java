package org.parley.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.job.JobFailedException;
import org.parley.job.JobQuestion;
import org.parley.job.SweepBackend;
import org.parley.job.ThreadBackend;

/// The same seeds give the same file, byte for byte: on one thread, on threads of Spark, on a
/// standalone master with two workers, and when one of these is killed.
@NullMarked
class ClusterLawTest {

  private static final SweepBackend.PartListener NOBODY = (_, _) -> {};

  private static List<JobQuestion> jobs = List.of();
  private static List<String> right = List.of();

  @BeforeAll
  static void computeOnOneThread() throws Exception {
    jobs = SmallJobs.all();
    right = files(jobs, new ThreadBackend(1));
  }

  private static List<String> files(List<JobQuestion> jobs, SweepBackend backend)
      throws JobFailedException {
    List<String> files = new ArrayList<>();
    for (JobQuestion each : jobs) {
      files.add(SmallJobs.file(each, backend, NOBODY));
    }
    return files;
  }

  @Test
  void threadsOfSparkGiveTheSame() throws Exception {
    try (SweepBackend spark = new SparkLibrary().connect("local[2]", Map.of())) {
      assertEquals(right, files(jobs, spark));
    }
  }

  @Test
  void twoWorkersGiveTheSameAndOneAfterTheOtherIsKilled(@TempDir Path folder) throws Exception {
    JobQuestion longer = SmallJobs.rehearsal(40_000, 200, null);
    String expected = SmallJobs.file(longer, new ThreadBackend(2), NOBODY);
    try (Daemon master = Daemon.master(folder);
        Daemon one = Daemon.worker(master, folder);
        Daemon other = Daemon.worker(master, folder);
        SweepBackend spark = new SparkLibrary().connect(master.address(), Daemon.bothWorkers())) {
      assertEquals(right, files(jobs, spark));

      AtomicInteger doneWhenKilled = new AtomicInteger();
      AtomicInteger parts = new AtomicInteger();
      String file =
          SmallJobs.file(
              longer,
              spark,
              (done, of) -> {
                parts.set(of);
                if (doneWhenKilled.compareAndSet(0, done)) {
                  other.kill();
                }
              });
      assertTrue(doneWhenKilled.get() < parts.get() / 2, doneWhenKilled + " of " + parts);
      assertFalse(other.isAlive());
      assertTrue(one.isAlive());
      assertEquals(expected, file);
    }
  }

  @Test
  void aMasterThatIsNotThereIsSaidAtOnce() {
    JobFailedException told =
        assertThrows(
            JobFailedException.class,
            () -> new SparkLibrary().connect("spark://127.0.0.1:1", Map.of()));
    assertTrue(
        String.valueOf(told.getMessage()).contains("no master answers there"), told::getMessage);
    assertThrows(JobFailedException.class, () -> new SparkLibrary().connect("yarn", Map.of()));
  }
}
