package org.parley.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Computes jobs on the threads of this process.
public final class ThreadBackend implements SweepBackend {

  private final int threads;

  /// @param threads changes the time alone
  public ThreadBackend(int threads) {
    this.threads = threads;
  }

  @Override
  public List<String> parts(JobQuestion question, PartListener listener) throws JobFailedException {
    JobSweep sweep = JobSweep.of(question);
    List<String> results = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<String>> parts =
          IntStream.range(0, sweep.size())
              .mapToObj(number -> pool.submit(() -> sweep.part(number)))
              .toList();
      for (Future<String> each : parts) {
        results.add(each.get());
        listener.at(results.size(), parts.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobFailedException("computing a job: interrupted", e);
    } catch (ExecutionException e) {
      throw new JobFailedException("computing a job: a part failed", e);
    }
    return results;
  }

  @Override
  public void close() {}
}
