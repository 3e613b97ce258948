/// **How can the talks go, who would have to move, and which single issue opens most?**
///
/// [Talks] holds what keeps open texts from being signed: points not agreed, demands that clash,
/// and knots in the order of steps. [TalksWays] reads from it a small tree: every text is signed,
/// some are, none is, or one is refused. It counts what falls if one issue is settled. Both are
/// exact.
///
/// No way has a probability here. [WayChances] gathers what forecasters said of each.
@NullMarked
package org.parley.outlook.ways;

import org.jspecify.annotations.NullMarked;
