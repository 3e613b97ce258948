package org.parley.web.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.parley.exact.Stage;

class WorkTest {

  private enum At {
    COUNTING,
    LOOKING
  }

  private static final long LONG_MILLIS = 60_000;
  private static final Work.Span HOUR = Work.Span.of(Duration.ofHours(1));
  private static final Workers WORKERS = new Workers("test", new Workers.Quota(2, 2, 8, 8));

  private static Work start(Consumer<Work> body) {
    return Work.start(WORKERS, "ann", HOUR, body);
  }

  private static void pause(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void saysWhatItIsAtAndHowMuchOfThatIsDone() {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Work work =
        start(
            self -> {
              self.begin(At.COUNTING);
              self.begin(At.LOOKING);
              self.budget().progress().at(Stage.FRONTIER, 3, 4);
              reached.countDown();
              pause(goOn);
            });
    pause(reached);
    assertEquals(At.LOOKING, work.stage());
    assertEquals(2, work.step());
    assertEquals(0.75, work.part());
    assertEquals(Stage.FRONTIER, work.search());
    assertTrue(work.hasBegun());
    assertFalse(work.isFinished());
    goOn.countDown();
    assertTrue(work.await(LONG_MILLIS));
    assertNull(work.ended());
    assertNull(work.failure());
  }

  @Test
  void stopsWhenToldToAndSaysSo() {
    CountDownLatch begun = new CountDownLatch(1);
    Work work =
        start(
            self -> {
              begun.countDown();
              while (!self.budget().stop().getAsBoolean()) {
                Thread.onSpinWait();
              }
            });
    pause(begun);
    work.stop();
    assertTrue(work.await(LONG_MILLIS));
    assertEquals(Work.Ended.STOPPED, work.ended());
  }

  @Test
  void whatIsOverIsNotStopped() {
    Work work = start(_ -> {});
    assertTrue(work.await(LONG_MILLIS));
    work.stop();
    assertNull(work.ended());
  }

  @Test
  void keepsWhatWentWrong() {
    Work work =
        start(
            _ -> {
              throw new IllegalStateException("counting: broken");
            });
    assertTrue(work.await(LONG_MILLIS));
    assertInstanceOf(IllegalStateException.class, work.failure());
  }

  @Test
  void whatTakesTooLongOrIsAskedForByNobodyEndsByItself() {
    Consumer<Work> untilTold =
        self -> {
          while (!self.budget().stop().getAsBoolean()) {
            Thread.onSpinWait();
          }
        };
    Work tooLong = Work.start(WORKERS, "ann", Work.Span.of(Duration.ofMillis(20)), untilTold);
    assertTrue(tooLong.await(LONG_MILLIS));
    assertEquals(Work.Ended.TOO_LONG, tooLong.ended());
    CountDownLatch over = new CountDownLatch(1);
    Work unasked =
        Work.start(
            WORKERS,
            "ann",
            new Work.Span(Duration.ofHours(1), Duration.ofMillis(20)),
            self -> {
              untilTold.accept(self);
              over.countDown();
            });
    pause(over);
    assertEquals(Work.Ended.ABANDONED, unasked.ended());
  }

  @Test
  void whatWaitsIsStoppedAtOnce() {
    Workers one = new Workers("one", new Workers.Quota(1, 1, 8, 8));
    CountDownLatch goOn = new CountDownLatch(1);
    Work first = Work.start(one, "ann", HOUR, _ -> pause(goOn));
    Work second = Work.start(one, "ann", HOUR, _ -> {});
    second.stop();
    assertTrue(second.isFinished());
    assertFalse(second.hasBegun());
    goOn.countDown();
    assertTrue(first.await(LONG_MILLIS));
  }

  /// A hundred waits of their own would take twenty seconds.
  @Test
  void thoseWhoAskLaterWaitForTheRest() {
    CountDownLatch goOn = new CountDownLatch(1);
    Work work = start(_ -> pause(goOn));
    assertFalse(work.awaitSinceFirstAsked(200));
    long begun = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      assertFalse(work.awaitSinceFirstAsked(200));
    }
    assertTrue(System.nanoTime() - begun < 10_000_000_000L);
    goOn.countDown();
    assertTrue(work.await(LONG_MILLIS));
    assertTrue(work.awaitSinceFirstAsked(0));
  }
}
