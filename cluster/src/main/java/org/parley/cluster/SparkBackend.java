package org.parley.cluster;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.parley.job.JobFailedException;
import org.parley.job.JobQuestion;
import org.parley.job.JobSweep;
import org.parley.job.SweepBackend;

/// Computes jobs with Spark.
public final class SparkBackend implements SweepBackend {

  /// The fewest tasks: what a lost executor had begun is computed again, and is a small share.
  private static final int LEAST_TASKS = 64;

  private static final int TASKS_A_CORE = 8;

  private final JavaSparkContext spark;

  SparkBackend(JavaSparkContext spark) {
    this.spark = spark;
  }

  @Override
  public List<String> parts(JobQuestion question, PartListener listener) throws JobFailedException {
    int parts = JobSweep.of(question).size();
    int tasks = Math.min(parts, Math.max(LEAST_TASKS, TASKS_A_CORE * spark.defaultParallelism()));
    TaskProgress progress = new TaskProgress(parts, tasks, listener);
    spark.sc().addSparkListener(progress);
    Broadcast<String> sent = spark.broadcast(JobSweep.text(question));
    try {
      return spark
          .parallelize(IntStream.range(0, parts).boxed().toList(), tasks)
          .map(number -> ExecutorSweep.of(sent.value()).part(number))
          .collect();
    } catch (Exception e) {
      // Spark throws checked exceptions that its methods do not declare
      throw failed(e);
    } finally {
      sent.unpersist();
      spark.sc().removeSparkListener(progress);
    }
  }

  private static JobFailedException failed(Exception problem) {
    return new JobFailedException(
        "computing a job with Spark: "
            + (problem.getCause() instanceof SparkException cause ? cause : problem).getMessage()
            + ". Maybe look at the logs of the workers",
        problem);
  }

  @Override
  public void close() {
    spark.close();
  }
}
