/// **Who must do what by when if it happens, and where are the holes in protection?**
///
/// A [org.parley.guarantees.commitment.Commitment] is a promise of a text; an
/// [org.parley.guarantees.log.LoggedFact] is an entry of the event log. `Guarantees.state` is a
/// pure function of commitments, entries, a moment `t` and a knowledge cut `k`: as of `t`, as known
/// at `k`. It depends neither on the order of arrival nor on a clock.
/// - Every choice that texts leave open is a required field. Examples are the anchor of a clock,
///   its closed or open end, the order at one instant, and the effect of a suspension.
/// - Times are whole seconds since 1970-01-01T00:00Z (see [org.parley.guarantees.log.Moments]). A
///   time known only as an interval makes a verdict
///   [org.parley.guarantees.log.Lifecycle#UNDETERMINED] unless every time in it gives the same
///   state.
/// - [org.parley.guarantees.watch.Watch] folds the same states incrementally: a late record
///   re-folds only its incident.
///
/// Cost: linear in the entries if times are exact and triggers concern one incident; windows add
/// the incidents they reach. Uncertain times cost branch and bound, up to a limit beyond which the
/// verdict is undetermined.
///
/// Literature: Chopra and Singh, "Cupid" (AAAI 2015) and "Custard" (AAMAS 2016), for trigger,
/// detachment, discharge and violation as queries over timestamped events. Sharifi et al.,
/// "Symboleo" (RE 2020), for suspension, powers, termination and open duties.
@NullMarked
package org.parley.guarantees;

import org.jspecify.annotations.NullMarked;
