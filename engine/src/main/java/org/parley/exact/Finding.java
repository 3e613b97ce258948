package org.parley.exact;

import java.util.Optional;

/// What a search found, claiming no more than it proved.
///
/// @param <A> the answer to the question that was asked
public sealed interface Finding<A> {

  /// The answer, proved: the certificate lets anyone check it without the search.
  record Proved<A>(A answer, Certificate.OfAnswer certificate) implements Finding<A> {}

  /// The answer of a search that came to its end. There is no certificate: checking it means
  /// searching again.
  record Exhausted<A>(A answer) implements Finding<A> {}

  /// An answer that is not proved to be the whole or the best, with what is guaranteed of it all
  /// the same, and what kept the search from going on.
  record Bounded<A>(A answer, Bound bound, StoppedBy stoppedBy) implements Finding<A> {}

  /// There is no answer: the certificate says why.
  record Impossible<A>(Certificate.OfNone certificate) implements Finding<A> {}

  /// The answer; empty where there is none.
  default Optional<A> findAnswer() {
    return switch (this) {
      case Proved<A>(A answer, _) -> Optional.of(answer);
      case Exhausted<A>(A answer) -> Optional.of(answer);
      case Bounded<A>(A answer, _, _) -> Optional.of(answer);
      case Impossible<A> _ -> Optional.empty();
    };
  }

  /// Whether the search came to its end with an answer: nothing is missing from it.
  default boolean isComplete() {
    return switch (this) {
      case Proved<A> _, Exhausted<A> _ -> true;
      case Bounded<A> _, Impossible<A> _ -> false;
    };
  }

  /// The certificate; empty where the finding has none.
  default Optional<Certificate> findCertificate() {
    return switch (this) {
      case Proved<A>(_, Certificate certificate) -> Optional.of(certificate);
      case Impossible<A>(Certificate certificate) -> Optional.of(certificate);
      case Exhausted<A> _, Bounded<A> _ -> Optional.empty();
    };
  }
}
