/// **What was recorded, and how is the state of a duty expressed?**
///
/// The event log is append-only: an [LoggedFact] records a [Fact]. The watch derives a
/// [DutyVerdict] on a [Duty], and the [DutyChange] from one [Lifecycle] to another. Times are whole
/// seconds since 1970-01-01T00:00Z, see [Moments].
@NullMarked
package org.parley.guarantees.log;

import org.jspecify.annotations.NullMarked;
