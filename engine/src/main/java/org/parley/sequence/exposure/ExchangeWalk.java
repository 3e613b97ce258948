package org.parley.sequence.exposure;

import java.util.ArrayList;
import java.util.List;
import org.parley.exact.Meter;
import org.parley.model.step.StepId;

/// Walks through the sets of steps that can be done without any party's exposure exceeding a bound.
final class ExchangeWalk {

  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int DENSE = 30;

  private final Exposure.Exchange exchange;
  private final Meter meter;
  private final int count;
  private final int parties;
  private final long[] before;

  /// The balance of each party for each part of a set: by party, then chunk, then bits.
  private final long[][][] balances;

  ExchangeWalk(Exposure.Exchange exchange, Meter meter) {
    this.exchange = exchange;
    this.meter = meter;
    count = exchange.steps().size();
    parties = exchange.parties().size();
    before = exchange.before().stream().mapToLong(Long::longValue).toArray();
    int chunks = (count + CHUNK_BITS - 1) / CHUNK_BITS;
    balances = new long[parties][chunks][];
    for (int party = 0; party < parties; party++) {
      for (int chunk = 0; chunk < chunks; chunk++) {
        int first = chunk * CHUNK_BITS;
        int bits = Math.min(CHUNK_BITS, count - first);
        long[] sums = new long[1 << bits];
        for (int set = 1; set < sums.length; set++) {
          long worth = exchange.worth().get(first + Integer.numberOfTrailingZeros(set)).get(party);
          sums[set] = Math.addExact(sums[set & (set - 1)], worth);
        }
        balances[party][chunk] = sums;
      }
    }
  }

  /// The largest exposure of any party once these steps are done.
  private long exposure(long done) {
    long largest = 0;
    for (long[][] ofParty : balances) {
      long balance = 0;
      for (int chunk = 0; chunk < ofParty.length; chunk++) {
        balance += ofParty[chunk][(int) (done >>> (chunk * CHUNK_BITS)) & (CHUNK - 1)];
      }
      largest = Math.max(largest, -balance);
    }
    return largest;
  }

  /// An order in which no exposure exceeds `most`; empty where there is none, or the meter stopped.
  List<List<StepId>> within(long most) {
    long full = count == 0 ? 0 : -1L >>> (Long.SIZE - count);
    var seen = count <= DENSE ? new Seen.Dense(count) : new Seen.Sparse();
    long[] done = new long[count + 1];
    int[] next = new int[count + 1];
    int depth = 0;
    while (depth >= 0 && done[depth] != full) {
      int step = next[depth]++;
      if (step == count) {
        depth--;
        continue;
      }
      long then = done[depth] | 1L << step;
      if (then != done[depth]
          && (before[step] & ~done[depth]) == 0
          && exposure(then) <= most
          && seen.add(then)) {
        if (meter.spend(1) || meter.holds(seen.size())) {
          return List.of();
        }
        depth++;
        done[depth] = then;
        next[depth] = 0;
      }
    }
    List<List<StepId>> order = new ArrayList<>();
    for (int i = 1; i <= depth; i++) {
      order.add(exchange.steps().get(Long.numberOfTrailingZeros(done[i] & ~done[i - 1])));
    }
    return order;
  }

  /// Some order: at each point the step that exposes least.
  List<List<StepId>> some() {
    List<List<StepId>> order = new ArrayList<>();
    long done = 0;
    while (order.size() < count) {
      int best = -1;
      for (int step = 0; step < count; step++) {
        boolean allowed = (done >> step & 1) == 0 && (before[step] & ~done) == 0;
        if (allowed && (best < 0 || exposure(done | 1L << step) < exposure(done | 1L << best))) {
          best = step;
        }
      }
      order.add(exchange.steps().get(best));
      done |= 1L << best;
    }
    return order;
  }

  /// The largest exposure met in an order.
  long largest(List<List<StepId>> order) {
    long done = 0;
    long largest = 0;
    for (List<StepId> steps : order) {
      done |= 1L << exchange.steps().indexOf(steps);
      largest = Math.max(largest, exposure(done));
    }
    return largest;
  }
}
