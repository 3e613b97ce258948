package org.parley.reading.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Dependencies of a sentence drawn by hand: "Ann said the map is agreed".
@NullMarked
class TreeTest {

  private static final Tree SAID =
      new Tree(
          List.of(1, -1, 3, 5, 5, 1),
          List.of("nsubj", "root", "det", "nsubjpass", "auxpass", "ccomp"),
          List.of("NNP", "VBD", "DT", "NN", "VBZ", "VBN"));

  @Test
  void childrenAreDirectDependentsFromLeftToRight() {
    assertEquals(List.of(0, 5), SAID.children(1));
    assertEquals(List.of(3, 4), SAID.children(5));
    assertEquals(List.of(), SAID.children(2));
  }

  @Test
  void aChildIsTheFirstWithOneOfTheLabels() {
    assertEquals(3, SAID.child(5, "auxpass", "nsubjpass"));
    assertEquals(4, SAID.child(5, "auxpass"));
    assertEquals(-1, SAID.child(5, "dobj"));
    assertEquals(-1, SAID.child(1));
  }

  @Test
  void aTokenIsUnderItselfAndItsGovernors() {
    assertTrue(SAID.isUnder(2, 2));
    assertTrue(SAID.isUnder(2, 1));
    assertFalse(SAID.isUnder(0, 5));
    assertEquals(List.of(2, 3, 4, 5), SAID.under(5));
    assertEquals(List.of(0, 1, 2, 3, 4, 5), SAID.under(1));
  }

  @Test
  void verbsAreVerbsAndModals() {
    Tree tags =
        new Tree(
            List.of(-1, -1, -1, -1),
            List.of("root", "aux", "root", "root"),
            List.of("VBZ", "MD", "NN", "JJ"));
    assertEquals(List.of(0, 1), IntStream.range(0, 4).filter(tags::isVerb).boxed().toList());
    assertTrue(tags.isLabelled(1, "auxpass", "aux"));
    assertFalse(tags.isLabelled(1));
  }

  @Test
  void aPartIsReplacedByATreeOfItsOwn() {
    Tree own = new Tree(List.of(1, -1), List.of("amod", "root"), List.of("JJ", "NN"));
    Tree changed = SAID.with(List.of(2, 3), own);
    assertEquals(3, changed.head(2));
    assertEquals(-1, changed.head(3));
    assertEquals("amod", changed.label(2));
    assertEquals("JJ", changed.tag(2));
    assertEquals(1, changed.head(5), "others stay");
    assertEquals(5, SAID.head(3), "the old tree stays");
  }

  @Test
  void aTokenIsHungOnAnother() {
    Tree changed = SAID.hung(5, -1, "root");
    assertEquals(-1, changed.head(5));
    assertEquals("root", changed.label(5));
    assertEquals("VBN", changed.tag(5));
    assertEquals(1, SAID.head(5));
  }

  /// Whatever the arcs, also in a circle: `under` is what `isUnder` says, and every question ends.
  @Test
  void anyArcsAreFollowedToAnEnd() {
    long seed = 20310514;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int size = 1 + random.nextInt(9);
      List<Integer> heads = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        heads.add(random.nextInt(size + 1) - 1);
      }
      List<String> same = java.util.Collections.nCopies(size, "x");
      Tree tree = new Tree(heads, same, same);
      for (int top = 0; top < size; top++) {
        int each = top;
        assertEquals(
            IntStream.range(0, size).filter(i -> tree.isUnder(i, each)).boxed().toList(),
            tree.under(top),
            "seed " + seed + ", heads " + heads);
        assertTrue(tree.under(top).contains(top));
        assertTrue(tree.under(top).containsAll(tree.children(top)));
      }
    }
  }
}
