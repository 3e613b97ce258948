package org.parley.exact;

import java.util.Optional;

/// What a search found, claiming no more than it proved.
///
/// @param <A> the answer to the question that was asked
public sealed interface Finding<A> {

  /// The answer, proved: the certificate lets anyone check it without the search.
  record Proved<A>(A answer, Certificate certificate) implements Finding<A> {}

  /// An answer that is not proved to be the whole or the best, with what is guaranteed of it all
  /// the same, and what kept the search from going on.
  record Bounded<A>(A answer, Bound bound, StoppedBy stoppedBy) implements Finding<A> {}

  /// There is no answer: the certificate says why.
  record Impossible<A>(Certificate certificate) implements Finding<A> {}

  /// The answer, proved or bounded; empty where there is none.
  default Optional<A> findAnswer() {
    return switch (this) {
      case Proved<A>(A answer, _) -> Optional.of(answer);
      case Bounded<A>(A answer, _, _) -> Optional.of(answer);
      case Impossible<A> _ -> Optional.empty();
    };
  }
}
