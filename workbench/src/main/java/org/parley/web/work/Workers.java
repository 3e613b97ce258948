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

/// A few threads for what takes long, shared fairly by the people who ask. Safe to share.
///
/// People take turns: each time a thread is free, the next person with a task waiting has one begun
/// (round robin), in the order in which that person asked. Quotas bound how many tasks of a person
/// run and wait. One thread never takes a long task, so short ones always go on.
///
/// So a short task begins after at most one task of every other person and those the same person
/// has before it, each as long as a short task may take.
public final class Workers {

  /// What there is, and what of it a person may have.
  ///
  /// @param threads how many tasks run at a time
  /// @param running how many of one person
  /// @param waiting how many may wait
  /// @param waitingEach how many of one person
  public record Quota(int threads, int running, int waiting, int waitingEach) {}

  /// Whether a task may take so long that one thread is kept free of its kind.
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

  /// @param name what their threads are called
  public Workers(String name, Quota quota) {
    this.name = name;
    this.quota = quota;
  }

  public Quota quota() {
    return quota;
  }

  /// Begins a task as soon as it is this person's turn.
  ///
  /// @return takes the task back; whether it was still waiting
  /// @throws RejectedExecutionException where too many wait already, of this person or of all
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
  /// @throws RejectedExecutionException where too many wait already, of this person or of all
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

  /// Begins what may begin: one task of each person in turn.
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
