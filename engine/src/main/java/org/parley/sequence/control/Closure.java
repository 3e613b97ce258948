package org.parley.sequence.control;

import org.parley.exact.Certificate;

/// The proof of dynamic controllability: every implied bound and wait, and times that keep them all
/// with each duration at its maximum.
///
/// Bounds are closed under the reductions of Morris and Muscettola (2005). The network is
/// dynamically controllable exactly if such times exist. The closure is computed from the
/// reductions, independent of the deciding search. Cost: size quadratic in the moments, time cubic
/// for each round, so it is computed on request.
///
/// @param plain by pair of moments, the most by which the second follows the first; [#FAR] if
///   unbounded
/// @param waits by duration and moment, the wait: the negative bound on the duration's beginning
///   after that moment, unless it has ended. [#FAR] if there is none
/// @param times times that keep all of them
@SuppressWarnings("ArrayRecordComponent") // Internal arrays, never compared.
public record Closure(long[][] plain, long[][] waits, long[] times)
    implements Certificate.OfAnswer {

  public static final long FAR = Long.MAX_VALUE / 4;
}
