package org.parley.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.exact.Meter;

/// What a check came to.
public sealed interface Verdict {

  /// The certificate proves the finding.
  record Holds() implements Verdict {}

  /// The certificate does not prove it.
  record Fails(Flaw because) implements Verdict {}

  /// Neither is shown.
  record Open(Reason because) implements Verdict {}

  /// Why a check is open.
  enum Reason {
    /// The budget of the check was used up.
    BUDGET,
    /// The search came to its end but left no certificate: checking means searching again.
    EXHAUSTED,
    /// The finding is bounded and claims no proof.
    BOUNDED
  }

  /// A verdict without its reason, to compare.
  enum Outcome {
    HOLDS,
    FAILS,
    OPEN
  }

  static Verdict fails(Flaw.Code code, Object... arguments) {
    return new Fails(Flaw.of(code, arguments));
  }

  /// Fails where there is a flaw, is open where the meter stopped.
  static Verdict of(Optional<Flaw> flaw, Meter meter) {
    if (meter.stopped()) {
      return new Open(Reason.BUDGET);
    }
    return flaw.<Verdict>map(Fails::new).orElse(new Holds());
  }

  /// Fails with the first flaw.
  static Verdict of(List<Flaw> flaws) {
    return flaws.isEmpty() ? new Holds() : new Fails(flaws.getFirst());
  }

  /// This verdict; where it holds, the next.
  default Verdict then(Supplier<Verdict> next) {
    return holds() ? next.get() : this;
  }

  default boolean holds() {
    return this instanceof Holds;
  }

  default Outcome outcome() {
    return switch (this) {
      case Holds _ -> Outcome.HOLDS;
      case Fails _ -> Outcome.FAILS;
      case Open _ -> Outcome.OPEN;
    };
  }
}
