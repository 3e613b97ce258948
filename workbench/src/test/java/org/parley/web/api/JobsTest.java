package org.parley.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.Eventually;
import org.parley.exact.Stage;
import org.parley.web.api.line.Jobs;
import org.parley.web.api.line.Jobs.Job;
import org.parley.web.api.line.Reply;
import org.parley.web.service.Visitor;
import org.parley.web.view.ProblemCode;
import org.parley.web.work.Work;
import org.parley.web.work.Workers;

class JobsTest {

  private static final long LONG_MILLIS = 60_000;
  private static final Visitor ANN = Visitor.mediator("ann");
  private static final Visitor BEA = Visitor.mediator("bea");

  private static Reply untilStopped(Work work) {
    work.budget().progress().at(Stage.GROUPS, 1, 4);
    while (!work.budget().stop().getAsBoolean()) {
      Thread.onSpinWait();
    }
    return Reply.of("so far");
  }

  private static Optional<Job> begin(Jobs jobs, Visitor visitor, Jobs.Question question) {
    return jobs.begin(visitor, "/api/packages", Duration.ofHours(1), question);
  }

  @Test
  void whatIsStoppedKeepsWhatIsKnownByThen() {
    Jobs jobs = new Jobs();
    Job job = begin(jobs, ANN, JobsTest::untilStopped).orElseThrow();
    assertNull(job.reply());
    while (!job.work().hasBegun()) {
      Thread.onSpinWait();
    }
    job.work().stop();
    assertTrue(job.work().await(LONG_MILLIS));
    assertEquals(Reply.of("so far"), job.reply());
    assertEquals(Work.Ended.STOPPED, job.work().ended());
  }

  @Test
  void finishedOnesGiveWayAndThoseUnderWayDoNot() {
    Jobs jobs = new Jobs();
    List<Job> under = new ArrayList<>();
    for (int i = 0; i < Jobs.EACH; i++) {
      under.add(begin(jobs, ANN, JobsTest::untilStopped).orElseThrow());
    }
    assertEquals(Optional.empty(), begin(jobs, ANN, JobsTest::untilStopped));
    Job other = begin(jobs, BEA, _ -> Reply.of("done")).orElseThrow();
    under.forEach(each -> each.work().stop());
    under.forEach(each -> assertTrue(each.work().await(LONG_MILLIS)));
    Job next = begin(jobs, ANN, _ -> Reply.of("next")).orElseThrow();
    assertEquals(Optional.empty(), jobs.find(ANN, under.getFirst().id()));
    assertEquals(next, jobs.list(ANN).getFirst());
    assertTrue(other.work().await(LONG_MILLIS));
    assertEquals(Optional.empty(), jobs.find(ANN, other.id()));
  }

  /// Two cases of one server: a job in each is two jobs of one person.
  @Test
  void nobodyHasAQuotaForEachCase() throws Exception {
    Workers threads = Jobs.threads();
    try (Jobs river = new Jobs(threads);
        Jobs bridge = new Jobs(threads)) {
      Job first = begin(river, ANN, JobsTest::untilStopped).orElseThrow();
      Job second = begin(bridge, ANN, JobsTest::untilStopped).orElseThrow();
      Job others =
          bridge
              .begin(BEA, "/api/packages", Duration.ofMinutes(1), _ -> Reply.of("done"))
              .orElseThrow();
      assertTrue(others.work().await(LONG_MILLIS));
      assertFalse(second.work().hasBegun());
      first.work().stop();
      Eventually.holds("its turn", second.work()::hasBegun);
    }
  }

  @Test
  void thoseOfACaseThatIsClosedGiveTheirThreadsBack() {
    Workers threads = Jobs.threads();
    Jobs closed = new Jobs(threads);
    Job left = begin(closed, ANN, JobsTest::untilStopped).orElseThrow();
    Job waiting = begin(closed, ANN, JobsTest::untilStopped).orElseThrow();
    closed.close();
    assertTrue(left.work().await(LONG_MILLIS));
    assertTrue(waiting.work().await(LONG_MILLIS));
    try (Jobs open = new Jobs(threads)) {
      Job next = begin(open, ANN, _ -> Reply.of("next")).orElseThrow();
      assertTrue(next.work().await(LONG_MILLIS));
    }
  }

  @Test
  void aRefusalIsKept() {
    Job job =
        begin(
                new Jobs(),
                ANN,
                _ -> {
                  throw new Unanswered(
                      ProblemCode.NO_PACKAGES, "No", "There is nothing to compute.", "Maybe not.");
                })
            .orElseThrow();
    assertTrue(job.work().await(LONG_MILLIS));
    assertNull(job.reply());
    assertNotNull(job.refusal());
  }
}
