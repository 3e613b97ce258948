/// **What comes out if machines bargain?** A round played many times by strategies of the
/// literature: an illustration, not a forecast.
///
/// The protocol is that of stacked alternating offers (Aydoğan, Festen, Hindriks and Jonker 2017).
/// In turn, a party accepts the standing offer or makes another. A deal is an offer that all others
/// accept. Strategies are Boulware, Conceder and tit for tat (Faratin, Sierra and Jennings 1998)
/// and MiCRO (de Jonge 2022).
///
/// Guaranteed: targets, acceptance and efficiency are decided in integers. A play is a function of
/// its seed, and tallies add up, so the number of threads changes nothing. The cost is plays times
/// rounds times parties.
@NullMarked
package org.parley.bargain.rehearse;

import org.jspecify.annotations.NullMarked;
