/// **What took place, what is to come, and what became of instruments?** Meetings, announced steps,
/// and instruments that are drafted, handed over, signed or rejected.
@NullMarked
package org.parley.reading.rules.event;

import org.jspecify.annotations.NullMarked;
