package org.parley.sequence.control;

import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.sequence.SequenceBound;

/// Whether the bounds of a network can be kept whatever the durations that others decide turn out
/// to be: whether it is dynamically controllable.
///
/// A strategy may wait and see: it knows every duration that has ended and none that has not.
public final class Controllability {

  /// How to decide.
  public enum Method {
    /// Duration by duration, see [Derivation] for the proof it gives.
    BY_DURATION,
    /// As published by Morris in 2014, for comparison; gives no loop.
    MORRIS_2014
  }

  private Controllability() {}

  /// A network in which every bound can be kept, which [Closures] proves on request, or the proof
  /// that it is not one. A step of the budget is one moment looked at in the search for one
  /// duration.
  ///
  /// @throws ArithmeticException where sums exceed 64 bits, which needs more than a million bounds
  ///   of the largest size
  public static Finding<UncertainNetwork> of(UncertainNetwork network, Budget budget) {
    var meter = new Meter(budget);
    Derivation proof = WaitPropagation.refute(network, meter);
    if (meter.stopped()) {
      return new Finding.Bounded<>(
          network, new SequenceBound.ControlUndecided(), meter.stoppedBy());
    }
    return proof == null ? new Finding.Exhausted<>(network) : new Finding.Impossible<>(proof);
  }

  /// Whether every bound can be kept, by the method asked for.
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
