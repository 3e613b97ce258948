package org.parley.web.api.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.work.Work;
import org.parley.web.work.Workers;

/// Questions whose answers are fetched later. Nobody is shown another's. Safe to share between
/// threads. Two are computed at a time, of different people, who take turns; how long one may take
/// depends on the role.
public final class Jobs implements AutoCloseable {

  /// How many are kept of each who asks: the finished ones that were begun first give way.
  public static final int EACH = 8;

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration LONGEST_OF_OTHERS = Duration.ofMinutes(5);

  private final Workers workers;
  private final Map<Visitor, Map<String, Job>> jobs = new HashMap<>();

  /// Answers, with the budget of the work.
  @FunctionalInterface
  public interface Question {
    Reply answer(Work work) throws Exception;
  }

  /// One of them.
  public static final class Job {
    private final String id = UUID.randomUUID().toString();
    private final String ask;
    private final Work work;
    private volatile @Nullable Reply reply;
    private volatile @Nullable Exception refusal;

    private Job(Workers workers, Visitor visitor, String ask, Duration longest, Question question) {
      this.ask = ask;
      work =
          Work.start(
              workers,
              visitor.name(),
              Work.Span.of(longest),
              self -> {
                try {
                  reply = question.answer(self);
                } catch (Exception e) {
                  refusal = e;
                }
              });
    }

    public String id() {
      return id;
    }

    /// The address that is asked.
    public String ask() {
      return ask;
    }

    public Work work() {
      return work;
    }

    /// The answer; null while it is pending, or if refused.
    public @Nullable Reply reply() {
      return reply;
    }

    /// The reason of a refusal; null if there is none yet.
    public @Nullable Exception refusal() {
      return refusal;
    }
  }

  /// The jobs of a case alone.
  public Jobs() {
    this(threads());
  }

  /// The jobs of one of several cases.
  ///
  /// @param workers the threads that the cases share, so that nobody has a quota for each
  public Jobs(Workers workers) {
    this.workers = workers;
  }

  /// Threads for jobs, of one case or of many.
  public static Workers threads() {
    return new Workers("jobs", new Workers.Quota(2, 1, 128, EACH));
  }

  /// How long a job of somebody in this role may take. One thread is kept for jobs of no more than
  /// the least of these, so everybody's begin.
  public static Duration longest(Role role) {
    return role == Role.MEDIATOR ? LONGEST : LONGEST_OF_OTHERS;
  }

  /// Begins one; empty if too many wait, or too many of this visitor are under way.
  public synchronized Optional<Job> begin(
      Visitor visitor, String ask, Duration longest, Question question) {
    Map<String, Job> own = jobs.computeIfAbsent(visitor, _ -> new LinkedHashMap<>());
    if (own.size() >= EACH) {
      own.values().stream()
          .filter(each -> each.work.isFinished())
          .findFirst()
          .ifPresent(each -> own.remove(each.id));
    }
    if (own.size() >= EACH) {
      return Optional.empty();
    }
    try {
      Job job = new Job(workers, visitor, ask, longest, question);
      own.put(job.id, job);
      return Optional.of(job);
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
  }

  /// One of this visitor.
  public synchronized Optional<Job> find(Visitor visitor, String id) {
    return Optional.ofNullable(jobs.getOrDefault(visitor, Map.of()).get(id));
  }

  /// Those of this visitor, the latest first.
  public synchronized List<Job> list(Visitor visitor) {
    return new ArrayList<>(jobs.getOrDefault(visitor, Map.of()).values()).reversed();
  }

  /// Stops all: nobody can ask for them any more.
  @Override
  public synchronized void close() {
    jobs.values().forEach(own -> own.values().forEach(each -> each.work.stop()));
  }

  /// Stops one and forgets it.
  public synchronized void forget(Visitor visitor, Job job) {
    job.work.stop();
    jobs.getOrDefault(visitor, new HashMap<>()).remove(job.id);
  }
}
