/// **What do files of incidents say, line by line, and what in them cannot be used?**
///
/// [IncidentFile] takes the bytes of a file or a stream and gives [LogRecord]s: reports of
/// incidents and, from Parley's own forms, whatever else a log may hold. It reads UCDP GED (CSV),
/// PLOVER events (JSON, one a line or an array; CAMEO codes by [Cameo]), GeoJSON features, own CSV
/// with an HXL row of tags and own JSON, and finds out by itself which it is.
/// - Nothing is lost without a word: every line is used, empty, or kept [Aside] with its number and
///   the reason; [Reading] holds the counts, which add up.
/// - Nothing is invented: lowest, likeliest and highest estimates, the precision of dates and
///   places and the names as written are kept; who repeats whom is one provenance group.
/// - Nothing is merged: reports that may be of one event are proposed by [Duplicates], and merged
///   where somebody says so.
///
/// Cost: one pass; memory for one record and for one number and hash for each record id.
///
/// Literature: Sundberg and Melander, "Introducing the UCDP Georeferenced Event Dataset" (2013);
/// Open Event Data Alliance, "PLOVER" (2016, 2021); RFC 7946 (GeoJSON), RFC 8142, RFC 4180.
@NullMarked
package org.parley.exchange.incidents;

import org.jspecify.annotations.NullMarked;
