package org.parley.exact;

/// What is guaranteed of an answer that is not proved to be the whole or the best.
///
/// Each engine has its own bounds, plain records that carry the numbers.
public interface Bound {}
