package org.parley.web.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Which pairs of parties the picture of packages shows.
@NullMarked
class OpposedPairsLawTest {

  @Test
  void thoseWhoLoseWhatTheOtherGainsComeFirst() {
    List<List<Long>> worths =
        List.of(List.of(0L, 10L, 5L), List.of(5L, 5L, 6L), List.of(10L, 0L, 7L));
    assertEquals(
        List.of(new OpposedPairs.Pair(0, 1, 3), new OpposedPairs.Pair(1, 2, 3)),
        OpposedPairs.most(worths, 3, 2));
    assertEquals(0, OpposedPairs.most(worths, 3, 3).getLast().discordant());
  }

  @Test
  void parallelMovesAndScalesChangeNothing() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      int parties = 2 + random.nextInt(4);
      List<List<Long>> worths = new ArrayList<>();
      List<List<Long>> moved = new ArrayList<>();
      for (int outcome = random.nextInt(200); outcome >= 0; outcome--) {
        List<Long> row = random.longs(parties, 0, 50).boxed().toList();
        worths.add(row);
        moved.add(row.stream().map(each -> each * 3 + 100).toList());
      }
      assertEquals(OpposedPairs.most(worths, parties, 3), OpposedPairs.most(moved, parties, 3));
      assertTrue(OpposedPairs.most(worths, parties, 3).size() <= 3);
    }
  }

  @Test
  void onePairIsThereForTwoParties() {
    assertEquals(
        List.of(new OpposedPairs.Pair(0, 1, 0)), OpposedPairs.most(List.of(List.of(1L, 1L)), 2, 3));
  }
}
