/// **How does a plan leave Parley for a calendar or a project program, and come in from one?**
/// - [PlanCalendar]: a plan as iCalendar (RFC 5545): steps as events of whole days, decisions as
///   tasks.
/// - [ProjectWriter]: a plan as the XML of Microsoft Project (MSPDI): steps as tasks, least lags as
///   predecessors; what it has no word for stands in the notes.
/// - [ProjectReader]: such a file as steps and demands of a case.
///
/// What is written depends on the case and the plan alone: the same plan gives the same bytes.
@NullMarked
package org.parley.exchange.calendar;

import org.jspecify.annotations.NullMarked;
