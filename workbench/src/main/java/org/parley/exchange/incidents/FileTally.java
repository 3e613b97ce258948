package org.parley.exchange.incidents;

/// What became of a file: counts that add up.
///
/// Records are used or kept aside; lines belong to a record used, to one kept aside, or are empty
/// (blank, headings, brackets around records).
///
/// @param file the file
/// @param form what it was taken for
/// @param lines how many lines it has
/// @param linesUsed how many belong to records used
/// @param linesAside how many were kept aside
/// @param linesEmpty how many hold no record
/// @param used how many records were used
/// @param aside how many were kept aside, repetitions included
/// @param repeated how many of those say again what an earlier record says
/// @param inOtherEncoding how many lines were not UTF-8
/// @param low the sum of the least estimates of the records used
/// @param best the sum of the likeliest
/// @param high the sum of the greatest
/// @param tollsOutOfOrder how many records have their estimates out of order
public record FileTally(
    String file,
    String form,
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

  /// Whether every line is accounted for.
  public boolean isReconciled() {
    return lines == linesUsed + linesAside + linesEmpty;
  }
}
