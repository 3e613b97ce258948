package org.parley.sequence.control;

import java.util.Arrays;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.sequence.SequenceBound;

/// Computes the proof of dynamic controllability, see [Closure].
public final class Closures {

  private Closures() {}

  /// Computes the proof for a dynamically controllable network. A step of the budget is one
  /// composition of two bounds.
  ///
  /// @throws IllegalArgumentException if the network is not controllable
  public static Finding<Closure> of(UncertainNetwork network, Budget budget) {
    var meter = new Meter(budget);
    var closing = new Closing(network);
    while (closing.round(meter)) {
      closing.settle(meter);
    }
    var closure = new Closure(closing.plain, closing.waits, closing.settle(meter));
    return meter.stopped()
        ? new Finding.Bounded<>(closure, new SequenceBound.ClosureUnfinished(), meter.stoppedBy())
        : new Finding.Proved<>(closure, closure);
  }

  private static final class Closing {
    private final UncertainNetwork network;
    private final long[][] plain;
    private final long[][] waits;
    private boolean changed;

    Closing(UncertainNetwork network) {
      this.network = network;
      int nodes = network.nodes();
      int count = network.contingents().size();
      plain = new long[nodes][nodes];
      waits = new long[count][nodes];
      for (long[] row : plain) {
        Arrays.fill(row, Closure.FAR);
      }
      for (int node = 0; node < nodes; node++) {
        plain[node][node] = 0;
      }
      for (UncertainNetwork.UpperBound bound : network.bounds()) {
        lower(plain[bound.from()], bound.to(), bound.atMost());
      }
      for (int i = 0; i < count; i++) {
        UncertainNetwork.Contingent each = network.contingents().get(i);
        Arrays.fill(waits[i], Closure.FAR);
        lower(plain[each.from()], each.to(), each.most());
        lower(plain[each.to()], each.from(), -each.least());
        if (!each.isCertain()) {
          waits[i][each.to()] = -each.most();
        }
      }
    }

    private void lower(long[] row, int at, long to) {
      if (to < row[at]) {
        row[at] = to;
        changed = true;
      }
    }

    /// Applies every reduction once; returns whether a bound was tightened.
    boolean round(Meter meter) {
      changed = false;
      int nodes = plain.length;
      for (int via = 0; via < nodes; via++) {
        for (int from = 0; from < nodes; from++) {
          if (plain[from][via] == Closure.FAR) {
            continue;
          }
          if (meter.spend(nodes)) {
            return false;
          }
          for (int to = 0; to < nodes; to++) {
            if (plain[via][to] != Closure.FAR) {
              lower(plain[from], to, Math.addExact(plain[from][via], plain[via][to]));
            }
          }
          meter.heed(nodes + waits.length);
          for (long[] wait : waits) {
            if (wait[via] != Closure.FAR) {
              lower(wait, from, Math.addExact(plain[from][via], wait[via]));
            }
          }
        }
      }
      for (int i = 0; i < waits.length; i++) {
        UncertainNetwork.Contingent each = network.contingents().get(i);
        if (!each.isCertain()) {
          meter.heed(2L * nodes + waits.length);
          least(i, each);
          forget(i, each);
        }
      }
      return changed && !meter.stopped();
    }

    /// Lower-case reduction: a duration at its least before a negative bound.
    private void least(int contingent, UncertainNetwork.Contingent link) {
      for (int to = 0; to < plain.length; to++) {
        if (plain[link.to()][to] < 0) {
          lower(plain[link.from()], to, Math.addExact(link.least(), plain[link.to()][to]));
        }
      }
      for (int other = 0; other < waits.length; other++) {
        if (other != contingent && waits[other][link.to()] < 0) {
          lower(waits[other], link.from(), Math.addExact(link.least(), waits[other][link.to()]));
        }
      }
    }

    /// Label removal: a wait that ends before the duration can.
    private void forget(int contingent, UncertainNetwork.Contingent link) {
      for (int from = 0; from < plain.length; from++) {
        long wait = waits[contingent][from];
        if (wait != Closure.FAR && wait >= -link.least()) {
          lower(plain[from], link.from(), wait);
        }
      }
    }

    /// Times that keep all bounds and waits, unless the meter stops.
    ///
    /// @throws IllegalArgumentException if there are none
    long[] settle(Meter meter) {
      int nodes = plain.length;
      long[] times = new long[nodes];
      boolean moved = true;
      for (int pass = 0; moved; pass++) {
        if (pass > nodes) {
          throw new IllegalArgumentException(
              "proving that every bound can be kept: they cannot. Maybe ask for the loop instead.");
        }
        moved = false;
        for (int from = 0; from < nodes; from++) {
          if (meter.heed(nodes + waits.length)) {
            return times;
          }
          for (int to = 0; to < nodes; to++) {
            if (plain[from][to] != Closure.FAR && times[from] + plain[from][to] < times[to]) {
              times[to] = times[from] + plain[from][to];
              moved = true;
            }
          }
          for (int i = 0; i < waits.length; i++) {
            int begin = network.contingents().get(i).from();
            if (waits[i][from] != Closure.FAR && times[from] + waits[i][from] < times[begin]) {
              times[begin] = times[from] + waits[i][from];
              moved = true;
            }
          }
        }
      }
      return times;
    }
  }
}
