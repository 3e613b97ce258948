package org.parley.model;

import java.time.LocalDate;

/// Which day is looked at, and with the knowledge of which day: what had been said by the end of
/// `date`, as far as it had become known by the end of `knownAt`.
public record AsOf(LocalDate date, LocalDate knownAt) {

  /// As of `date`, with everything known since.
  public static AsOf of(LocalDate date) {
    return new AsOf(date, LocalDate.MAX);
  }

  /// Whether something said at `said` and known since `known` counts.
  public boolean covers(Edtf said, Edtf known) {
    return said.isBy(date) && known.isBy(knownAt);
  }
}
