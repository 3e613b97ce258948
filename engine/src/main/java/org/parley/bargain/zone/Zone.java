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

  /// Null where counting did not need it.
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

  /// The parties it is acceptable to, party `i` as bit `i`.
  public int parties() {
    return parties;
  }

  /// There are at least so many packages.
  @Override
  public BigInteger atLeast() {
    return atLeast;
  }

  /// There are at most so many packages; as many as at least where the zone is proved.
  @Override
  public BigInteger atMost() {
    return atMost;
  }

  /// Whether exact shares of options are not to be had, or take many times as long as a few
  /// thousand random packages.
  public boolean isWide() {
    return exact == null || exact instanceof PairCount;
  }

  /// The share of each option among the packages, by point and option; empty where the zone is not
  /// counted exactly, has no package, or the budget ended. Costs some counts each time.
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
      int point = layers == null ? at : layers.layers.get(at).point();
      shares[point] =
          Arrays.stream(counts[at])
              .map(count -> new Rational(count, atMost))
              .toArray(Rational[]::new);
    }
    return Optional.of(shares);
  }

  /// A package acceptable to the parties, each with exactly the same chance.
  ///
  /// @param meter a step is a package drawn, acceptable or not; one is enough where a diagram or
  ///   meet in the middle counted
  /// @return empty where there is none, or the meter stopped
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

  /// Made once; where the meter stops it early, once more by the caller next.
  private ExponentialTilting tilt(Meter meter) {
    ExponentialTilting known = tilt;
    if (known == null) {
      known = new ExponentialTilting(Objects.requireNonNull(layers), meter::look);
      tilt = meter.stopped() ? null : known;
    }
    return known;
  }

  /// Which share of [#atMost] is acceptable, estimated without bias from seeded draws.
  ///
  /// @param draws how many to make
  /// @param budget a step is a draw; fewer are made where it ends
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

  /// How many packages there are: exactly where they were counted, else estimated without bias from
  /// seeded draws, in the same time whatever the number of packages.
  ///
  /// @param draws how many to make
  /// @param budget a step is a draw; fewer are made where it ends
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
  /// @param draws how many acceptable packages to draw
  /// @param budget a step is a package drawn, acceptable or not; fewer are drawn where it ends
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
