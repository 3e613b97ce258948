package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;
import org.parley.sweep.ParallelTasks;

/// Counts acceptable packages by meet in the middle. For each state of a middle layer, it counts
/// pairs of a path to it and a path from it that reach the baselines.
///
/// Hopeless paths are pruned. Few pairs are compared one by one, many by [BitSetCount]. Only the
/// ranks of worths matter. Supports linkages and any number of parties. Cost: packages times
/// parties with a baseline, over 64, and the paths of both halves, about twice the root of the
/// packages. For up to about 10^10 packages. A step of the meter is a thousand paths or words.
final class MeetInTheMiddle implements Counts {

  /// The most words of bit sets, about a second.
  private static final long MOST_WORDS = 1L << 31;

  /// From this many pairs on, the rows are counted in parts.
  private static final long MANY_PAIRS = 1L << 28;

  private static final int PARTS = 4;

  /// Up to this many pairs are compared one by one.
  static final long FEW_PAIRS = 1 << 12;

  private final Layers layers;
  private final long fewPairs;
  private final int threads;

  /// The baselines that some package misses.
  private final long[] baselines;

  private final LayerPaths first;

  /// By middle state, the paths to it.
  private final int[][] reaching;

  /// By middle state, the paths from it.
  private final LayerPaths[] second;

  /// By path of the first half, the number of its completions.
  private final long[] counts;

  private MeetInTheMiddle(
      Layers layers,
      long fewPairs,
      int threads,
      long[] baselines,
      LayerPaths first,
      int[][] reaching) {
    this.layers = layers;
    this.fewPairs = fewPairs;
    this.threads = threads;
    this.baselines = baselines;
    this.first = first;
    this.reaching = reaching;
    second = new LayerPaths[reaching.length];
    counts = new long[first.size()];
  }

  /// Counts packages.
  ///
  /// @param packages the number of paths through all layers
  /// @param most the most paths listed
  /// @param fewPairs the most pairs compared one by one
  /// @param threads changes the time alone
  /// @return null if there are more paths or too many packages, or the meter stopped
  static @Nullable MeetInTheMiddle of(
      Layers layers, BigInteger packages, long most, long fewPairs, int threads, Meter meter) {
    BigInteger words = packages.multiply(BigInteger.valueOf(layers.parties())).shiftRight(6);
    if (layers.isLoose() || words.compareTo(BigInteger.valueOf(MOST_WORDS)) > 0) {
      return null;
    }
    long[] least = layers.least();
    int[] bound =
        IntStream.range(0, least.length)
            .filter(signer -> least[signer] < layers.baseline(signer))
            .toArray();
    long[] baselines = IntStream.of(bound).mapToLong(layers::baseline).toArray();
    LayerPaths.Lister lister = new LayerPaths.Lister(layers, bound, most, meter);
    LayerPaths first = first(lister.from(0, 0, baselines), pathsLeft(layers));
    int[][] reaching = first.byState(layers.states[first.end()]);
    MeetInTheMiddle halves =
        new MeetInTheMiddle(layers, fewPairs, threads, baselines, first, reaching);
    for (int state = 0; state < reaching.length && !lister.isIncomplete(); state++) {
      LayerPaths.Listing rest = lister.from(first.end(), state, halves.leftBy(reaching[state]));
      halves.second[state] = rest.to(layers.size()).paths();
    }
    if (!lister.isIncomplete()) {
      halves.count(meter);
    }
    return lister.isIncomplete() ? null : halves;
  }

  /// The paths to the middle layer, where paths and completions are about as many.
  private static LayerPaths first(LayerPaths.Listing listing, long[] pathsLeft) {
    int end = pathsLeft.length - 1;
    while (listing.at() < end && listing.size() < pathsLeft[listing.at()]) {
      listing.advance();
    }
    return listing.paths();
  }

  /// By layer, the number of paths from all of its states to the end.
  private static long[] pathsLeft(Layers layers) {
    long[] paths = new long[layers.size() + 1];
    long[] ways = new long[layers.states[layers.size()]];
    Arrays.fill(ways, 1);
    paths[layers.size()] = ways.length;
    for (int at = layers.size() - 1; at >= 0; at--) {
      Layers.Layer layer = layers.layers.get(at);
      long[] before = new long[layers.states[at]];
      for (int step = 0; step < layer.steps(); step++) {
        before[layer.from()[step]] += ways[layer.to()[step]];
      }
      ways = before;
      for (long each : ways) {
        paths[at] += each;
      }
    }
    return paths;
  }

  /// The remainder of each baseline after the best of some paths of the first half.
  private long[] leftBy(int[] numbers) {
    long[] left = new long[baselines.length];
    Arrays.fill(left, Long.MAX_VALUE);
    for (int number : numbers) {
      for (int party = 0; party < left.length; party++) {
        left[party] = Math.min(left[party], baselines[party] - first.worths().get(number, party));
      }
    }
    return left;
  }

  private void count(Meter meter) {
    for (int state = 0; state < second.length && !meter.stopped(); state++) {
      int[] numbers = reaching[state];
      long[] each = pairs(second[state].worths(), first.worths(numbers), meter);
      for (int index = 0; index < numbers.length; index++) {
        counts[numbers[index]] = each[index];
      }
    }
  }

  /// By row, the number of others that reach the baselines with it.
  private long[] pairs(LayerPaths.Worths others, LayerPaths.Worths rows, Meter meter) {
    long pairs = (long) others.rows() * rows.rows();
    if (pairs <= fewPairs) {
      return compare(others, rows, meter);
    }
    return pairs < MANY_PAIRS
        ? new BitSetCount(baselines, others, meter).count(rows)
        : inParts(others, rows, meter);
  }

  /// Counts parts of the rows on threads of their own.
  private long[] inParts(LayerPaths.Worths others, LayerPaths.Worths rows, Meter meter) {
    List<Meter> meters = Stream.generate(meter::part).limit(PARTS).toList();
    List<Supplier<long[]>> tasks = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int from = (int) ((long) rows.rows() * part / PARTS);
      int to = (int) ((long) rows.rows() * (part + 1) / PARTS);
      Meter spent = meters.get(part);
      tasks.add(() -> new BitSetCount(baselines, others, spent).count(rows.between(from, to)));
    }
    List<long[]> counts = ParallelTasks.run(tasks, threads);
    meters.forEach(meter::add);
    return counts.stream().flatMapToLong(Arrays::stream).toArray();
  }

  private long[] compare(LayerPaths.Worths others, LayerPaths.Worths rows, Meter meter) {
    long[] found = new long[rows.rows()];
    meter.spend(1 + (long) others.rows() * rows.rows() / 1000);
    long[] needs = new long[baselines.length];
    for (int row = 0; row < found.length; row++) {
      for (int party = 0; party < needs.length; party++) {
        needs[party] = baselines[party] - rows.get(row, party);
      }
      found[row] = others.reaching(needs);
    }
    return found;
  }

  private boolean reaches(LayerPaths.Worths rows, int row, LayerPaths.Worths others, int other) {
    for (int party = 0; party < baselines.length; party++) {
      if (rows.get(row, party) + others.get(other, party) < baselines[party]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public BigInteger total() {
    return BigInteger.valueOf(Arrays.stream(counts).sum());
  }

  @Override
  public BigInteger[][] byOption(Meter meter) {
    long[][] result = new long[layers.size()][];
    for (int at = 0; at < result.length; at++) {
      int point = layers.layers.get(at).point();
      result[at] = new long[layers.problem.points().get(point).options().size()];
    }
    first.addUp(counts, result);
    for (int state = 0; state < second.length && !meter.stopped(); state++) {
      LayerPaths.Worths others = first.worths(reaching[state]);
      second[state].addUp(pairs(others, second[state].worths(), meter), result);
    }
    return Arrays.stream(result)
        .map(row -> Arrays.stream(row).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new))
        .toArray(BigInteger[][]::new);
  }

  /// A uniformly random package.
  int[] draw(RandomGenerator random) {
    long left = random.nextLong(Arrays.stream(counts).sum());
    int number = 0;
    while (left >= counts[number]) {
      left -= counts[number++];
    }
    int state = first.endOf(number);
    int other = 0;
    while (left > 0 || !reaches(first.worths(), number, second[state].worths(), other)) {
      left -= reaches(first.worths(), number, second[state].worths(), other++) ? 1 : 0;
    }
    int[] options = new int[layers.size()];
    first.follow(number, options);
    second[state].follow(other, options);
    return layers.packageOf(options);
  }
}
