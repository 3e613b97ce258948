package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.exact.Rational;

/// The zone of possible agreement of some parties: the count, the share of each option, and random
/// packages.
public final class Zone implements PackageCount {

  private final Problem problem;

  /// Null if counting did not need it.
  private final @Nullable Layers layers;

  private final int parties;
  private final BigInteger atLeast;
  private final BigInteger atMost;
  private final @Nullable Counts exact;
  private volatile @Nullable ExponentialTilting tilt;

  private Zone(
      Problem problem,
      @Nullable Layers layers,
      int parties,
      BigInteger atLeast,
      BigInteger atMost,
      @Nullable Counts exact,
      @Nullable ExponentialTilting tilt) {
    this.problem = problem;
    this.layers = layers;
    this.parties = parties;
    this.atLeast = atLeast;
    this.atMost = atMost;
    this.exact = exact;
    this.tilt = tilt;
  }

  static Zone counted(Layers layers, int parties, Counts counts) {
    return new Zone(layers.problem, layers, parties, counts.total(), counts.total(), counts, null);
  }

  static Zone counted(Problem problem, int parties, Enumeration counts) {
    return new Zone(problem, null, parties, counts.total(), counts.total(), counts, null);
  }

  static Zone between(
      Layers layers, int parties, BigInteger atLeast, BigInteger atMost, ExponentialTilting tilt) {
    return new Zone(layers.problem, layers, parties, atLeast, atMost, null, tilt);
  }

  /// The parties that accept, party `i` as bit `i`.
  public int parties() {
    return parties;
  }

  /// A lower bound on the number of packages.
  @Override
  public BigInteger atLeast() {
    return atLeast;
  }

  /// An upper bound on the number of packages; equal to the lower one if the zone is proved.
  @Override
  public BigInteger atMost() {
    return atMost;
  }

  /// Whether exact shares of options are unavailable, or cost many times a few thousand random
  /// packages.
  public boolean isWide() {
    return exact == null || exact instanceof PairCount || exact instanceof WidthLimitedDiagram;
  }

  /// The share of each option among the packages, by point and option. Empty if the zone is not
  /// counted exactly, has no package, or the budget ended. Cost: some counts per call.
  public Optional<Rational[][]> shares(Budget budget) {
    if (exact == null || atMost.signum() == 0) {
      return Optional.empty();
    }
    Meter meter = new Meter(budget);
    BigInteger[][] counts = exact.byOption(meter);
    if (meter.stopped()) {
      return Optional.empty();
    }
    Rational[][] shares = new Rational[counts.length][];
    for (int at = 0; at < counts.length; at++) {
      int point =
          layers == null || exact instanceof WidthLimitedDiagram
              ? at
              : layers.layers.get(at).point();
      shares[point] =
          Arrays.stream(counts[at])
              .map(count -> new Rational(count, atMost))
              .toArray(Rational[]::new);
    }
    return Optional.of(shares);
  }

  /// A uniformly random package of the zone.
  ///
  /// @param meter a step is a package drawn, acceptable or not; one is enough after a count by
  ///   diagram or meet in the middle
  /// @return empty if there is none, or the meter stopped
  public Optional<int[]> draw(RandomGenerator random, Meter meter) {
    if (atMost.signum() == 0 || meter.stopped()) {
      return Optional.empty();
    }
    if (exact instanceof DecisionDiagram diagram) {
      return Optional.of(diagram.draw(random));
    }
    if (exact instanceof MeetInTheMiddle halves) {
      return Optional.of(halves.draw(random));
    }
    if (exact instanceof Enumeration all) {
      return Optional.of(all.draw(random));
    }
    return tilt(meter).draw(random, meter);
  }

  /// Built once; if the meter stops it early, the next caller builds it again.
  private ExponentialTilting tilt(Meter meter) {
    ExponentialTilting known = tilt;
    if (known == null) {
      known = new ExponentialTilting(Objects.requireNonNull(layers), meter::look);
      tilt = meter.stopped() ? null : known;
    }
    return known;
  }

  /// Estimates the acceptable share of [#atMost] without bias from seeded draws.
  ///
  /// @param draws the draws to make
  /// @param budget a step is a draw; fewer are made if it ends
  public WilsonEstimate estimate(long seed, int draws, Budget budget) {
    CountEstimate count = count(seed, draws, budget);
    double most = Math.max(atMost.doubleValue(), Double.MIN_NORMAL);
    return new WilsonEstimate(
        Math.min(1, count.count() / most),
        Math.min(1, count.low() / most),
        Math.min(1, count.high() / most),
        count.hits(),
        count.draws());
  }

  /// The number of packages: exact if counted, else an unbiased estimate from seeded draws, at the
  /// same cost for any number of packages.
  ///
  /// @param draws the draws to make
  /// @param budget a step is a draw; fewer are made if it ends
  public CountEstimate count(long seed, long draws, Budget budget) {
    if (exact != null || atMost.signum() == 0) {
      double count = atMost.doubleValue();
      return new CountEstimate(count, count, count, draws, draws);
    }
    Meter meter = new Meter(budget);
    return tilt(meter).estimate(seed, draws, meter);
  }

  /// The share of each option among random packages, by point and option.
  ///
  /// @param draws the acceptable packages to draw
  /// @param budget a step is a package drawn, acceptable or not; fewer are drawn if it ends
  public WilsonEstimate[][] sampledShares(long seed, int draws, Budget budget) {
    Meter meter = new Meter(budget);
    SplittableRandom random = new SplittableRandom(seed);
    List<Problem.Point> points = problem.points();
    long[][] hits = new long[points.size()][];
    for (int point = 0; point < hits.length; point++) {
      hits[point] = new long[points.get(point).options().size()];
    }
    long drawn = 0;
    for (int draw = 0; draw < draws; draw++) {
      Optional<int[]> options = draw(random, meter);
      if (options.isEmpty()) {
        break;
      }
      drawn++;
      for (int point = 0; point < hits.length; point++) {
        hits[point][options.get()[point]]++;
      }
    }
    WilsonEstimate[][] shares = new WilsonEstimate[hits.length][];
    for (int point = 0; point < hits.length; point++) {
      shares[point] = new WilsonEstimate[hits[point].length];
      for (int option = 0; option < hits[point].length; option++) {
        shares[point][option] = WilsonEstimate.of(hits[point][option], drawn);
      }
    }
    return shares;
  }
}
