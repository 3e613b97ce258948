/// **What do files of incidents contain, line by line, and which lines are unusable?**
///
/// [IncidentFile] takes the bytes of a file or a stream and returns [LogRecord]s: reports of
/// incidents and, from Parley's own forms, all other facts of the event log. It reads UCDP GED
/// (CSV), PLOVER events (JSON, one a line or an array; CAMEO codes by [Cameo]), GeoJSON features,
/// CSV with an HXL row of tags and JSON, and detects the format.
/// - Nothing is dropped silently: every line is used, empty, or set [SkippedLines] with its number
///   and the reason; [FileTally] holds the counts, which add up.
/// - Nothing is invented: low, best and high estimates, the precision of dates and places and the
///   names as written are kept; sources that relay one another are one provenance group.
/// - Nothing is merged: [Duplicates] proposes reports of one event, and a person confirms.
///
/// Cost: one pass; memory for one record and for one number and hash for each record id.
///
/// Literature: Sundberg and Melander, "Introducing the UCDP Georeferenced Event Dataset" (2013);
/// Open Event Data Alliance, "PLOVER" (2016, 2021); RFC 7946 (GeoJSON), RFC 8142, RFC 4180.
@NullMarked
package org.parley.exchange.incidents;

import org.jspecify.annotations.NullMarked;
