package org.parley.model.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.source.SourceId;

/// Days on which a body does not sit, so that it approves nothing.
///
/// @param from the first day
/// @param to the last day
/// @param until if it returns every year, the last day on which it may begin; null if it does not
/// @param source its sources
public record Recess(
    LocalDate from, LocalDate to, @Nullable LocalDate until, List<SourceId> source) {

  /// The longest time over which a recess may return, in years.
  public static final int MOST_YEARS = 50;

  /// One occurrence of a recess.
  ///
  /// @param from the first day
  /// @param to the last day
  public record Occurrence(LocalDate from, LocalDate to) {}

  public Recess {
    source = List.copyOf(source);
  }

  /// Its occurrences in order, at most one a year: 29 February counts as the 28th where there is
  /// none.
  public List<Occurrence> occurrences() {
    List<Occurrence> all = new ArrayList<>(List.of(new Occurrence(from, to)));
    LocalDate last = until == null ? from : until;
    for (int years = 1; years <= MOST_YEARS && !from.plusYears(years).isAfter(last); years++) {
      all.add(new Occurrence(from.plusYears(years), to.plusYears(years)));
    }
    return all;
  }
}
