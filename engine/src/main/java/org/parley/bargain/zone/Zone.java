package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Rational;

/// The packages acceptable to some parties: how many, with which options, and random ones.
public final class Zone {

  private final Layers layers;
  private final int parties;
  private final Diagram over;
  private final BigInteger atLeast;
  private final boolean exact;

  Zone(Layers layers, int parties, Diagram over, BigInteger atLeast, boolean exact) {
    this.layers = layers;
    this.parties = parties;
    this.over = over;
    this.atLeast = atLeast;
    this.exact = exact;
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
    return over.total();
  }

  /// The share of each option among the packages, by point and option; empty where the zone is not
  /// counted exactly or has no package.
  public Optional<Rational[][]> shares() {
    if (!exact || over.total().signum() == 0) {
      return Optional.empty();
    }
    BigInteger[][] counts = over.byOption();
    Rational[][] shares = new Rational[layers.size()][];
    for (int at = 0; at < counts.length; at++) {
      shares[layers.layers.get(at).point()] =
          Arrays.stream(counts[at])
              .map(count -> new Rational(count, over.total()))
              .toArray(Rational[]::new);
    }
    return Optional.of(shares);
  }

  /// A package acceptable to the parties, each with exactly the same chance.
  ///
  /// @param tries how many packages to draw at the most before giving up; 1 is enough where the
  ///   zone is proved
  /// @return empty where none was found
  public Optional<int[]> draw(RandomGenerator random, int tries) {
    for (int attempt = 0; attempt < tries && over.total().signum() > 0; attempt++) {
      int[] options = over.draw(random);
      if (exact || isAcceptable(options)) {
        return Optional.of(options);
      }
    }
    return Optional.empty();
  }

  /// Which share of [#atMost] is acceptable, estimated without bias from seeded draws.
  public Estimate estimate(long seed, int draws) {
    SplittableRandom random = new SplittableRandom(seed);
    long hits = 0;
    for (int draw = 0; draw < draws; draw++) {
      hits += exact || isAcceptable(over.draw(random)) ? 1 : 0;
    }
    return Estimate.of(hits, draws);
  }

  private boolean isAcceptable(int[] options) {
    return Arrays.stream(layers.signers)
        .allMatch(party -> layers.problem.acceptableTo(party, options));
  }
}
