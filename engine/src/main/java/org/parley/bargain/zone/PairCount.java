package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// Counts acceptable packages by meet in the middle with dominance counting (Horowitz and Sahni
/// 1974). For problems without linkages, with any number of parties and bounds of budgets.
///
/// Worths of one half and deficits of the other are points of one space; [DominanceCount] counts
/// the dominating pairs. Coordinates are as wide as the worths, or their ranks among the partial
/// packages where these need fewer bits. Cost: partial packages of a half times the logarithms of
/// all worths but the widest, for any number of packages. Twenty bytes each, 28 by option, and four
/// a cell of the tables. A step of the meter is a thousand partial packages.
final class PairCount implements Counts {

  /// Up to so many parties, each partial package has the same weight.
  private static final int FEW_PARTIES = 4;

  /// Each further party takes as much time as 2 to this power.
  private static final int PARTY = 3;

  /// Wider coordinates are ranked, if that makes them narrower.
  private static final long MOST_RANGE = 1 << 22;

  private final Layers layers;

  /// The layers of the two halves.
  private final int[][] halves;

  /// The signers with a baseline.
  private final int[] bound;

  private final int threads;
  private final BigInteger total;

  private PairCount(Layers layers, int[][] halves, int[] bound, int threads, Meter meter) {
    this.layers = layers;
    this.halves = halves;
    this.bound = bound;
    this.threads = threads;
    total = BigInteger.valueOf(join(0, false, meter).count());
  }

  /// Counts packages by pairs.
  ///
  /// @param most the most partial packages of both halves; an eighth for each party beyond four
  /// @param threads changes the time alone
  /// @return null if there are more, if this method does not apply, or if the meter stopped
  static @Nullable PairCount of(Layers layers, long most, int threads, Meter meter) {
    int[][] halves = halves(layers);
    int[] bound =
        IntStream.range(0, layers.parties())
            .filter(party -> layers.baseline(party) != Long.MIN_VALUE)
            .toArray();
    double ways = ways(layers, halves[0]) + ways(layers, halves[1]);
    double weight = StrictMath.scalb(ways, PARTY * Math.max(0, bound.length - FEW_PARTIES));
    if (!layers.isAdditive() || layers.isLoose() || weight > most) {
      return null;
    }
    for (int half = 0; half < 2; half++) {
      if (!Coordinates.of(layers, halves[half], halves[1 - half], bound).fit()) {
        return null;
      }
    }
    PairCount pairs = new PairCount(layers, halves, bound, threads, meter);
    return meter.stopped() ? null : pairs;
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

  @Override
  public BigInteger total() {
    return total;
  }

  @Override
  public BigInteger[][] byOption(Meter meter) {
    BigInteger[][] counts = new BigInteger[layers.size()][];
    for (int half = 0; half < 2; half++) {
      DominanceCount dominance = join(half, true, meter);
      dominance.count();
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
    return Coordinates.of(layers, halves[1 - half], halves[half], bound)
        .count(byWay, threads, meter);
  }

  /// The coordinates of two halves: losses of one, room for them beside the other.
  ///
  /// @param signers the widest first
  /// @param ranges by coordinate, the largest loss for which there can be room
  /// @param isRanked by coordinate, whether losses count by their ranks
  private record Coordinates(
      Layers layers,
      List<Integer> giving,
      List<Integer> asking,
      List<Integer> signers,
      List<Long> ranges,
      List<Boolean> isRanked) {

    static Coordinates of(Layers layers, int[] giving, int[] asking, int[] bound) {
      List<Integer> gives = IntStream.of(giving).boxed().toList();
      List<Integer> signers =
          IntStream.of(bound)
              .boxed()
              .sorted(Comparator.comparingLong(signer -> -range(layers, gives, signer)))
              .toList();
      List<Long> ranges = signers.stream().map(signer -> range(layers, gives, signer)).toList();
      double ways = ways(layers, giving);
      boolean isTight = !DominanceCount.Fields.fit(others(ranges));
      List<Boolean> isRanked =
          ranges.stream().map(range -> range > ways && (isTight || range > MOST_RANGE)).toList();
      List<Long> narrow = new ArrayList<>();
      for (int at = 0; at < ranges.size(); at++) {
        narrow.add(isRanked.get(at) ? (Long) (long) ways : ranges.get(at));
      }
      return new Coordinates(
          layers, gives, IntStream.of(asking).boxed().toList(), signers, narrow, isRanked);
    }

    /// The losses of some layers that leave room for all others.
    private static long range(Layers layers, List<Integer> half, int signer) {
      long range = 0;
      for (int at : half) {
        Layers.Layer layer = layers.layers.get(at);
        long least =
            Arrays.stream(layer.worth()).mapToLong(worth -> worth[signer]).min().orElseThrow();
        range += most(layer, signer) - least;
      }
      return Math.max(0, Math.min(range, room(layers, signer)));
    }

    private static long most(Layers.Layer layer, int signer) {
      return Arrays.stream(layer.worth()).mapToLong(worth -> worth[signer]).max().orElseThrow();
    }

    private static long room(Layers layers, int signer) {
      long room = -layers.baseline(signer);
      for (Layers.Layer layer : layers.layers) {
        room += most(layer, signer);
      }
      return room;
    }

    /// The ranges of all coordinates but the first; one at least.
    private static long[] others(List<Long> ranges) {
      return ranges.size() < 2
          ? new long[1]
          : ranges.stream().skip(1).mapToLong(Long::longValue).toArray();
    }

    boolean fit() {
      return DominanceCount.Fields.fit(others(ranges));
    }

    DominanceCount count(boolean byWay, int threads, Meter meter) {
      int gives = (int) ways(layers, giving.stream().mapToInt(Integer::intValue).toArray());
      int asks = (int) ways(layers, asking.stream().mapToInt(Integer::intValue).toArray());
      int[] keys = new int[gives + asks];
      long[] points = new long[gives + asks];
      DominanceCount.Fields fields = new DominanceCount.Fields(others(ranges));
      for (int at = 0; at < signers.size() && !meter.look(); at++) {
        long[] values = values(at, gives, points.length);
        for (int way = 0; way < values.length; way++) {
          if (values[way] < 0 || keys[way] == DominanceCount.NOTHING) {
            keys[way] = DominanceCount.NOTHING;
          } else if (at == 0) {
            keys[way] = (int) values[way];
          } else {
            points[way] |= values[way] << fields.shift(at - 1);
          }
        }
      }
      int range = ranges.isEmpty() ? 0 : (int) (long) ranges.getFirst();
      return new DominanceCount(keys, range, points, gives, fields, byWay, threads, meter);
    }

    /// By partial package of the half that gives, its loss, then by one of the other half, the most
    /// that it leaves room for. Negative if there is no room.
    private long[] values(int at, int gives, int size) {
      int signer = signers.get(at);
      long room = room(layers, signer);
      long[] values = new long[size];
      list(giving, signer, values, 0);
      list(asking, signer, values, gives);
      for (int way = 0; way < size; way++) {
        values[way] = way >= gives ? room - values[way] : values[way] > room ? -1 : values[way];
      }
      if (isRanked.get(at)) {
        rank(values, gives);
      } else {
        for (int way = gives; way < size; way++) {
          values[way] = Math.min(values[way], ranges.get(at));
        }
      }
      return values;
    }

    /// Replaces losses by the number of different smaller ones, and room by that of the largest
    /// loss that it takes.
    private static void rank(long[] values, int gives) {
      long[] losses = Arrays.copyOf(values, gives);
      Arrays.sort(losses);
      int count = 0;
      for (long loss : losses) {
        if (loss >= 0 && (count == 0 || loss != losses[count - 1])) {
          losses[count++] = loss;
        }
      }
      for (int way = 0; way < values.length; way++) {
        if (values[way] >= 0) {
          int place = Arrays.binarySearch(losses, 0, count, values[way]);
          values[way] = place >= 0 ? place : -place - 2;
        }
      }
    }

    /// By partial package of some layers, its distance from the maximum of a signer.
    private void list(List<Integer> half, int signer, long[] into, int from) {
      int count = 1;
      for (int at : half) {
        Layers.Layer layer = layers.layers.get(at);
        for (int step = layer.steps() - 1; step >= 0; step--) {
          long loss = most(layer, signer) - layer.worth()[step][signer];
          for (int way = 0; way < count; way++) {
            into[from + step * count + way] = into[from + way] + loss;
          }
        }
        count *= layer.steps();
      }
    }
  }
}
