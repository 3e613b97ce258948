/// **Where does every duty stand at a moment, as known at a cut?**
///
/// Incidents are indexed and re-evaluated here; `org.parley.guarantees.fold` evaluates one of them.
/// [DutyStates] computes everything from scratch, [Watch] incrementally: a late record re-folds
/// only its incident. A time known only as an interval makes a verdict undetermined unless every
/// time in it gives the same state.
///
/// Cost: linear in the entries if times are exact and triggers concern one incident; windows add
/// the incidents they reach. Uncertain times cost branch and bound, up to a limit.
///
/// An attack, and two days later:
///
/// {@snippet file="WatchedCommitments.java" region="watch"}
@NullMarked
package org.parley.guarantees.watch;

import org.jspecify.annotations.NullMarked;
