package org.parley.bargain.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorTableTest {

  /// Few values, so that vectors recur and differ in one word only.
  @Test
  void numbersVectorsInOrderOfInsertionAsAMapDoes() {
    for (int words = 1; words <= 4; words++) {
      Random random = new Random(words);
      VectorTable table = new VectorTable(words);
      Map<List<Long>, Integer> expected = new LinkedHashMap<>();
      for (int i = 0; i < 2_000; i++) {
        long[] vector = random.longs(words, -4, 5).toArray();
        List<Long> key = Arrays.stream(vector).boxed().toList();
        int number = expected.computeIfAbsent(key, _ -> expected.size());
        assertEquals(number, table.number(vector), "words " + words + " insertion " + i);
        assertEquals(expected.size(), table.size());
      }
      int number = 0;
      for (List<Long> key : expected.keySet()) {
        assertArrayEquals(
            key.stream().mapToLong(Long::longValue).toArray(),
            Arrays.copyOfRange(table.vectors(), number * words, ++number * words),
            "words " + words);
      }
    }
  }
}
