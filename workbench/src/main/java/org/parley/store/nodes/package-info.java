/// **Which of several servers leads, and what became known since?** Servers of one journal in
/// PostgreSQL choose a leader, which alone appends, and follow the journal.
///
/// [Leadership] holds a session of its own with the database. Its advisory lock makes the leader.
/// PostgreSQL ends a session that is silent for [Leadership#LEASE]. So a leader that is killed,
/// hangs or is cut off loses the lock. Each leader has a *term*, a number that grows; an append
/// checks it under the lock of the head (fencing token). Changes of accounts and sealed answers
/// check it too, and lock it until they end. See Kleppmann, Designing Data-Intensive Applications,
/// 2017, chapter 8, and Gray and Cheriton, Leases, 1989.
@NullMarked
package org.parley.store.nodes;

import org.jspecify.annotations.NullMarked;
