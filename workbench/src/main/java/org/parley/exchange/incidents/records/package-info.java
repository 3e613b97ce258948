/// **Which records of a case do reports in a file become?**
///
/// [IncidentImport] makes an incident of each that is reported, and an entry of the log of each
/// report or other fact. Each provenance group becomes a source. An entry counts exactly as the
/// line did that it comes from.
/// - The id in the file is the id on record, so a file that is taken in again adds what is new.
/// - Sides that are no party of the case stay in the title, as they were written.
/// - A place known to the province or worse has no coordinates: a point would claim too much.
/// - A line that cannot be a record is set aside with its line and the reason.
@NullMarked
package org.parley.exchange.incidents.records;

import org.jspecify.annotations.NullMarked;
