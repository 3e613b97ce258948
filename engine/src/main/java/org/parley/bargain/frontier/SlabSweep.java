package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.sweep.Pipeline;
import org.parley.sweep.SearchThreads;

/// A sweep cut into slabs of the second lane, for several threads.
///
/// A vector is dominated by one of its own slab, or by one of a higher slab. The latter has more in
/// the second lane anyway, so a cover with one lane fewer finds it. That is divide and conquer
/// (Kung, Luccio and Preparata 1975). Merging, each slab and the list of kept vectors are the
/// stages of a [Pipeline]; the higher slab comes first. Each slab has a cover of its own, and six
/// slices of the merge are in memory.
final class SlabSweep {

  /// Slices in memory.
  private static final int AHEAD = 6;

  /// Vectors sampled to cut the slabs.
  private static final int SAMPLE = 1 << 12;

  private static final int BLOCK = Advance.BLOCK;

  /// Candidates between two looks at the stop signal.
  private static final int LOOK_EVERY = 1024;

  private final Packing packing;
  private final KWayMerge merge;

  /// The least worths that are needed; null without baselines.
  private final long @Nullable [] need;

  private final List<Slab> slabs = new ArrayList<>();
  private final Slice[] slices = new Slice[AHEAD];
  private final BooleanSupplier stop;
  private volatile boolean isSignalled;

  /// A slab.
  ///
  /// @param floor its least value in the second lane
  /// @param roof the least value of the next higher slab
  /// @param own covers its own vectors
  /// @param above covers those of higher slabs, in the lanes from the third on
  record Slab(long floor, long roof, Cover.Large own, Cover.Large above) {}

  private static final class Slice {
    private long[] vectors = new long[0];
    private boolean[] isKept = new boolean[0];
    private int size;

    /// By slab, the work beyond the fixed cost of each vector.
    private long[] work = new long[0];
  }

  SlabSweep(
      Packing packing,
      KWayMerge merge,
      long @Nullable [] need,
      List<Slab> slabs,
      BooleanSupplier stop) {
    this.packing = packing;
    this.merge = merge;
    this.need = need;
    this.slabs.addAll(slabs);
    this.stop = stop;
    Arrays.setAll(slices, _ -> new Slice());
  }

  /// The least values of slabs with about as many candidates each, from the highest down.
  ///
  /// @param adds the packed additions of the steps of the layer
  static List<Long> floors(
      Packing packing, List<KWayMerge.Stream> streams, long[] adds, int slabs) {
    long count = 0;
    for (KWayMerge.Stream stream : streams) {
      count += stream.vectors().length / packing.words;
    }
    int every = (int) (count / SAMPLE) + 1;
    List<Long> sample = new ArrayList<>();
    for (KWayMerge.Stream stream : streams) {
      long add = packing.lane(adds, stream.step(), 1);
      for (int index = 0; index < stream.vectors().length / packing.words; index += every) {
        sample.add(packing.lane(stream.vectors(), index, 1) + add);
      }
    }
    sample.sort(null);
    List<Long> floors = new ArrayList<>();
    for (int slab = slabs - 1; slab > 0; slab--) {
      floors.add(sample.get(sample.size() * slab / slabs));
    }
    floors.add(0L);
    return floors;
  }

  /// Adds the vectors that no other dominates.
  ///
  /// @return whether it came to the end
  boolean run(
      Advance.Growing kept,
      long mostKept,
      Meter meter,
      Advance.Payment payment,
      SearchThreads threads) {
    List<IntPredicate> stages = new ArrayList<>();
    stages.add(this::merge);
    for (int slab = 0; slab < slabs.size(); slab++) {
      int here = slab;
      stages.add(item -> sweep(slices[item % AHEAD], here));
    }
    stages.add(
        item -> {
          if (isSignalled) {
            meter.stop(StoppedBy.SIGNAL);
          }
          return !isSignalled && collect(slices[item % AHEAD], kept, mostKept, payment);
        });
    return Pipeline.run(stages, AHEAD, threads);
  }

  private boolean merge(int item) {
    Slice slice = slices[item % AHEAD];
    int size = merge.next();
    int words = size * packing.words;
    if (slice.vectors.length < words) {
      slice.vectors = new long[words];
      slice.isKept = new boolean[size];
      slice.work = new long[slabs.size()];
    }
    System.arraycopy(merge.slice(), 0, slice.vectors, 0, words);
    Arrays.fill(slice.isKept, 0, size, false);
    slice.size = size;
    return size > 0;
  }

  private boolean sweep(Slice slice, int at) {
    Slab slab = slabs.get(at);
    long[] vectors = slice.vectors;
    for (int index = 0; index < slice.size; index++) {
      if (index % LOOK_EVERY == 0 && stop.getAsBoolean()) {
        isSignalled = true;
        return true;
      }
      long lane = packing.lane(vectors, index, 1);
      if (lane >= slab.roof) {
        if (slice.isKept[index]) {
          slab.above.add(vectors, index);
        }
      } else if (lane >= slab.floor
          && (need == null || packing.covers(vectors, index, need, 0))
          && (at == 0 || !slab.above.covers(vectors, index))) {
        slice.isKept[index] = slab.own.add(vectors, index);
      }
    }
    slice.work[at] = slab.own.work() + slab.above.work();
    return true;
  }

  private boolean collect(
      Slice slice, Advance.Growing kept, long mostKept, Advance.Payment payment) {
    int words = packing.words;
    if (payment.stops(Arrays.stream(slice.work).sum(), kept.size / words)) {
      return false;
    }
    for (int index = 0; index < slice.size; index++) {
      if (index % BLOCK == 0
          && payment.stops(Math.min(BLOCK, slice.size - index), kept.size / words)) {
        return false;
      }
      if (slice.isKept[index]) {
        if (kept.size / words >= Math.min(mostKept, Advance.MOST_LISTED / words)) {
          return false;
        }
        kept.add(slice.vectors, index, words);
      }
    }
    return true;
  }
}
