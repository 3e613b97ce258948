package org.parley.sequence.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.check.ClosureCheck;
import org.parley.check.LoopCheck;
import org.parley.check.Tampering;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Proofs of control and of its loss, altered in every way: refused, or still a proof.
class ControlTamperingTest {

  private static final Budget FREE = Budget.unlimited();

  private static UncertainNetwork network(long seed) {
    var random = new Random(seed);
    return Networks.random(random, 3 + random.nextInt(3), 6);
  }

  private static boolean isControllable(UncertainNetwork network) {
    return Controllability.holds(network, Controllability.Method.MORRIS_2014);
  }

  @Test
  void everyAlteredProofThatControlIsLostIsRefusedOrStillOne() {
    var tally = new Tampering.Tally();
    int proofs = 0;
    for (long seed = 0; seed < 3_000 && proofs < 100; seed++) {
      UncertainNetwork network = network(seed);
      if (!(Controllability.of(network, FREE)
          instanceof Finding.Impossible<UncertainNetwork>(Derivation proof))) {
        continue;
      }
      proofs++;
      assertEquals(new Verdict.Holds(), LoopCheck.verify(proof, network), "seed " + seed);
      for (var altered : Tampering.of(proof)) {
        boolean refused = !LoopCheck.verify(altered.value(), network).holds();
        tally.note(altered, refused);
        assertTrue(
            refused || closesBelowNothing(altered.value(), network),
            () -> "seed " + altered + " of " + network);
      }
    }
    assertTrue(tally.refused() > 1_000, tally::toString);
    assertEquals(Set.of(), tally.neverRefused());
  }

  /// The cycle written out in given bounds and durations: it closes, and sums to less than 0.
  private static boolean closesBelowNothing(Derivation proof, UncertainNetwork network) {
    long sum = 0;
    List<int[]> path = new ArrayList<>();
    for (Derivation.Part part : proof.expanded(100_000)) {
      UncertainNetwork.UpperBound bound =
          switch (part) {
            case Derivation.Part.Given(int i) -> network.bounds().get(i);
            case Derivation.Part.NoLater(int i) -> duration(network, i, true, true);
            case Derivation.Part.AtItsLeast(int i) -> duration(network, i, true, false);
            case Derivation.Part.NoEarlier(int i) -> duration(network, i, false, false);
            case Derivation.Part.AtItsMost(int i) -> duration(network, i, false, true);
            case Derivation.Part.Followed followed -> throw new AssertionError(followed);
          };
      path.add(new int[] {bound.from(), bound.to()});
      sum += bound.atMost();
    }
    boolean closes = !path.isEmpty();
    for (int i = 0; i < path.size(); i++) {
      closes &= path.get(i)[1] == path.get((i + 1) % path.size())[0];
    }
    return closes && sum < 0;
  }

  private static UncertainNetwork.UpperBound duration(
      UncertainNetwork network, int index, boolean forward, boolean most) {
    UncertainNetwork.Contingent each = network.contingents().get(index);
    long length = most ? each.most() : each.least();
    return forward
        ? new UncertainNetwork.UpperBound(each.from(), each.to(), length)
        : new UncertainNetwork.UpperBound(each.to(), each.from(), -length);
  }

  @Test
  void noProofThatControlIsLostHoldsForANetworkInWhichItIsKept() {
    int kept = 0;
    for (long seed = 0; seed < 3_000 && kept < 500; seed++) {
      UncertainNetwork network = network(seed);
      if (Controllability.of(network, FREE)
          instanceof Finding.Impossible<UncertainNetwork>(Derivation proof)) {
        for (var altered : Tampering.of(network)) {
          if (isControllable(altered.value())) {
            kept++;
            assertTrue(
                !LoopCheck.verify(proof, altered.value()).holds(),
                () -> altered.where() + " " + altered.how() + " of " + network);
          }
        }
      }
    }
    assertTrue(kept > 300, "kept " + kept);
  }

  @Test
  void everyAlteredProofThatControlIsKeptIsRefusedOrStillOne() {
    var tally = new Tampering.Tally();
    int proofs = 0;
    for (long seed = 0; seed < 3_000 && proofs < 40; seed++) {
      UncertainNetwork network = network(seed);
      if (!isControllable(network)) {
        continue;
      }
      proofs++;
      Closure proof = Closures.of(network, FREE).findAnswer().orElseThrow();
      assertEquals(new Verdict.Holds(), ClosureCheck.verify(proof, network, FREE));
      assertEquals(
          new Verdict.Open(Verdict.Reason.BUDGET),
          ClosureCheck.verify(proof, network, Budget.ofSteps(0)));
      for (var altered : Tampering.of(proof)) {
        boolean refused = !ClosureCheck.verify(altered.value(), network, FREE).holds();
        tally.note(altered, refused);
        assertTrue(
            refused || isKept(altered.value(), network),
            () -> altered.where() + " " + altered.how() + " of " + network);
      }
    }
    assertTrue(tally.refused() > 500, tally::toString);
    assertEquals(Set.of(), tally.neverRefused());
  }

  /// Whether the times of a proof keep what is given and what the proof holds, every duration at
  /// its most: what is left of it once its closure is taken for granted.
  private static boolean isKept(Closure proof, UncertainNetwork network) {
    long[] times = proof.times();
    boolean kept = true;
    for (UncertainNetwork.UpperBound bound : network.bounds()) {
      kept &= proof.plain()[bound.from()][bound.to()] <= bound.atMost();
    }
    for (int from = 0; from < network.nodes(); from++) {
      for (int to = 0; to < network.nodes(); to++) {
        long atMost = proof.plain()[from][to];
        kept &= atMost == Closure.FAR || times[to] - times[from] <= atMost;
      }
    }
    for (int i = 0; i < network.contingents().size(); i++) {
      UncertainNetwork.Contingent each = network.contingents().get(i);
      long lasts = times[each.to()] - times[each.from()];
      kept &= lasts >= each.least() && lasts <= each.most();
    }
    return kept;
  }

  @Test
  void noProofThatControlIsKeptHoldsForANetworkInWhichItIsLost() {
    int lost = 0;
    for (long seed = 0; seed < 3_000 && lost < 400; seed++) {
      UncertainNetwork network = network(seed);
      if (isControllable(network)) {
        Closure proof = Closures.of(network, FREE).findAnswer().orElseThrow();
        for (var altered : Tampering.of(network)) {
          if (!isControllable(altered.value())) {
            lost++;
            assertTrue(
                !ClosureCheck.verify(proof, altered.value(), FREE).holds(),
                () -> altered.where() + " " + altered.how() + " of " + network);
          }
        }
      }
    }
    assertTrue(lost > 200, "lost " + lost);
  }

  /// Every derivation of two parts, and every cycle of it and one more, of networks in which
  /// control is kept.
  @Test
  void noSmallProofThatControlIsLostHoldsWhereItIsKept() {
    long tried = 0;
    for (long seed = 0; seed < 150; seed++) {
      UncertainNetwork network = Networks.random(new Random(seed), 3, 4);
      if (!isControllable(network)) {
        continue;
      }
      List<Derivation.Part> parts = parts(network);
      for (Derivation.Part first : parts) {
        for (Derivation.Part last : parts) {
          List<Derivation.Derived> derived = List.of(new Derivation.Derived(List.of(first, last)));
          for (Derivation.Part other : parts) {
            for (List<Derivation.Part> cycle :
                List.of(
                    List.<Derivation.Part>of(new Derivation.Part.Followed(0), other),
                    List.<Derivation.Part>of(new Derivation.Part.Followed(0)))) {
              tried++;
              assertTrue(
                  !LoopCheck.verify(new Derivation(derived, cycle), network).holds(),
                  () -> derived + " and " + cycle + " of " + network);
            }
          }
        }
      }
    }
    assertTrue(tried > 20_000, "tried " + tried);
  }

  /// A wait that is as long as the least of its duration is over before the duration can be: what
  /// follows from it is a bound that more can follow from. A longer one is not.
  @Test
  void aWaitThatIsOverIsABound() {
    for (long least = 0; least <= 5; least++) {
      for (long slack = 0; slack <= 5; slack++) {
        UncertainNetwork network =
            new UncertainNetwork(
                3,
                List.of(
                    new UncertainNetwork.UpperBound(2, 1, slack),
                    new UncertainNetwork.UpperBound(0, 2, 4 - slack)),
                List.of(new UncertainNetwork.Contingent(0, 1, least, 5)));
        Derivation proof =
            new Derivation(
                List.of(
                    new Derivation.Derived(
                        List.of(new Derivation.Part.Given(0), new Derivation.Part.AtItsMost(0))),
                    new Derivation.Derived(
                        List.of(new Derivation.Part.Followed(0), new Derivation.Part.Given(1)))),
                List.of(new Derivation.Part.Followed(1)));
        assertEquals(
            5 - slack <= least,
            LoopCheck.verify(proof, network).holds(),
            "at least " + least + ", wait " + (5 - slack));
      }
    }
  }

  private static List<Derivation.Part> parts(UncertainNetwork network) {
    List<Derivation.Part> parts = new ArrayList<>();
    for (int i = 0; i < network.bounds().size(); i++) {
      parts.add(new Derivation.Part.Given(i));
    }
    for (int i = 0; i < network.contingents().size(); i++) {
      parts.add(new Derivation.Part.NoLater(i));
      parts.add(new Derivation.Part.NoEarlier(i));
      parts.add(new Derivation.Part.AtItsLeast(i));
      parts.add(new Derivation.Part.AtItsMost(i));
    }
    return parts;
  }

  /// What a forger leaves out of a closure.
  private enum Omitted {
    BOUNDS_IN_A_ROW,
    A_BOUND_BEFORE_A_WAIT,
    A_LEAST_BEFORE_A_BOUND,
    A_LEAST_BEFORE_A_WAIT,
    WAITS_THAT_ARE_OVER,
    TIMES_THAT_WAIT
  }

  /// A closure from which one reduction was left out throughout, with times that keep what is left,
  /// proves nothing.
  @Test
  void noClosureThatStopsShortHoldsForANetworkInWhichControlIsLost() {
    Map<Omitted, Integer> forged = new EnumMap<>(Omitted.class);
    for (long seed = 0; seed < 20_000; seed++) {
      UncertainNetwork network = Networks.random(new Random(seed), 4 + (int) (seed % 4), 9);
      if (isControllable(network)) {
        continue;
      }
      for (Omitted omitted : Omitted.values()) {
        Optional<Closure> forgery = forged(network, omitted);
        if (forgery.isPresent()) {
          forged.merge(omitted, 1, Integer::sum);
          assertTrue(
              !ClosureCheck.verify(forgery.get(), network, FREE).holds(),
              () -> omitted + " of " + network);
        }
      }
    }
    for (Omitted omitted : Omitted.values()) {
      assertTrue(forged.getOrDefault(omitted, 0) > 3, forged::toString);
    }
  }

  private static Optional<Closure> forged(UncertainNetwork network, Omitted omitted) {
    int nodes = network.nodes();
    List<UncertainNetwork.Contingent> links = network.contingents();
    long[][] plain = new long[nodes][nodes];
    long[][] waits = new long[links.size()][nodes];
    for (int node = 0; node < nodes; node++) {
      Arrays.fill(plain[node], Closure.FAR);
      plain[node][node] = 0;
    }
    for (UncertainNetwork.UpperBound bound : network.bounds()) {
      lower(plain, bound.from(), bound.to(), bound.atMost());
    }
    for (int i = 0; i < waits.length; i++) {
      UncertainNetwork.Contingent link = links.get(i);
      lower(plain, link.from(), link.to(), link.most());
      lower(plain, link.to(), link.from(), -link.least());
      Arrays.fill(waits[i], Closure.FAR);
      if (!link.isCertain()) {
        waits[i][link.to()] = -link.most();
      }
    }
    boolean changed = true;
    for (int round = 0; changed; round++) {
      for (int node = 0; node < nodes; node++) {
        if (round > 12 || plain[node][node] < 0) {
          return Optional.empty();
        }
      }
      changed = false;
      for (int via = 0; via < nodes; via++) {
        for (int from = 0; from < nodes; from++) {
          for (int to = 0; to < nodes && omitted != Omitted.BOUNDS_IN_A_ROW; to++) {
            changed |= lower(plain, from, to, sum(plain[from][via], plain[via][to]));
          }
          for (long[] wait : waits) {
            if (omitted != Omitted.A_BOUND_BEFORE_A_WAIT) {
              changed |= lower(wait, from, sum(plain[from][via], wait[via]));
            }
          }
        }
      }
      for (int i = 0; i < waits.length; i++) {
        UncertainNetwork.Contingent link = links.get(i);
        for (int node = 0; node < nodes && !link.isCertain(); node++) {
          if (plain[link.to()][node] < 0 && omitted != Omitted.A_LEAST_BEFORE_A_BOUND) {
            changed |= lower(plain, link.from(), node, link.least() + plain[link.to()][node]);
          }
          if (waits[i][node] != Closure.FAR
              && waits[i][node] >= -link.least()
              && omitted != Omitted.WAITS_THAT_ARE_OVER) {
            changed |= lower(plain, node, link.from(), waits[i][node]);
          }
        }
        for (int other = 0; other < waits.length && !link.isCertain(); other++) {
          if (other != i
              && waits[other][link.to()] < 0
              && omitted != Omitted.A_LEAST_BEFORE_A_WAIT) {
            changed |= lower(waits[other], link.from(), link.least() + waits[other][link.to()]);
          }
        }
      }
    }
    return times(network, plain, waits, omitted != Omitted.TIMES_THAT_WAIT)
        .map(times -> new Closure(plain, waits, times));
  }

  private static long sum(long one, long other) {
    return one == Closure.FAR || other == Closure.FAR ? Closure.FAR : one + other;
  }

  private static boolean lower(long[][] rows, int row, int at, long to) {
    return lower(rows[row], at, to);
  }

  private static boolean lower(long[] row, int at, long to) {
    boolean lower = to < row[at];
    row[at] = Math.min(row[at], to);
    return lower;
  }

  /// Times that keep bounds, and waits on request; none where there are none.
  private static Optional<long[]> times(
      UncertainNetwork network, long[][] plain, long[][] waits, boolean keepWaits) {
    long[] times = new long[plain.length];
    for (int pass = 0; pass <= plain.length + 1; pass++) {
      boolean moved = false;
      for (int from = 0; from < plain.length; from++) {
        for (int to = 0; to < plain.length; to++) {
          moved |= lower(times, to, sum(times[from], plain[from][to]));
        }
        for (int i = 0; i < waits.length && keepWaits; i++) {
          moved |=
              lower(times, network.contingents().get(i).from(), sum(times[from], waits[i][from]));
        }
      }
      if (!moved) {
        return Optional.of(times);
      }
    }
    return Optional.empty();
  }
}
