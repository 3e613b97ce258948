package org.parley.job;

import java.util.List;

/// Computes the parts of jobs.
public interface SweepBackend extends AutoCloseable {

  /// Told of finished parts, from any thread.
  interface PartListener {
    void at(int done, int of);
  }

  /// Computes all parts of a job.
  ///
  /// @return the results in the order of the parts, each as [JobSweep#part] gives it
  /// @throws JobFailedException if machines are missing, or a part failed again and again
  List<String> parts(JobQuestion question, PartListener listener) throws JobFailedException;

  @Override
  void close();
}
