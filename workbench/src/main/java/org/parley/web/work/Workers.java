package org.parley.web.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A few threads for long computations, shared fairly. Thread-safe.
///
/// Scheduling is round robin by person: each free thread takes the next person's oldest task.
/// Quotas bound the running and waiting tasks of a person. One thread never takes a long task, so
/// short ones always proceed.
///
/// So a short task waits for at most one task of every other person and for its own predecessors.
/// Each keeps the limit of short tasks.
public final class Workers {

  /// The quotas, in total and per person.
  ///
  /// @param threads the number of concurrent tasks
  /// @param running the concurrent tasks of one person
  /// @param waiting the waiting tasks
  /// @param waitingEach the waiting tasks of one person
  public record Quota(int threads, int running, int waiting, int waitingEach) {}

  /// Whether a task may be long, so that one thread is kept free of it.
  public enum Length {
    SHORT,
    LONG
  }

  /// Two tasks are never the same, however alike they are.
  private static final class Task {
    private final Length length;
    private final Runnable body;

    Task(Length length, Runnable body) {
      this.length = length;
      this.body = body;
    }
  }

  private final String name;
  private final Quota quota;
  private final Map<String, Deque<Task>> waiting = new LinkedHashMap<>();
  private final Map<String, Integer> running = new HashMap<>();
  private int allWaiting;
  private int allRunning;
  private int longRunning;

  /// @param name the name prefix of the threads
  public Workers(String name, Quota quota) {
    this.name = name;
    this.quota = quota;
    WorkTotals.add(this);
  }

  /// How many tasks are being done.
  synchronized int running() {
    return allRunning;
  }

  /// How many tasks wait for a thread.
  synchronized int waiting() {
    return allWaiting;
  }

  /// Queues a task for this person.
  ///
  /// @return cancels the task; returns whether it was still waiting
  /// @throws RejectedExecutionException if too many tasks are waiting, of this person or of all
  public synchronized BooleanSupplier execute(String person, Length length, Runnable body) {
    Task task = new Task(length, body);
    Deque<Task> own = waiting.computeIfAbsent(person, _ -> new ArrayDeque<>());
    own.addLast(task);
    allWaiting++;
    begin();
    if ((own.size() > quota.waitingEach || allWaiting > quota.waiting) && remove(person, task)) {
      throw new RejectedExecutionException(
          "too many tasks of " + name + " wait, of " + person + " or of all");
    }
    return () -> remove(person, task);
  }

  /// The same, for a short task with a result.
  ///
  /// @throws RejectedExecutionException if too many tasks are waiting, of this person or of all
  public <T> FutureTask<T> submit(String person, Callable<T> body) {
    FutureTask<T> result = new FutureTask<>(body);
    execute(person, Length.SHORT, result);
    return result;
  }

  private synchronized boolean remove(String person, Task task) {
    Deque<Task> own = waiting.get(person);
    if (own == null || !own.remove(task)) {
      return false;
    }
    allWaiting--;
    if (own.isEmpty()) {
      waiting.remove(person);
    }
    return true;
  }

  /// Starts tasks: one of each person in turn.
  private void begin() {
    boolean begun = true;
    while (begun && allRunning < quota.threads) {
      begun = false;
      Iterator<Map.Entry<String, Deque<Task>>> turns = waiting.entrySet().iterator();
      while (turns.hasNext() && !begun) {
        Map.Entry<String, Deque<Task>> turn = turns.next();
        String person = turn.getKey();
        Deque<Task> own = turn.getValue();
        Task next = running.getOrDefault(person, 0) < quota.running ? next(own) : null;
        if (next != null) {
          turns.remove();
          own.remove(next);
          if (!own.isEmpty()) {
            waiting.put(person, own);
          }
          start(person, next);
          begun = true;
        }
      }
    }
  }

  private @Nullable Task next(Deque<Task> own) {
    boolean mayBeLong = longRunning < Math.max(1, quota.threads - 1);
    return own.stream()
        .filter(each -> mayBeLong || each.length == Length.SHORT)
        .findFirst()
        .orElse(null);
  }

  private void start(String person, Task task) {
    allWaiting--;
    count(person, task, 1);
    Thread.ofPlatform()
        .name(name)
        .daemon()
        .start(
            () -> {
              try {
                task.body.run();
              } finally {
                synchronized (this) {
                  count(person, task, -1);
                  begin();
                }
              }
            });
  }

  private void count(String person, Task task, int by) {
    allRunning += by;
    longRunning += task.length == Length.LONG ? by : 0;
    running.merge(person, by, (old, more) -> old + more == 0 ? null : old + more);
  }
}
