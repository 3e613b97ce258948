package org.parley.sources;

import org.parley.exact.Bound;

/// The bound of a search for the smallest set of sources: no set of fewer changes the answer.
///
/// @param atLeast the least size, 1 or more
public record SourceBound(int atLeast) implements Bound {}
