package org.parley.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Intervals of survival, by resampling whole clusters (percentile bootstrap).
///
/// Agreements of one conflict stand and fall together, so conflicts are drawn, not agreements. Each
/// draw has a seed of its own, so that the intervals do not depend on the number of threads. Cost:
/// draws times spells.
public final class SurvivalIntervals {

  /// An interval of the share standing.
  ///
  /// @param least its lower end, from 0 to 1
  /// @param most its upper end, from 0 to 1
  /// @param draws the draws in which the day was seen
  public record ShareInterval(double least, double most, int draws) {}

  private final long[][] days;
  private final boolean[][] ended;

  private SurvivalIntervals(long[][] days, boolean[][] ended) {
    this.days = days;
    this.ended = ended;
  }

  /// Intervals for the spells of some clusters. The names of clusters do not matter.
  public static SurvivalIntervals of(List<Spell> spells) {
    Map<String, List<Spell>> byName = new TreeMap<>();
    spells.forEach(
        each -> byName.computeIfAbsent(each.cluster(), _ -> new ArrayList<>()).add(each));
    List<List<Spell>> clusters =
        byName.values().stream()
            .map(each -> each.stream().sorted(SurvivalIntervals::compare).toList())
            .sorted(SurvivalIntervals::compareAll)
            .toList();
    long[][] days = new long[clusters.size()][];
    boolean[][] ended = new boolean[clusters.size()][];
    for (int cluster = 0; cluster < days.length; cluster++) {
      List<Spell> sorted = clusters.get(cluster);
      days[cluster] = sorted.stream().mapToLong(Spell::days).toArray();
      ended[cluster] = new boolean[sorted.size()];
      for (int i = 0; i < sorted.size(); i++) {
        ended[cluster][i] = sorted.get(i).ended();
      }
    }
    return new SurvivalIntervals(days, ended);
  }

  private static int compare(Spell one, Spell other) {
    int days = Long.compare(one.days(), other.days());
    return days != 0 ? days : Boolean.compare(other.ended(), one.ended());
  }

  /// By size, then spell by spell.
  private static int compareAll(List<Spell> some, List<Spell> others) {
    int order = Integer.compare(some.size(), others.size());
    for (int i = 0; order == 0 && i < some.size(); i++) {
      order = compare(some.get(i), others.get(i));
    }
    return order;
  }

  /// The interval on a day; empty if the day was seen in no draw.
  ///
  /// @param day counted from the beginning
  /// @param percent the share of draws inside, such as 95
  /// @param draws how many resamples are drawn, 1 or more
  /// @param seed of the first draw; the others have the seeds after it
  public Optional<ShareInterval> at(long day, int percent, int draws, long seed) {
    return at(new long[] {day}, percent, draws, seed).getFirst();
  }

  /// The intervals on several days, from the same draws.
  ///
  /// @param asked the days, ascending
  public List<Optional<ShareInterval>> at(long[] asked, int percent, int draws, long seed) {
    double[][] shares =
        IntStream.range(0, draws)
            .parallel()
            .mapToObj(draw -> standing(asked, new SplittableRandom(seed + draw)))
            .toArray(double[][]::new);
    return IntStream.range(0, asked.length)
        .mapToObj(
            day ->
                interval(
                    Arrays.stream(shares)
                        .mapToDouble(draw -> draw[day])
                        .filter(share -> !Double.isNaN(share))
                        .sorted()
                        .toArray(),
                    percent))
        .toList();
  }

  private static Optional<ShareInterval> interval(double[] sorted, int percent) {
    if (sorted.length == 0) {
      return Optional.empty();
    }
    double tail = (100 - percent) / 200.0;
    return Optional.of(
        new ShareInterval(
            quantile(sorted, tail), quantile(sorted, (100 + percent) / 200.0), sorted.length));
  }

  /// The nearest rank.
  private static double quantile(double[] sorted, double share) {
    int rank = (int) StrictMath.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)];
  }

  /// The shares standing in one resample; not a number where no spell was seen as long.
  private double[] standing(long[] asked, SplittableRandom random) {
    int[] times = new int[days.length];
    for (int i = 0; i < days.length; i++) {
      times[random.nextInt(days.length)]++;
    }
    TreeMap<Long, int[]> byDays = new TreeMap<>();
    int atRisk = 0;
    for (int cluster = 0; cluster < days.length; cluster++) {
      for (int i = 0; times[cluster] > 0 && i < days[cluster].length; i++) {
        int[] count = byDays.computeIfAbsent(days[cluster][i], _ -> new int[2]);
        count[0] += ended[cluster][i] ? times[cluster] : 0;
        count[1] += times[cluster];
        atRisk += times[cluster];
      }
    }
    double[] shares = new double[asked.length];
    if (byDays.isEmpty()) {
      Arrays.fill(shares, Double.NaN);
      return shares;
    }
    long longest = byDays.lastKey();
    double standing = 1;
    var left = byDays.entrySet().iterator();
    var next = left.next();
    for (int i = 0; i < asked.length; i++) {
      while (next != null && next.getKey() <= asked[i]) {
        standing *= (double) (atRisk - next.getValue()[0]) / atRisk;
        atRisk -= next.getValue()[1];
        next = left.hasNext() ? left.next() : null;
      }
      shares[i] = asked[i] > longest && standing > 0 ? Double.NaN : standing;
    }
    return shares;
  }
}
