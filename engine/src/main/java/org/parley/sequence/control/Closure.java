package org.parley.sequence.control;

import org.parley.exact.Certificate;

/// The proof that every bound of a network can be kept whatever others decide: every bound and wait
/// that follows, and times that keep them all where each duration is at its most.
///
/// Bounds are closed under the reductions of Morris and Muscettola (2005): then the network is
/// dynamically controllable exactly when such times exist. It is made straight from the reductions,
/// apart from the search that decides; cost and size grow with the square of the moments, the time
/// to make it with the cube for each round, so that it is made on request.
///
/// @param plain for each two moments by how much the second comes at most after the first; [#FAR]
///   where nothing says
/// @param waits for each duration by its place and each moment the wait of that moment for its end:
///   the bound, below 0, on its beginning after that moment, unless it has ended; [#FAR] where
///   nothing says
/// @param times times that keep all of them
@SuppressWarnings("ArrayRecordComponent") // the numbers of a proof, never compared
public record Closure(long[][] plain, long[][] waits, long[] times)
    implements Certificate.OfAnswer {

  public static final long FAR = Long.MAX_VALUE / 4;
}
