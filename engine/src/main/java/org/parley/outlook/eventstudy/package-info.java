/// **Did a series move more at the events of a case than it moves anyway?**
///
/// An event study over windows of equal length (MacKinlay 1997), judged by ranks and without a
/// model. The change of the mean at an event is compared with the change at every other position.
/// The share of positions that changed at least as much is the p-value, exact as a fraction. Holm
/// (1979) corrects it for the number of days looked at. [EventStudy] is the entry, [CaseStudy]
/// reads series and events of a case as of a day.
///
/// Positions are exchangeable only if the series is stationary; windows that share values depend on
/// one another. So a rank can say that a move was unusual, and never that the event caused it.
/// Cost: events times values.
@NullMarked
package org.parley.outlook.eventstudy;

import org.jspecify.annotations.NullMarked;
