package org.parley.cluster;

import java.util.BitSet;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.parley.job.SweepBackend;

/// Counts the parts of finished tasks. A task that ran twice counts once.
final class TaskProgress extends SparkListener {

  private final BitSet finished = new BitSet();
  private final int parts;
  private final int tasks;
  private final SweepBackend.PartListener listener;
  private int done;

  TaskProgress(int parts, int tasks, SweepBackend.PartListener listener) {
    this.parts = parts;
    this.tasks = tasks;
    this.listener = listener;
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    int task = end.taskInfo().index();
    if (end.taskInfo().successful() && !finished.get(task)) {
      finished.set(task);
      done += (int) (from(task + 1) - from(task));
      listener.at(done, parts);
    }
  }

  /// The first part of a task: Spark cuts a list evenly.
  private long from(int task) {
    return (long) task * parts / tasks;
  }
}
