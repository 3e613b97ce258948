package org.parley.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.exact.Meter;

/// The result of a check.
public sealed interface Verdict {

  /// The certificate proves the finding.
  record Holds() implements Verdict {}

  /// The certificate does not prove it.
  record Fails(Flaw because) implements Verdict {}

  /// The check is undecided.
  record Open(Reason because) implements Verdict {}

  /// The reason why a check is open.
  enum Reason {
    /// The budget of the check was used up.
    BUDGET,
    /// The search was exhaustive but left no certificate: checking means searching again.
    EXHAUSTED,
    /// The finding is bounded and claims no proof.
    BOUNDED,
    /// A file that the finding rests on is not at hand.
    FILE_ABSENT
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

  /// Fails if there is a flaw; open if the meter stopped.
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

  /// This verdict; if it holds, the next.
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
