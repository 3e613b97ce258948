package org.parley.guarantees.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Promise;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.Guarantee.Liability;
import org.parley.model.guarantee.Guarantee.Tie;
import org.parley.model.guarantee.Within.LastInstant;

class RulesTest {

  private static Promise twoTiers() {
    return Promise.named("g")
        .by(Promise.A, Promise.B, Promise.C)
        .tier("notice", ClockFrom.OCCURRENCE, 10, LastInstant.IN_TIME)
        .tier("help", ClockFrom.OCCURRENCE, 20, LastInstant.IN_TIME);
  }

  private static Rules rules(Promise promise) {
    return new Rules(Rules.Said.by(promise.build()));
  }

  /// Whatever order the text has for events at the same moment.
  @Test
  void ranksCoincidentEventsAsTheTextOrdersThem() {
    List<Tie> order = new ArrayList<>(Arrays.asList(Tie.values()));
    for (int turn = 0; turn < order.size(); turn++) {
      Promise promise = twoTiers();
      promise.ties = List.copyOf(order);
      Rules rules = rules(promise);
      for (Tie tie : Tie.values()) {
        assertEquals(order.indexOf(tie), rules.rank(tie), tie + " of " + order);
      }
      Collections.rotate(order, 1);
    }
  }

  @Test
  void eachTierIsOwedByEachOrByAllTogether() {
    Rules each = rules(twoTiers());
    assertEquals(6, each.duties());
    List<String> owed = new ArrayList<>();
    for (int duty = 0; duty < each.duties(); duty++) {
      owed.add(each.tierOf(duty) + each.tier(duty).act() + each.obligorOf(duty));
    }
    assertEquals(List.of("0noticeA", "0noticeB", "0noticeC", "1helpA", "1helpB", "1helpC"), owed);
    Promise promise = twoTiers();
    promise.liability = Liability.JOINTLY;
    Rules jointly = rules(promise);
    assertEquals(2, jointly.duties());
    assertNull(jointly.obligorOf(1));
    assertEquals("help", jointly.tier(1).act());
  }

  @Test
  void oneDeterminationServesAllUnlessEachObligorDecides() {
    assertTrue(rules(twoTiers()).isFoundOnce);
    Promise promise = twoTiers();
    promise.determination =
        new Determination.AnyOf(
            List.of(new Determination.SelfEvident(), new Determination.EachObligor()));
    assertFalse(rules(promise).isFoundOnce);
  }
}
