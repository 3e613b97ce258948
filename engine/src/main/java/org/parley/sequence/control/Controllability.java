package org.parley.sequence.control;

import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.sequence.SequenceBound;

/// Decides dynamic controllability: whether the bounds of a network can be kept for all durations
/// that others decide.
///
/// A strategy may wait and see: it knows every duration that has ended and none that has not.
public final class Controllability {

  /// The decision algorithm.
  public enum Method {
    /// Duration by duration, with a [Derivation] as proof.
    BY_DURATION,
    /// As published by Morris in 2014, for comparison; gives no proof.
    MORRIS_2014
  }

  private Controllability() {}

  /// Decides whether a network is controllable, which [Closures] proves on request; else the proof
  /// that it is not. A step of the budget is one moment visited in the search for one duration.
  ///
  /// @throws ArithmeticException if sums exceed 64 bits, which needs more than a million bounds of
  ///   the largest size
  public static Finding<UncertainNetwork> of(UncertainNetwork network, Budget budget) {
    var meter = new Meter(budget);
    Derivation proof = WaitPropagation.refute(network, meter);
    if (meter.stopped()) {
      return new Finding.Bounded<>(
          network, new SequenceBound.ControlUndecided(), meter.stoppedBy());
    }
    return proof == null ? new Finding.Exhausted<>(network) : new Finding.Impossible<>(proof);
  }

  /// Whether the network is controllable, by the given method.
  public static boolean holds(UncertainNetwork network, Method method) {
    return switch (method) {
      case BY_DURATION -> {
        @Nullable Derivation proof = WaitPropagation.refute(network, new Meter(Budget.unlimited()));
        yield proof == null;
      }
      case MORRIS_2014 -> Morris2014.isControllable(network);
    };
  }
}
