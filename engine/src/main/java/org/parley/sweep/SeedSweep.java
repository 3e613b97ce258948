package org.parley.sweep;

import org.parley.exact.Budget;

/// A computation over a range of seeds, in parts that can be computed anywhere. Immutable.
///
/// @param <P> the result of a part: a record of whole numbers, which is sent by its components
/// @param <A> the answer
public interface SeedSweep<P, A> {

  /// All seeds of the sweep.
  Seeds seeds();

  /// The number of seeds of a part, 1 or more. It belongs to the kind of sweep, and not to the
  /// machine. So a limit of steps ends a sweep between the same parts everywhere.
  int partSize();

  /// The type of the result of a part.
  Class<P> partType();

  /// Computes a part.
  ///
  /// @param part consecutive seeds, at most [#partSize]
  /// @param budget once stopped, the result is of the first seeds only
  P part(Seeds part, Budget budget);

  /// Adds the next part to those before it.
  P merged(P earlier, P next);

  /// Whether later parts change nothing, since a limit was reached.
  default boolean isCut(P merged) {
    return false;
  }

  /// The seeds that a result counts.
  long done(P merged);

  /// The answer of all parts, or of the first ones.
  A answer(P merged);
}
