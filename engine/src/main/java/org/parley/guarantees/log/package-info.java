/// **What was recorded, and in which words is what follows from it told?**
///
/// An [Entry] is what somebody recorded of a [Fact]; entries are only ever added. What the watch
/// makes of them is told as a [Verdict] on a [Duty], and as the [Change] from one [Lifecycle] to
/// another. Times are whole seconds since 1970-01-01T00:00Z, see [Moments].
@NullMarked
package org.parley.guarantees.log;

import org.jspecify.annotations.NullMarked;
