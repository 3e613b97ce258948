/// **What happened in a round, and how did it stand at each moment?** A [RoundLog] is computed from
/// what is on record already: the case at each entry of its journal, and the chain of sealed
/// answers. It is no second record, so it cannot differ from them.
/// - [RoundState] is how a round stands at a moment: its sheets, and what the rule has revealed.
/// - A [RoundEvent] stands where two neighbouring states differ. Of answers it says as much as
///   [org.parley.round.Revelation] says at that moment.
///
/// Guaranteed: between two events the state is the same at every moment.
///
/// Cost: linear in the moments of change, times the answers to the packages.
@NullMarked
package org.parley.round.log;

import org.jspecify.annotations.NullMarked;
