package org.parley.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;

/// The board of a viewer is the board of the case in which what they may not see was never written.
@NullMarked
class BoardVisibilityLawTest {

  private static final int CASES = 25;

  @Test
  void noSecretShowsOnTheBoard() {
    for (long seed = 0; seed < CASES; seed++) {
      Boardable one = Boardable.of(seed);
      for (Viewer viewer : Secrets.viewers(one.all())) {
        Facts seen = facts(one.all(), viewer, one);
        assertEquals(
            facts(Secrets.without(one.all(), viewer), viewer, one), seen, one + ", " + viewer);
        Case other = Secrets.changed(one.all(), viewer, new Random(seed));
        assertEquals(facts(other, viewer, one), seen, one + ", " + viewer);
      }
    }
  }

  private static Facts facts(Case all, Viewer viewer, Boardable one) {
    return Facts.of(Board.of(all.viewFor(viewer), one.asOf()));
  }
}
