package org.parley.cluster;

import org.jspecify.annotations.Nullable;
import org.parley.job.JobSweep;
import org.parley.proof.BadFindingException;

/// The sweep of the latest question on this executor. Making one costs more than a part, and all
/// tasks of a job ask for the same.
final class ExecutorSweep {

  private static @Nullable ExecutorSweep latest;

  private final String question;
  private final JobSweep sweep;

  private ExecutorSweep(String question, JobSweep sweep) {
    this.question = question;
    this.sweep = sweep;
  }

  /// The sweep of a question that was sent.
  static JobSweep of(String question) {
    synchronized (ExecutorSweep.class) {
      ExecutorSweep last = latest;
      if (last == null || !last.question.equals(question)) {
        last = new ExecutorSweep(question, parse(question));
        latest = last;
      }
      return last.sweep;
    }
  }

  private static JobSweep parse(String question) {
    try {
      return JobSweep.of(question);
    } catch (BadFindingException e) {
      throw new IllegalStateException(
          "reading the question of a job on an executor: "
              + e.getMessage()
              + ". Maybe it runs another version of Parley",
          e);
    }
  }
}
