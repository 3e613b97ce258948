/// **How are plans exchanged with calendars and project programs?**
/// - [PlanCalendar]: a plan as iCalendar (RFC 5545): steps as all-day events, decisions as tasks.
/// - [ProjectWriter]: a plan as Microsoft Project XML (MSPDI): steps as tasks, least lags as
///   predecessors, the rest in notes.
/// - [ProjectReader]: such a file as steps and demands of a case.
///
/// The output depends on the case and the plan alone: the same plan gives the same bytes.
@NullMarked
package org.parley.exchange.calendar;

import org.jspecify.annotations.NullMarked;
