/// **What do files of incidents contain, line by line, and which lines are unusable?**
///
/// [IncidentFile] parses the bytes of a file or a stream to `LogRecord`s. They are reports of
/// incidents and, from Parley's own forms, all other facts of the event log. It detects the format:
/// UCDP GED (CSV), PLOVER (JSON, with CAMEO codes by [Cameo]), GeoJSON, CSV with HXL tags, or JSON.
/// - Nothing is dropped silently: every line is used, empty, or in [SkippedLines] with its number
///   and the reason. [FileTally] holds the counts, which add up.
/// - Nothing is invented: estimates, the precision of dates and places, and names as written are
///   kept. Sources that relay one another are one provenance group.
/// - Nothing is merged: [Duplicates] proposes reports of one event, and a person confirms.
///
/// Cost: one pass; memory for one record and for one number and hash for each record id.
///
/// Literature: Sundberg and Melander, "Introducing the UCDP Georeferenced Event Dataset" (2013);
/// Open Event Data Alliance, "PLOVER" (2016, 2021). RFC 7946 (GeoJSON), RFC 8142, RFC 4180.
@NullMarked
package org.parley.exchange.incidents;

import org.jspecify.annotations.NullMarked;
