package org.parley.web.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.web.work.Workers.Length;

/// Who gets a thread, and when.
@Timeout(60)
class WorkersTest {

  private final List<String> begun = new ArrayList<>();

  /// A task that says when it begins and ends when it is let go.
  private final class Held {
    final CountDownLatch began = new CountDownLatch(1);
    final CountDownLatch end = new CountDownLatch(1);
    final BooleanSupplier takeBack;

    Held(Workers workers, String person, Length length, String name) {
      takeBack =
          workers.execute(
              person,
              length,
              () -> {
                synchronized (begun) {
                  begun.add(name);
                }
                began.countDown();
                await(end);
              });
    }

    boolean hasBegun() {
      return began.getCount() == 0;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Workers workers(int threads, int running, int waiting, int each) {
    return new Workers("test", new Workers.Quota(threads, running, waiting, each));
  }

  @Test
  void onePersonDoesNotFillTheThreads() {
    Workers workers = workers(2, 1, 100, 10);
    List<Held> low = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      low.add(new Held(workers, "ob", Length.SHORT, "ob" + i));
    }
    await(low.getFirst().began);
    Held other = new Held(workers, "ann", Length.SHORT, "ann");
    await(other.began);
    assertFalse(low.get(1).hasBegun());
    other.end.countDown();
    low.forEach(each -> each.end.countDown());
    low.forEach(each -> await(each.began));
  }

  @Test
  void peopleTakeTurns() {
    Workers workers = workers(1, 1, 100, 10);
    Held first = new Held(workers, "a", Length.SHORT, "a0");
    await(first.began);
    List<Held> all = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      all.add(new Held(workers, "a", Length.SHORT, "a" + i));
    }
    for (int i = 1; i <= 2; i++) {
      all.add(new Held(workers, "b", Length.SHORT, "b" + i));
    }
    all.add(new Held(workers, "c", Length.SHORT, "c1"));
    all.forEach(each -> each.end.countDown());
    first.end.countDown();
    all.forEach(each -> await(each.began));
    synchronized (begun) {
      // a had its turn when the others came
      assertEquals(List.of("a0", "a1", "b1", "c1", "a2", "b2", "a3"), begun);
    }
  }

  @Test
  void longTasksLeaveAThread() {
    Workers workers = workers(2, 1, 100, 10);
    Held first = new Held(workers, "ann", Length.LONG, "first");
    Held second = new Held(workers, "bea", Length.LONG, "second");
    await(first.began);
    Held small = new Held(workers, "ob", Length.SHORT, "small");
    await(small.began);
    assertFalse(second.hasBegun());
    small.end.countDown();
    Held next = new Held(workers, "mo", Length.SHORT, "next");
    await(next.began);
    assertFalse(second.hasBegun());
    first.end.countDown();
    await(second.began);
    next.end.countDown();
    second.end.countDown();
  }

  @Test
  void whatWaitsIsBoundedForEachAndForAll() {
    Workers workers = workers(1, 1, 3, 2);
    Held runs = new Held(workers, "a", Length.SHORT, "a");
    await(runs.began);
    Held one = new Held(workers, "a", Length.SHORT, "a1");
    Held two = new Held(workers, "a", Length.SHORT, "a2");
    assertThrows(
        RejectedExecutionException.class, () -> new Held(workers, "a", Length.SHORT, "a3"));
    Held other = new Held(workers, "b", Length.SHORT, "b1");
    assertThrows(
        RejectedExecutionException.class, () -> new Held(workers, "b", Length.SHORT, "b2"));
    assertTrue(one.takeBack.getAsBoolean());
    assertFalse(one.takeBack.getAsBoolean());
    assertFalse(runs.takeBack.getAsBoolean());
    Held again = new Held(workers, "a", Length.SHORT, "a4");
    for (Held each : List.of(runs, two, other, again)) {
      each.end.countDown();
    }
    await(again.began);
    assertFalse(one.hasBegun());
  }

  @Test
  void whatFailsGivesItsThreadBack() throws Exception {
    Workers workers = workers(1, 1, 3, 3);
    workers.execute(
        "a",
        Length.SHORT,
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
          throw new IllegalStateException("on purpose");
        });
    assertEquals("done", workers.submit("a", () -> "done").get(30, TimeUnit.SECONDS));
  }
}
