package org.parley.exact;

import org.parley.bargain.PackageBound;
import org.parley.sequence.SequenceBound;

/// What is guaranteed of an answer that is not proved to be the whole or the best.
///
/// Each engine has its own bounds, plain records that carry the numbers.
public sealed interface Bound permits PackageBound, SequenceBound {}
