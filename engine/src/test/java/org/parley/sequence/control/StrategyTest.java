package org.parley.sequence.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;

class StrategyTest {

  @Test
  void keepsEveryBoundWhateverTheDurationsTurnOutToBe() {
    int run = 0;
    for (long seed = 0; seed < 1500; seed++) {
      var random = new Random(seed);
      UncertainNetwork network = Networks.random(random, 3 + random.nextInt(4), 10);
      if (!Controllability.holds(network, Controllability.Method.MORRIS_2014)) {
        continue;
      }
      run++;
      for (int outcome = 0; outcome < 4; outcome++) {
        Map<Integer, Long> done = simulate(network, random, outcome);
        assertTrue(keepsAll(network, done), "seed " + seed + " " + network + " " + done);
      }
    }
    assertTrue(run > 200, "run " + run);
  }

  /// Follows the strategy; outcome 0 has every duration at its least, 1 at its most, the others at
  /// random.
  static Map<Integer, Long> simulate(UncertainNetwork network, Random random, int outcome) {
    var strategy = new Strategy(network);
    Map<Integer, Long> done = new HashMap<>();
    Map<Integer, Long> ends = new HashMap<>();
    long now = 0;
    while (true) {
      for (UncertainNetwork.Contingent each : network.contingents()) {
        Long begun = done.get(each.from());
        if (begun != null && !ends.containsKey(each.to())) {
          long length =
              switch (outcome) {
                case 0 -> each.least();
                case 1 -> each.most();
                default -> each.least() + random.nextLong(each.most() - each.least() + 1);
              };
          ends.put(each.to(), begun + length);
        }
      }
      int next = -1;
      for (Map.Entry<Integer, Long> end : ends.entrySet()) {
        if (!done.containsKey(end.getKey())
            && (next < 0 || end.getValue() < ends.getOrDefault(next, 0L))) {
          next = end.getKey();
        }
      }
      long seenAt = next < 0 ? Long.MAX_VALUE : ends.getOrDefault(next, 0L);
      switch (strategy.next(now, done, Budget.unlimited())) {
        case Strategy.Decision.Done _ -> {
          return done;
        }
        case Strategy.Decision.Act(int moment, long time) when time < seenAt -> {
          now = time;
          done.put(moment, time);
        }
        case Strategy.Decision.Unknown unknown -> throw new AssertionError(unknown);
        case Strategy.Decision.Act _, Strategy.Decision.Watch _ -> {
          now = seenAt;
          done.put(next, seenAt);
        }
      }
    }
  }

  static boolean keepsAll(UncertainNetwork network, Map<Integer, Long> done) {
    return network.bounds().stream()
        .allMatch(
            bound ->
                done.getOrDefault(bound.to(), 0L) - done.getOrDefault(bound.from(), 0L)
                    <= bound.atMost());
  }
}
