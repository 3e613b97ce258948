package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Rational;

/// The packages acceptable to some parties: how many, with which options, and random ones.
public final class Zone {

  private final Layers layers;
  private final int parties;
  private final BigInteger atLeast;
  private final BigInteger atMost;
  private final @Nullable Counts exact;
  private final Tilt tilt;

  private Zone(
      Layers layers,
      int parties,
      BigInteger atLeast,
      BigInteger atMost,
      @Nullable Counts exact,
      Tilt tilt) {
    this.layers = layers;
    this.parties = parties;
    this.atLeast = atLeast;
    this.atMost = atMost;
    this.exact = exact;
    this.tilt = tilt;
  }

  static Zone counted(Layers layers, int parties, Counts counts) {
    return new Zone(layers, parties, counts.total(), counts.total(), counts, new Tilt(layers));
  }

  static Zone between(
      Layers layers, int parties, BigInteger atLeast, BigInteger atMost, Tilt tilt) {
    return new Zone(layers, parties, atLeast, atMost, null, tilt);
  }

  /// The parties it is acceptable to, party `i` as bit `i`.
  public int parties() {
    return parties;
  }

  /// There are at least so many packages.
  public BigInteger atLeast() {
    return atLeast;
  }

  /// There are at most so many packages; as many as at least where the zone is proved.
  public BigInteger atMost() {
    return atMost;
  }

  /// The share of each option among the packages, by point and option; empty where the zone is not
  /// counted exactly or has no package. Costs some counts each time.
  public Optional<Rational[][]> shares() {
    if (exact == null || atMost.signum() == 0) {
      return Optional.empty();
    }
    BigInteger[][] counts = exact.byOption();
    Rational[][] shares = new Rational[layers.size()][];
    for (int at = 0; at < counts.length; at++) {
      shares[layers.layers.get(at).point()] =
          Arrays.stream(counts[at])
              .map(count -> new Rational(count, atMost))
              .toArray(Rational[]::new);
    }
    return Optional.of(shares);
  }

  /// A package acceptable to the parties, each with exactly the same chance.
  ///
  /// @param tries how many packages to draw at the most before giving up, where the zone is not
  ///   counted exactly; where it is, one is drawn however long it takes
  /// @return empty where none was found
  public Optional<int[]> draw(RandomGenerator random, int tries) {
    if (atMost.signum() == 0) {
      return Optional.empty();
    }
    if (exact instanceof Diagram diagram) {
      return Optional.of(diagram.draw(random));
    }
    return tilt.draw(random, exact == null ? tries : Long.MAX_VALUE);
  }

  /// Which share of [#atMost] is acceptable, estimated without bias from seeded draws.
  public Estimate estimate(long seed, int draws) {
    CountEstimate count = count(seed, draws);
    double most = Math.max(atMost.doubleValue(), Double.MIN_NORMAL);
    return new Estimate(
        Math.min(1, count.count() / most),
        Math.min(1, count.low() / most),
        Math.min(1, count.high() / most),
        count.hits(),
        count.draws());
  }

  /// How many packages there are: exactly where they were counted, else estimated without bias from
  /// seeded draws, in the same time whatever the number of packages.
  public CountEstimate count(long seed, long draws) {
    if (exact != null || atMost.signum() == 0) {
      double count = atMost.doubleValue();
      return new CountEstimate(count, count, count, draws, draws);
    }
    return tilt.estimate(seed, draws);
  }

  /// The share of each option among random packages, by point and option.
  ///
  /// @param draws how many acceptable packages to draw
  /// @param tries how many packages to draw for each at the most; fewer are drawn where that is not
  ///   enough
  public Estimate[][] sampledShares(long seed, int draws, int tries) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Problem.Point> points = layers.problem.points();
    long[][] hits = new long[points.size()][];
    for (int point = 0; point < hits.length; point++) {
      hits[point] = new long[points.get(point).options().size()];
    }
    long drawn = 0;
    for (int draw = 0; draw < draws; draw++) {
      Optional<int[]> options = draw(random, tries);
      if (options.isEmpty()) {
        break;
      }
      drawn++;
      for (int point = 0; point < hits.length; point++) {
        hits[point][options.get()[point]]++;
      }
    }
    Estimate[][] shares = new Estimate[hits.length][];
    for (int point = 0; point < hits.length; point++) {
      shares[point] = new Estimate[hits[point].length];
      for (int option = 0; option < hits[point].length; option++) {
        shares[point][option] = Estimate.of(hits[point][option], drawn);
      }
    }
    return shares;
  }
}
