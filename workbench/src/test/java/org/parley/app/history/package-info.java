/// The history checker: random clients, servers and faults on one journal, and an independent check
/// that the history they leave is linearisable.
///
/// [History] records what clients asked and were answered, and [HistoryCheck] judges it against the
/// journal. The order of the journal is the witness, so the check is linear where the general
/// problem is NP-complete (Gibbons and Korach, Testing Shared Memories, 1997).
@NullMarked
package org.parley.app.history;

import org.jspecify.annotations.NullMarked;
