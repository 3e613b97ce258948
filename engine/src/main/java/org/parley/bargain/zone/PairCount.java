package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// Counts acceptable packages by meet in the middle with dominance counting (Horowitz and Sahni
/// 1974). For problems without linkages and at most four parties with a baseline.
///
/// Worths of one half and deficits of the other are points of one space; [DominanceCount] counts
/// the dominating pairs. Cost: partial packages of a half times the logarithms of three worths, for
/// any number of packages. Sixteen bytes each and four a cell of the table. A step of the meter is
/// a thousand partial packages.
final class PairCount implements Counts {

  static final int MOST_PARTIES = DominanceCount.FIELDS;

  /// The cells of the table: 4 bytes each.
  private static final long MOST_CELLS = 1L << 24;

  private static final int NOBODY = -1;
  private static final int LOOK_EVERY = 1 << 16;

  private final Layers layers;

  /// The layers of the two halves.
  private final int[][] halves;

  private final long[] baselines;
  private final BigInteger total;

  private PairCount(Layers layers, int[][] halves, long[] baselines, Meter meter) {
    this.layers = layers;
    this.halves = halves;
    this.baselines = baselines;
    total = BigInteger.valueOf(join(0, false, meter).count(meter));
  }

  /// Counts packages by pairs.
  ///
  /// @param most the most partial packages of both halves
  /// @return null if there are more, if this method does not apply, or if the meter stopped
  static @Nullable PairCount of(Layers layers, long most, Meter meter) {
    int[][] halves = halves(layers);
    if (!layers.isAdditive()
        || layers.isLoose()
        || ways(layers, halves[0]) + ways(layers, halves[1]) > most) {
      return null;
    }
    long[] baselines = IntStream.range(0, layers.parties()).mapToLong(layers::baseline).toArray();
    PairCount fits =
        fits(layers, halves, baselines) ? new PairCount(layers, halves, baselines, meter) : null;
    return meter.stopped() ? null : fits;
  }

  private static boolean fits(Layers layers, int[][] halves, long[] baselines) {
    boolean fits = true;
    for (int[] half : halves) {
      long[] ranges =
          IntStream.range(0, baselines.length)
              .filter(party -> baselines[party] != Long.MIN_VALUE)
              .mapToLong(party -> range(layers, half, party))
              .sorted()
              .toArray();
      long rows = ranges.length > 2 ? ranges[1] : 0;
      long columns = ranges.length > 1 ? ranges[0] : 0;
      fits &= ranges.length <= MOST_PARTIES && (rows + 2) * (columns + 2) <= MOST_CELLS;
      fits &= ranges.length == 0 || ranges[ranges.length - 1] < DominanceCount.MOST_RANGE;
    }
    return fits;
  }

  /// Deals the layers so that both halves have similar numbers of partial packages.
  private static int[][] halves(Layers layers) {
    int[] byWays =
        IntStream.range(0, layers.size())
            .boxed()
            .sorted(Comparator.comparingInt(at -> -layers.layers.get(at).steps()))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean[] second = new boolean[layers.size()];
    double more = 0;
    for (int at : byWays) {
      second[at] = more > 0;
      more += (second[at] ? -1 : 1) * StrictMath.log(layers.layers.get(at).steps());
    }
    return new int[][] {
      IntStream.range(0, second.length).filter(at -> !second[at]).toArray(),
      IntStream.range(0, second.length).filter(at -> second[at]).toArray()
    };
  }

  private static double ways(Layers layers, int[] half) {
    return IntStream.of(half)
        .mapToDouble(at -> layers.layers.get(at).steps())
        .reduce(1, (ways, steps) -> ways * steps);
  }

  private static long most(Layers.Layer layer, int party) {
    return Arrays.stream(layer.worth()).mapToLong(worth -> worth[party]).max().orElseThrow();
  }

  private static long range(Layers layers, int[] half, int party) {
    long range = 0;
    for (int at : half) {
      Layers.Layer layer = layers.layers.get(at);
      long least =
          Arrays.stream(layer.worth()).mapToLong(worth -> worth[party]).min().orElseThrow();
      range = Math.min(DominanceCount.MOST_RANGE, range + most(layer, party) - least);
    }
    return range;
  }

  @Override
  public BigInteger total() {
    return total;
  }

  @Override
  public BigInteger[][] byOption(Meter meter) {
    BigInteger[][] counts = new BigInteger[layers.size()][];
    for (int half = 0; half < 2; half++) {
      DominanceCount dominance = join(half, true, meter);
      dominance.count(meter);
      addUp(halves[half], dominance, counts);
    }
    return counts;
  }

  /// Adds the counts of the partners to the options of the partial packages of a half.
  private void addUp(int[] half, DominanceCount dominance, BigInteger[][] counts) {
    int[] steps = IntStream.of(half).map(at -> layers.layers.get(at).steps()).toArray();
    long[][] sums = new long[half.length][];
    Arrays.setAll(sums, index -> new long[steps[index]]);
    dominance.forEach(
        (way, count) -> {
          int left = way;
          for (int index = 0; index < steps.length; index++) {
            sums[index][left % steps[index]] += count;
            left /= steps[index];
          }
        });
    for (int index = 0; index < half.length; index++) {
      Layers.Layer layer = layers.layers.get(half[index]);
      int options = layers.problem.points().get(layer.point()).options().size();
      BigInteger[] each = new BigInteger[options];
      Arrays.fill(each, BigInteger.ZERO);
      for (int step = 0; step < steps[index]; step++) {
        int option = layer.option()[step];
        each[option] = each[option].add(BigInteger.valueOf(sums[index][step]));
      }
      counts[half[index]] = each;
    }
  }

  /// The deficits of the other half's partial packages against the room each one of this half
  /// leaves.
  private DominanceCount join(int half, boolean byWay, Meter meter) {
    int[] asking = halves[half];
    int[] giving = halves[1 - half];
    int[] order = order(giving);
    int gives = (int) ways(layers, giving);
    int asks = (int) ways(layers, asking);
    long[] both = new long[gives + asks];
    list(giving, order, both, 0, meter);
    list(asking, order, both, gives, meter);
    int[] ranges = new int[MOST_PARTIES];
    long[] room = new long[MOST_PARTIES];
    for (int field = 0; field < MOST_PARTIES; field++) {
      if (order[field] != NOBODY) {
        ranges[field] = (int) range(layers, giving, order[field]);
        room[field] = -baselines[order[field]];
        for (Layers.Layer layer : layers.layers) {
          room[field] += most(layer, order[field]);
        }
      }
    }
    for (int way = gives; way < both.length; way++) {
      if (way % LOOK_EVERY == 0 && meter.look()) {
        break;
      }
      both[way] = left(both[way], room, ranges);
    }
    return new DominanceCount(both, gives, ranges, byWay, meter);
  }

  /// Assigns parties to coordinates: the widest is swept, and the table is used before the
  /// coordinates that need one sweep per digit.
  private int[] order(int[] giving) {
    int[] parties =
        IntStream.range(0, baselines.length)
            .filter(party -> baselines[party] != Long.MIN_VALUE)
            .boxed()
            .sorted(Comparator.comparingLong(party -> -range(layers, giving, party)))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] order = new int[MOST_PARTIES];
    Arrays.fill(order, NOBODY);
    for (int at = 0; at < parties.length; at++) {
      order[at == 0 ? 0 : at + MOST_PARTIES - parties.length] = parties[at];
    }
    return order;
  }

  /// By partial package of a half, its distance from the maximum of each party.
  private void list(int[] half, int[] order, long[] into, int from, Meter meter) {
    int count = 1;
    for (int at : half) {
      if (meter.look()) {
        return;
      }
      Layers.Layer layer = layers.layers.get(at);
      for (int step = layer.steps() - 1; step >= 0; step--) {
        long adds = 0;
        for (int field = 0; field < MOST_PARTIES; field++) {
          if (order[field] != NOBODY) {
            long loss = most(layer, order[field]) - layer.worth()[step][order[field]];
            adds |= loss << DominanceCount.shift(field);
          }
        }
        for (int way = 0; way < count; way++) {
          into[from + step * count + way] = into[from + way] + adds;
        }
      }
      count *= layer.steps();
    }
  }

  /// The largest distance from its maximum allowed for the other half; [DominanceCount#NOTHING] if
  /// there is no room.
  private static long left(long losses, long[] room, int[] ranges) {
    long left = 0;
    for (int field = 0; field < MOST_PARTIES; field++) {
      long each = room[field] - DominanceCount.field(losses, field);
      if (each < 0) {
        return DominanceCount.NOTHING;
      }
      left |= Math.min(each, ranges[field]) << DominanceCount.shift(field);
    }
    return left;
  }
}
