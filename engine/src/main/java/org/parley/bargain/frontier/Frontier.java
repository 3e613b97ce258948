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

  /// A package of each vector, if there are no layers to trace them through.
  private final List<List<Integer>> packages;

  private final List<HalfFrontier> halves;
  private final int size;
  private final Supplier<LayerTrace> later;
  private volatile @Nullable LayerTrace traced;

  Frontier(LayerTrace traced) {
    this.traced = traced;
    later = () -> traced;
    ready = new long[0][];
    packages = List.of();
    halves = List.of();
    parties = traced.parties();
    size = traced.size();
  }

  /// @param vectors the worths, in order, at least one
  /// @param later builds the layers of the same vectors
  Frontier(int[] parties, long[][] vectors, Supplier<LayerTrace> later) {
    this.parties = parties;
    this.later = later;
    packages = List.of();
    halves = List.of();
    ready = vectors;
    size = vectors.length;
  }

  /// A frontier without layers: one package is known for each vector.
  ///
  /// @param vectors the worths, in order, at least one
  /// @param packages by vector, the option of each point
  Frontier(int[] parties, long[][] vectors, List<List<Integer>> packages) {
    this(parties, vectors, packages, List.of());
  }

  /// A cover with the frontiers of two halves of the points.
  Frontier(
      int[] parties, long[][] vectors, List<List<Integer>> packages, List<HalfFrontier> halves) {
    this.parties = parties;
    this.halves = List.copyOf(halves);
    this.packages = packages;
    ready = vectors;
    size = vectors.length;
    later =
        () -> {
          throw new IllegalStateException("a frontier without layers");
        };
  }

  /// Whether all packages of a vector can be traced; otherwise one is known.
  public boolean isTraced() {
    return packages.isEmpty();
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
    return isTraced()
        ? traced().packageOf(entry)
        : packages.get(entry).stream().mapToInt(Integer::intValue).toArray();
  }

  /// Passes up to `most` packages of an entry to a consumer; one if there are no layers.
  public void packagesOf(int entry, int most, Consumer<int[]> consumer) {
    if (isTraced()) {
      traced().packagesOf(entry, most, consumer);
    } else if (most > 0) {
      consumer.accept(packageOf(entry));
    }
  }

  /// The number of packages of an entry: all with these worths if the frontier is proved by layers.
  /// If it is bounded, those kept; without layers, one.
  public BigInteger countOf(int entry) {
    return isTraced() ? traced().countOf(entry) : BigInteger.ONE;
  }

  /// The vectors kept after a number of layers, by state of the layered graph; part of the
  /// certificate.
  @Override
  public List<List<long[]>> keptAfter(int layer) {
    return isTraced() ? traced().keptAfter(layer) : List.of();
  }

  /// The number of these vectors.
  @Override
  public long countAfter(int layer) {
    return isTraced() ? traced().countAfter(layer) : 0;
  }

  /// The loss allowed at a layer, one entry for each of [#parties].
  @Override
  public long[] lossAt(int layer) {
    return isTraced() ? traced().lossAt(layer) : new long[parties.length];
  }

  @Override
  public List<HalfFrontier> halves() {
    return halves;
  }

  /// The order in which points were settled; empty if there are no layers.
  @Override
  public int[] order() {
    return isTraced() ? traced().order() : new int[0];
  }
}
