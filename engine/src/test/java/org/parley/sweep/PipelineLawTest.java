package org.parley.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Stages, parts and jobs give the same results on any number of threads.
class PipelineLawTest {

  private static final int ITEMS = 200;
  private static final int AHEAD = 3;

  @Test
  void stagesTakeItemsInOrderAfterTheStageBefore() {
    for (int count = 1; count <= 4; count++) {
      int[] places = new int[AHEAD];
      List<Integer> sums = new ArrayList<>();
      try (SearchThreads threads = new SearchThreads(count)) {
        Thread caller = Thread.currentThread();
        boolean isWhole =
            Pipeline.run(
                List.of(
                    item -> {
                      places[item % AHEAD] = item;
                      return item < ITEMS;
                    },
                    item -> {
                      places[item % AHEAD] *= 2;
                      return true;
                    },
                    item ->
                        sums.add(places[item % AHEAD]) && Thread.currentThread().equals(caller)),
                AHEAD,
                threads);
        assertTrue(isWhole);
      }
      assertEquals(ITEMS, sums.size());
      for (int item = 0; item < ITEMS; item++) {
        assertEquals(2 * item, sums.get(item), count + " threads");
      }
    }
  }

  @Test
  void aStageThatRefusesAnItemEndsAll() {
    for (int count = 1; count <= 3; count++) {
      AtomicInteger taken = new AtomicInteger();
      try (SearchThreads threads = new SearchThreads(count)) {
        assertFalse(
            Pipeline.run(
                List.of(_ -> true, item -> taken.incrementAndGet() > 0 && item < 7),
                AHEAD,
                threads));
      }
      assertEquals(8, taken.get());
    }
  }

  @Test
  void aFailureOfAStageIsThrown() {
    for (int count = 1; count <= 3; count++) {
      try (SearchThreads threads = new SearchThreads(count)) {
        for (int failing = 0; failing < 3; failing++) {
          int one = failing;
          assertThrows(
              ArithmeticException.class,
              () ->
                  Pipeline.run(
                      List.of(
                          item -> item / (one == 0 ? item - 5 : 1) < ITEMS,
                          item -> item / (one == 1 ? item - 5 : 1) < ITEMS,
                          item -> item / (one == 2 ? item - 5 : 1) < ITEMS),
                      AHEAD,
                      threads));
        }
      }
    }
  }

  @Test
  void partsAreAnsweredInOrderWhileJobsRunInTheirs() {
    for (int count = 1; count <= 4; count++) {
      List<Integer> done = new ArrayList<>();
      try (SearchThreads threads = new SearchThreads(count)) {
        for (int job = 0; job < 20; job++) {
          int here = job;
          threads.beside(() -> done.add(here));
          List<Supplier<Integer>> parts = List.of(() -> here, () -> here + 1, () -> here + 2);
          assertEquals(List.of(here, here + 1, here + 2), threads.run(parts));
        }
        threads.await();
        threads.beside(() -> Math.floorDiv(1, done.size() - 20));
        if (count > 1) {
          assertThrows(ArithmeticException.class, threads::await);
        }
      } catch (ArithmeticException e) {
        assertEquals(1, count);
      }
      assertEquals(20, done.size());
      for (int job = 0; job < 20; job++) {
        assertEquals(job, done.get(job));
      }
    }
  }
}
