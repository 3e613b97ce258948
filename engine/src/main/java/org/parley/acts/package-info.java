/// **What happened by a day, as known on a day?** Acts in order of time, with what corrects,
/// confirms and denies them. From them follow the state of each instrument and the performance of
/// each step, point and duty.
///
/// Events of instruments and dates of steps in earlier case files are read as acts. Prepared once
/// in time linear in the acts; a ledger costs a pass over them.
@NullMarked
package org.parley.acts;

import org.jspecify.annotations.NullMarked;
