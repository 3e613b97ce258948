package org.parley.exchange.incidents;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.parley.exchange.incidents.facts.IncidentForm;

/// The counts of a file, which add up.
///
/// Records are used or skipped. Lines belong to a used record, to a skipped one, or are empty
/// (blank, headings, brackets around records).
///
/// @param file the file
/// @param forms the detected formats; none if no record could be read
/// @param lines the number of lines
/// @param linesUsed the lines of used records
/// @param linesAside the skipped lines
/// @param linesEmpty the lines without a record
/// @param used the used records
/// @param aside the skipped records, repetitions included
/// @param repeated the skipped records that repeat an earlier one
/// @param inOtherEncoding the lines that were not UTF-8
/// @param low the sum of the least estimates of the records used
/// @param best the sum of the likeliest
/// @param high the sum of the greatest
/// @param tollsOutOfOrder the records with inconsistent estimates
public record FileTally(
    String file,
    Set<IncidentForm> forms,
    long lines,
    long linesUsed,
    long linesAside,
    long linesEmpty,
    long used,
    long aside,
    long repeated,
    long inOtherEncoding,
    long low,
    long best,
    long high,
    long tollsOutOfOrder) {

  public FileTally {
    forms = Collections.unmodifiableSortedSet(new TreeSet<>(forms));
  }

  /// Whether every line is accounted for.
  public boolean isReconciled() {
    return lines == linesUsed + linesAside + linesEmpty;
  }
}
