package org.parley.guarantees.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Kleene's tables, each connective spelled out.
class TruthTest {

  private static final Truth NO = Truth.NO;
  private static final Truth MAYBE = Truth.MAYBE;
  private static final Truth YES = Truth.YES;

  @Test
  void connectivesAreKleenes() {
    Truth[][] and = {{NO, NO, NO}, {NO, MAYBE, MAYBE}, {NO, MAYBE, YES}};
    Truth[][] or = {{NO, MAYBE, YES}, {MAYBE, MAYBE, YES}, {YES, YES, YES}};
    Truth[] all = Truth.values();
    for (int one = 0; one < 3; one++) {
      for (int other = 0; other < 3; other++) {
        assertEquals(and[one][other], all[one].and(all[other]));
        assertEquals(or[one][other], all[one].or(all[other]));
      }
    }
    assertEquals(List.of(YES, MAYBE, NO), Arrays.stream(all).map(Truth::not).toList());
    assertEquals(List.of(false, true, true), Arrays.stream(all).map(Truth::isPossible).toList());
    assertEquals(List.of(NO, YES), List.of(Truth.of(false), Truth.of(true)));
  }
}
