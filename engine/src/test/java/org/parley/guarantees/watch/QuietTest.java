package org.parley.guarantees.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuietTest {

  /// Against a queue of the JDK, while the ring grows and turns.
  @Test
  void givesBackWhatIsDueInOrder() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Quiet quiet = new Quiet();
      Deque<Long> expected = new ArrayDeque<>();
      long moment = 0;
      for (int step = 0; step < 1_000; step++) {
        if (random.nextInt(5) < 3) {
          moment += random.nextInt(3);
          quiet.add(moment, moment);
          expected.add(moment);
        } else {
          long now = moment - random.nextInt(40);
          Long first = expected.peek();
          Long due = first != null && first <= now ? expected.poll() : null;
          assertEquals(due, quiet.poll(now), "seed " + seed + " step " + step);
        }
      }
      while (!expected.isEmpty()) {
        assertEquals(expected.poll(), quiet.poll(moment), "seed " + seed);
      }
      assertNull(quiet.poll(Long.MAX_VALUE));
    }
  }
}
