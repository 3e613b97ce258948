/// **Who must do what by when if it happens, and where has protection holes?**
///
/// A [org.parley.guarantees.commitment.Commitment] is what a text promises; an
/// [org.parley.guarantees.log.Entry] is what somebody recorded. `Guarantees.state` is a pure
/// function of commitments, entries, a moment `t` and a knowledge cut `k`: what had happened at
/// `t`, as known at `k`. It depends on nothing else: not on the order of arrival, not on a clock.
/// - Every choice that texts leave open (the anchor of a clock, its closed or open end, what goes
///   first at one instant, what a suspension does, what survives the end) is a field that must be
///   given; the code chooses nothing.
/// - Times are whole seconds since 1970-01-01T00:00Z (see [org.parley.guarantees.log.Moments]). A
///   time known only as an interval makes a verdict
///   [org.parley.guarantees.log.Lifecycle#UNDETERMINED] unless every time in it gives the same.
/// - [org.parley.guarantees.watch.Watch] folds the same states incrementally: a late record folds
///   again only the incident it is about.
///
/// Cost: a state is linear in the entries where times are exact and triggers look at one incident;
/// windows add the incidents they reach; unsure times multiply by the worlds they span, up to a
/// bound beyond which the verdict is undetermined.
///
/// Literature: the lifecycle follows Chopra and Singh, "Cupid: Commitments in Relational Algebra"
/// (AAAI 2015) and "Custard" (AAMAS 2016) for trigger, detachment, discharge and violation as
/// queries over timestamped events, and Sharifi et al., "Symboleo" (RE 2020) for suspension,
/// powers, termination and survival.
@NullMarked
package org.parley.guarantees;

import org.jspecify.annotations.NullMarked;
