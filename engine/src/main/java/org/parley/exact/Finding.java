package org.parley.exact;

import java.util.Optional;

/// The result of a search, with no claim beyond its proof.
///
/// @param <A> the type of the answer
public sealed interface Finding<A> {

  /// A proved answer: the certificate can be checked without the search.
  record Proved<A>(A answer, Certificate.OfAnswer certificate) implements Finding<A> {}

  /// The answer of an exhaustive search. There is no certificate: checking it means searching
  /// again.
  record Exhausted<A>(A answer) implements Finding<A> {}

  /// An answer not proved complete or optimal, with its guarantee and the reason why the search
  /// ended.
  record Bounded<A>(A answer, Bound bound, StoppedBy stoppedBy) implements Finding<A> {}

  /// There is no answer; the certificate proves it.
  record Impossible<A>(Certificate.OfNone certificate) implements Finding<A> {}

  /// The answer; empty if there is none.
  default Optional<A> findAnswer() {
    return switch (this) {
      case Proved<A>(A answer, _) -> Optional.of(answer);
      case Exhausted<A>(A answer) -> Optional.of(answer);
      case Bounded<A>(A answer, _, _) -> Optional.of(answer);
      case Impossible<A> _ -> Optional.empty();
    };
  }

  /// Whether the search was exhaustive with an answer.
  default boolean isComplete() {
    return switch (this) {
      case Proved<A> _, Exhausted<A> _ -> true;
      case Bounded<A> _, Impossible<A> _ -> false;
    };
  }

  /// The certificate; empty if the finding has none.
  default Optional<Certificate> findCertificate() {
    return switch (this) {
      case Proved<A>(_, Certificate certificate) -> Optional.of(certificate);
      case Impossible<A>(Certificate certificate) -> Optional.of(certificate);
      case Exhausted<A> _, Bounded<A> _ -> Optional.empty();
    };
  }
}
