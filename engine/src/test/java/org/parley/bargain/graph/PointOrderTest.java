package org.parley.bargain.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PointOrderTest {

  private static BitSet first(int options) {
    BitSet all = new BitSet();
    all.set(0, options);
    return all;
  }

  private static BitSet[] points(int... options) {
    BitSet[] allowed = new BitSet[options.length];
    for (int point = 0; point < options.length; point++) {
      allowed[point] = first(options[point]);
    }
    return allowed;
  }

  private static Condition on(int... points) {
    TreeMap<Integer, BitSet> terms = new TreeMap<>();
    for (int point : points) {
      terms.put(point, first(1));
    }
    return new Condition(terms, Condition.FORBIDDEN, 0, 0);
  }

  /// The most conditions that are open after a point.
  private static int width(int[] order, List<Condition> conditions) {
    int[] positionOf = new int[order.length];
    for (int at = 0; at < order.length; at++) {
      positionOf[order[at]] = at;
    }
    int width = 0;
    for (int at = 0; at < order.length; at++) {
      int here = at;
      width =
          Math.max(
              width,
              (int)
                  conditions.stream()
                      .filter(each -> each.lastPoint(positionOf) > here)
                      .filter(
                          each ->
                              each.terms().keySet().stream().anyMatch(p -> positionOf[p] <= here))
                      .count());
    }
    return width;
  }

  @Test
  void keepsOneConditionOfAChainOpenWhateverThePointsAreCalled() {
    for (long seed = 0; seed < 50; seed++) {
      List<Integer> names = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
      Collections.shuffle(names, new Random(seed));
      List<Condition> chain = new ArrayList<>();
      for (int i = 0; i + 1 < names.size(); i++) {
        chain.add(on(names.get(i), names.get(i + 1)));
      }
      int[] order = PointOrder.of(points(2, 2, 2, 2, 2, 2, 2, 2), chain);
      assertEquals(1, width(order, chain), "seed " + seed);
    }
  }

  @Test
  void finishesTheConditionsOfAWideBundleBeforeItOpensAnother() {
    List<Condition> bundles = List.of(on(0, 2, 4), on(0, 2, 4), on(1, 3, 5), on(1, 3, 5), on(1, 3));
    assertEquals(
        2,
        width(
            PointOrder.of(points(2, 2, 2, 2, 2, 2), List.copyOf(bundles.subList(0, 4))),
            bundles.subList(0, 4)));
    assertEquals(3, width(PointOrder.of(points(2, 2, 2, 2, 2, 2), bundles), bundles));
  }

  @Test
  void takesThePointWithFewestOptionsOfTwoThatOpenAsMany() {
    assertArrayEquals(new int[] {1, 0, 3, 2}, PointOrder.of(points(4, 3, 5, 2), List.of(on(0, 1))));
    assertArrayEquals(new int[] {2, 0, 3, 1}, PointOrder.byOptions(points(3, 5, 1, 4)));
    assertArrayEquals(new int[] {0, 1, 2}, PointOrder.byOptions(points(3, 3, 3)));
  }
}
