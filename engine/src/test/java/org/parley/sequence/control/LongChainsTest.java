package org.parley.sequence.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.parley.check.LoopCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.StoppableSearches;

/// Thousands of durations that others decide, each waiting for the one before it.
class LongChainsTest {

  @Test
  void threeThousandDurationsInARowCanBeKept() {
    UncertainNetwork network = StoppableSearches.inARow(3_000, 0);
    assertInstanceOf(Finding.Exhausted.class, Controllability.of(network, Budget.unlimited()));
  }

  @Test
  void threeThousandDurationsInARowThatAreOneDayTooLongAreShownToBe() {
    UncertainNetwork network = StoppableSearches.inARow(3_000, -1);
    var proof =
        (Derivation)
            assertInstanceOf(
                    Finding.Impossible.class, Controllability.of(network, Budget.unlimited()))
                .certificate();
    assertEquals(new Verdict.Holds(), LoopCheck.verify(proof, network));
    assertEquals(3_001, proof.expanded(10_000).size());
  }

  @Test
  void tenThousandDurationsInARowEndWithTheBudget() {
    UncertainNetwork network = StoppableSearches.inARow(10_000, 0);
    assertInstanceOf(Finding.Bounded.class, Controllability.of(network, Budget.ofSteps(1_000_000)));
  }
}
