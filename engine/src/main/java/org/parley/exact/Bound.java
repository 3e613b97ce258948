package org.parley.exact;

import org.parley.bargain.PackageBound;
import org.parley.outlook.plan.FewerRuns;
import org.parley.sequence.SequenceBound;
import org.parley.sources.SourceBound;

/// The guarantee of an answer that is not proved complete or optimal.
///
/// Each engine has its own bounds, plain records with numbers.
public sealed interface Bound permits FewerRuns, PackageBound, SequenceBound, SourceBound {}
