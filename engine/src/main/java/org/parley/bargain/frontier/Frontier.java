package org.parley.bargain.frontier;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The efficient frontier: non-dominated worth vectors, each with its packages, by falling worth of
/// the first party.
///
/// Packages of equal worths to every party are one entry. They are traced back on request through
/// the vectors of each layer. Memory: 8 bytes per vector for every 63 bits of worth, or a bit table
/// for constant sums. Small problems build these layers only on request.
public final class Frontier implements FrontierLayers {

  private final int[] parties;

  /// The vectors if they were found without layers; else empty.
  private final long[][] ready;

  private final int size;
  private final Supplier<LayerTrace> later;
  private volatile @Nullable LayerTrace traced;

  Frontier(LayerTrace traced) {
    this.traced = traced;
    later = () -> traced;
    ready = new long[0][];
    parties = traced.parties();
    size = traced.size();
  }

  /// @param vectors the worths, in order, at least one
  /// @param later builds the layers of the same vectors
  Frontier(int[] parties, long[][] vectors, Supplier<LayerTrace> later) {
    this.parties = parties;
    this.later = later;
    ready = vectors;
    size = vectors.length;
  }

  private LayerTrace traced() {
    LayerTrace known = traced;
    if (known == null) {
      known = later.get();
      traced = known;
    }
    return known;
  }

  /// The number of vectors.
  @Override
  public int size() {
    return size;
  }

  /// The parties a vector has an entry for, as indices into the problem.
  @Override
  public int[] parties() {
    return parties.clone();
  }

  /// The worths of an entry, one for each of [#parties].
  @Override
  public long[] worths(int entry) {
    return ready.length > 0 ? ready[entry].clone() : traced().worths(entry);
  }

  /// All vectors in order, computed lazily.
  public Stream<long[]> vectors() {
    return IntStream.range(0, size).mapToObj(this::worths);
  }

  /// One package of an entry.
  @Override
  public int[] packageOf(int entry) {
    return traced().packageOf(entry);
  }

  /// Passes up to `most` packages of an entry to a consumer.
  public void packagesOf(int entry, int most, Consumer<int[]> consumer) {
    traced().packagesOf(entry, most, consumer);
  }

  /// The number of packages of an entry: all with these worths if the frontier is proved; those
  /// kept if it is bounded.
  public BigInteger countOf(int entry) {
    return traced().countOf(entry);
  }

  /// The vectors kept after a number of layers, by state of the layered graph; part of the
  /// certificate.
  @Override
  public List<List<long[]>> keptAfter(int layer) {
    return traced().keptAfter(layer);
  }

  /// The number of these vectors.
  @Override
  public long countAfter(int layer) {
    return traced().countAfter(layer);
  }

  /// The loss allowed at a layer, one entry for each of [#parties].
  @Override
  public long[] lossAt(int layer) {
    return traced().lossAt(layer);
  }

  /// The order in which points were settled.
  @Override
  public int[] order() {
    return traced().order();
  }
}
