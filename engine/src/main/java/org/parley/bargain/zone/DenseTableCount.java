package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;
import org.parley.sweep.ParallelTasks;

/// Counts acceptable packages by dynamic programming over deficits in dense tables: one cell for
/// each layer, state and deficit vector, never below zero.
///
/// Deficits lie between those after the best prefix and before the best suffix. Counts are kept
/// modulo 2^64 and, if needed, also modulo the prime 2^61 - 1: exact up to 2^124. With a grain
/// above 1, deficits are measured in grains: gains rounded up count a superset, rounded down a
/// subset (Dyer 2003). Cost: cells times options; a step of the meter is a thousand of these.
/// Unsuitable for worths of full width: the tables grow with the deficits.
final class DenseTableCount implements Counts {

  static final int MOST_BITS = 124;

  /// Layers with fewer sums stay on one thread.
  private static final long MANY_SUMS = 1 << 20;

  private final Layers layers;
  private final LackBox[][] boxes;

  /// The gain of each step over the least of its layer, in grains: `[layer][step][party]`.
  private final int[][][] gains;

  private final boolean wide;
  private final int threads;
  private final BigInteger total;

  private DenseTableCount(
      Layers layers, LackBox[][] boxes, int[][][] gains, boolean wide, int threads, Meter meter) {
    this.layers = layers;
    this.boxes = boxes;
    this.gains = gains;
    this.wide = wide;
    this.threads = threads;
    total = boxes[0][0].size == 0 ? BigInteger.ZERO : count(meter);
  }

  @Override
  public BigInteger total() {
    return total;
  }

  /// Counts packages.
  ///
  /// @param grains by signer, the rounding unit of its worths; 1 for exact
  /// @param up whether gains are rounded up
  /// @param most the most cells of two consecutive tables
  /// @param threads changes the time alone
  /// @return null if more cells would be needed, or the meter stopped
  static @Nullable DenseTableCount of(
      Layers layers, long[] grains, boolean up, long most, int threads, Meter meter) {
    if (packages(layers).bitLength() > MOST_BITS) {
      return null;
    }
    int size = layers.size();
    int parties = layers.parties();
    long[] lacks = new long[parties];
    long[][] best = new long[size][parties];
    int[][][] gains = new int[size][][];
    for (int party = 0; party < parties; party++) {
      long baseline = layers.baseline(party);
      lacks[party] = baseline == Long.MIN_VALUE ? Long.MIN_VALUE : baseline;
    }
    for (int at = 0; at < size; at++) {
      long[][] worth = layers.layers.get(at).worth();
      gains[at] = new int[worth.length][parties];
      for (int party = 0; party < parties; party++) {
        int one = party;
        long least = Arrays.stream(worth).mapToLong(each -> each[one]).min().orElseThrow();
        lacks[party] -= lacks[party] == Long.MIN_VALUE ? 0 : least;
        for (int step = 0; step < worth.length; step++) {
          long gain = worth[step][party] - least;
          long grained = up ? Math.ceilDiv(gain, grains[party]) : gain / grains[party];
          gains[at][step][party] = (int) Math.min(grained, Integer.MAX_VALUE / 4);
          best[at][party] = Math.max(best[at][party], gains[at][step][party]);
        }
      }
    }
    for (int party = 0; party < parties; party++) {
      lacks[party] = Math.max(0, Math.ceilDiv(Math.max(0, lacks[party]), grains[party]));
      if (lacks[party] > most) {
        return null;
      }
    }
    LackBox[][] boxes = boxes(layers, lacks, best, gains, most);
    if (boxes.length == 0) {
      return null;
    }
    boolean wide = packages(layers).bitLength() > Long.SIZE - 1;
    DenseTableCount dense = new DenseTableCount(layers, boxes, gains, wide, threads, meter);
    return meter.stopped() ? null : dense;
  }

  /// The number of paths.
  static BigInteger packages(Layers layers) {
    BigInteger[] ways = new BigInteger[layers.states[layers.size()]];
    Arrays.fill(ways, BigInteger.ONE);
    for (int at = layers.size() - 1; at >= 0; at--) {
      Layers.Layer layer = layers.layers.get(at);
      BigInteger[] before = new BigInteger[layers.states[at]];
      Arrays.fill(before, BigInteger.ZERO);
      for (int step = 0; step < layer.steps(); step++) {
        int from = layer.from()[step];
        before[from] = before[from].add(ways[layer.to()[step]]);
      }
      ways = before;
    }
    return ways[0];
  }

  /// The boxes of all layers and states; empty if they are too large.
  private static LackBox[][] boxes(
      Layers layers, long[] lacks, long[][] best, int[][][] gains, long most) {
    int size = layers.size();
    int parties = lacks.length;
    long[][][] left = new long[size + 1][][];
    left[size] = new long[layers.states[size]][parties];
    for (int at = size - 1; at >= 0; at--) {
      Layers.Layer layer = layers.layers.get(at);
      left[at] = new long[layers.states[at]][parties];
      for (int step = 0; step < layer.steps(); step++) {
        long[] before = left[at][layer.from()[step]];
        long[] after = left[at + 1][layer.to()[step]];
        for (int party = 0; party < parties; party++) {
          before[party] = Math.max(before[party], gains[at][step][party] + after[party]);
        }
      }
    }
    LackBox[][] boxes = new LackBox[size + 1][];
    long[] low = lacks.clone();
    long last = 0;
    for (int at = 0; at <= size; at++) {
      boxes[at] = new LackBox[layers.states[at]];
      long cells = 0;
      for (int state = 0; state < boxes[at].length; state++) {
        long[] high = new long[parties];
        double each = 1;
        for (int party = 0; party < parties; party++) {
          high[party] = Math.min(lacks[party], left[at][state][party]);
          each *= Math.max(0, high[party] - low[party] + 1);
        }
        if (each + cells + last > most) {
          return new LackBox[0][];
        }
        boxes[at][state] = LackBox.of(low, high);
        cells += boxes[at][state].size;
      }
      last = cells;
      for (int party = 0; party < parties && at < size; party++) {
        low[party] = Math.max(0, low[party] - best[at][party]);
      }
    }
    return boxes;
  }

  private BigInteger count(Meter meter) {
    long[] residues = new long[wide ? 2 : 1];
    for (int pass = 0; pass < residues.length && !meter.stopped(); pass++) {
      long[][] after = last();
      for (int at = layers.size() - 1; at >= 0 && !meter.stopped(); at--) {
        after = before(at, after, pass == 1, meter);
      }
      residues[pass] = meter.stopped() ? 0 : after[0][0];
    }
    return Residues.number(residues);
  }

  private long[][] last() {
    long[][] tables = new long[boxes[layers.size()].length][];
    for (int state = 0; state < tables.length; state++) {
      tables[state] = new long[boxes[layers.size()][state].size];
      Arrays.fill(tables[state], 1);
    }
    return tables;
  }

  /// The number of completions of each cell before a layer.
  private long[][] before(int at, long[][] after, boolean prime, Meter meter) {
    Layers.Layer layer = layers.layers.get(at);
    long[][] before = new long[boxes[at].length][];
    for (int state = 0; state < before.length; state++) {
      before[state] = new long[boxes[at][state].size];
    }
    long sums = 0;
    for (int step = 0; step < layer.steps() && !meter.stopped(); step++) {
      int length = before[layer.from()[step]].length;
      sums += length;
      meter.spend(1 + length / 1000);
    }
    if (!meter.stopped()) {
      int parts = sums < MANY_SUMS ? 1 : threads;
      List<Supplier<Boolean>> tasks = new ArrayList<>();
      for (int part = 0; part < parts; part++) {
        int one = part;
        tasks.add(() -> pull(at, before, after, prime, one, parts));
      }
      meter.look();
      ParallelTasks.run(tasks, threads);
    }
    return before;
  }

  /// Adds up the cells of a part of the rows; whether there were any.
  private boolean pull(
      int at, long[][] before, long[][] after, boolean prime, int part, int parts) {
    Layers.Layer layer = layers.layers.get(at);
    boolean hasAny = false;
    for (int step = 0; step < layer.steps(); step++) {
      int from = layer.from()[step];
      int to = layer.to()[step];
      LackBox.Row row =
          new LackBox.Row(boxes[at][from], boxes[at + 1][to], gains[at][step], part, parts);
      while (row.next()) {
        row.pull(before[from], after[to], prime);
        hasAny = true;
      }
    }
    return hasAny;
  }

  /// The number of prefixes to each cell after a layer.
  private long[][] after(int at, long[][] before, boolean prime) {
    Layers.Layer layer = layers.layers.get(at);
    long[][] after = new long[boxes[at + 1].length][];
    for (int state = 0; state < after.length; state++) {
      after[state] = new long[boxes[at + 1][state].size];
    }
    for (int step = 0; step < layer.steps(); step++) {
      int from = layer.from()[step];
      int to = layer.to()[step];
      LackBox.Row row = new LackBox.Row(boxes[at][from], boxes[at + 1][to], gains[at][step]);
      while (row.next()) {
        row.push(before[from], after[to], prime);
      }
    }
    return after;
  }

  @Override
  public BigInteger[][] byOption(Meter meter) {
    int size = layers.size();
    long[][][] residues = new long[size][][];
    for (int at = 0; at < size; at++) {
      int options = layers.problem.points().get(layers.layers.get(at).point()).options().size();
      residues[at] = new long[options][wide ? 2 : 1];
    }
    for (int pass = 0; pass < (wide ? 2 : 1) && !meter.stopped(); pass++) {
      byOption(residues, pass, meter);
    }
    return Arrays.stream(residues)
        .map(layer -> Arrays.stream(layer).map(Residues::number).toArray(BigInteger[]::new))
        .toArray(BigInteger[][]::new);
  }

  /// Checkpointing: some tables are kept on the backward pass, the others recomputed on the forward
  /// pass.
  private void byOption(long[][][] residues, int pass, Meter meter) {
    boolean prime = pass == 1;
    int size = layers.size();
    int apart = Math.max(1, (int) Math.sqrt(size));
    Map<Integer, long[][]> kept = new HashMap<>();
    long[][] after = last();
    for (int at = size; at >= 0; at--) {
      if (at % apart == 0 || at == size) {
        kept.put(at, after);
      }
      after = at == 0 ? after : before(at - 1, after, prime, meter);
    }
    long[][] ways = {new long[] {1}};
    for (int at = 0; at < size && !meter.look(); at++) {
      int known = at + 1;
      while (!kept.containsKey(known)) {
        known++;
      }
      for (; known > at + 1; known--) {
        kept.put(known - 1, before(known - 1, table(kept, known), prime, meter));
      }
      ways = forward(at, ways, table(kept, at + 1), residues[at], pass, meter);
      kept.remove(at);
    }
  }

  /// Counts the packages of each step of a layer, and the prefixes after it at the same time.
  private long[][] forward(
      int at, long[][] ways, long[][] after, long[][] residues, int pass, Meter meter) {
    Layers.Layer layer = layers.layers.get(at);
    long sums = 0;
    for (int step = 0; step < layer.steps() && !meter.stopped(); step++) {
      int length = ways[layer.from()[step]].length;
      sums += length;
      meter.spend(2 + length / 500);
    }
    if (meter.stopped()) {
      return ways;
    }
    List<Supplier<long[][]>> tasks = new ArrayList<>();
    tasks.add(() -> after(at, ways, pass == 1));
    int parts = sums < MANY_SUMS ? 1 : threads;
    for (int part = 0; part < parts; part++) {
      int one = part;
      tasks.add(() -> new long[][] {products(at, ways, after, pass == 1, one, parts)});
    }
    List<long[][]> results = ParallelTasks.run(tasks, sums < MANY_SUMS ? 1 : threads);
    for (long[][] each : results.subList(1, results.size())) {
      for (int step = 0; step < layer.steps(); step++) {
        long[] into = residues[layer.option()[step]];
        into[pass] = Residues.add(into[pass], each[0][step], pass == 1);
      }
    }
    return results.getFirst();
  }

  private static long[][] table(Map<Integer, long[][]> kept, int at) {
    return Objects.requireNonNull(kept.get(at));
  }

  /// The number of packages of each step of a layer, in a part of the rows.
  private long[] products(
      int at, long[][] ways, long[][] after, boolean prime, int part, int parts) {
    Layers.Layer layer = layers.layers.get(at);
    long[] sums = new long[layer.steps()];
    for (int step = 0; step < sums.length; step++) {
      int from = layer.from()[step];
      int to = layer.to()[step];
      LackBox.Row row =
          new LackBox.Row(boxes[at][from], boxes[at + 1][to], gains[at][step], part, parts);
      while (row.next()) {
        sums[step] = Residues.add(sums[step], row.product(ways[from], after[to], prime), prime);
      }
    }
    return sums;
  }
}
