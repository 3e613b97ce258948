package org.parley.web.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.parley.Eventually;

/// Of all who ask for the same at once, one makes it.
class SingleFlightTest {

  private static final int ASKERS = 12;

  private final AtomicInteger made = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final List<Thread> askers = new ArrayList<>();

  private FutureTask<Integer> ask(
      SingleFlight<String, Integer> flights, String key, Supplier<Integer> make) {
    FutureTask<Integer> asked = new FutureTask<>(() -> flights.get(key, make));
    askers.add(Thread.ofPlatform().daemon().start(asked));
    return asked;
  }

  private Integer slowly() {
    begun.countDown();
    pause(goOn);
    return made.incrementAndGet();
  }

  private static void pause(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("a test was interrupted", e);
    }
  }

  /// All but the maker wait with a bound, the maker for the latch without.
  private void allOthersWait() throws Exception {
    Eventually.holds(
        "waiting askers",
        () ->
            askers.stream().filter(each -> each.getState() == Thread.State.TIMED_WAITING).count()
                == askers.size() - 1);
  }

  @Test
  void allWhoAskAtOnceGetWhatOneMade() throws Exception {
    SingleFlight<String, Integer> flights = new SingleFlight<>(Duration.ofHours(1));
    List<FutureTask<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < ASKERS; i++) {
      answers.add(ask(flights, "page", this::slowly));
    }
    allOthersWait();
    assertEquals(100, flights.get("another page", () -> 100), "others go on");
    goOn.countDown();
    for (FutureTask<Integer> each : answers) {
      assertEquals(1, each.get());
    }
    assertEquals(2, flights.get("page", this::slowly), "nothing is kept");
  }

  @Test
  void whoWaitsTooLongMakesItAlone() throws Exception {
    SingleFlight<String, Integer> flights = new SingleFlight<>(Duration.ZERO);
    FutureTask<Integer> slow = ask(flights, "page", this::slowly);
    pause(begun);
    assertEquals(1, flights.get("page", made::incrementAndGet));
    goOn.countDown();
    assertEquals(2, slow.get());
  }

  @Test
  void whoWaitsForOneThatFailsMakesItAlone() throws Exception {
    SingleFlight<String, Integer> flights = new SingleFlight<>(Duration.ofHours(1));
    FutureTask<Integer> failing =
        ask(
            flights,
            "page",
            () -> {
              slowly();
              throw new IllegalStateException("as asked");
            });
    pause(begun);
    FutureTask<Integer> waiting = ask(flights, "page", () -> 7);
    allOthersWait();
    goOn.countDown();
    assertEquals(7, waiting.get());
    assertThrows(java.util.concurrent.ExecutionException.class, failing::get);
    assertEquals(8, flights.get("page", () -> 8), "a failure is not kept either");
  }
}
