package org.parley.answer.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.outlook.eventstudy.CaseEvents.EventSort;

/// How series are looked at.
///
/// @param events the events looked at
/// @param chosen the records that are named, if only these are looked at
/// @param length the values on each side of an event; null for what fits each series
/// @param of the donor or country whose values count; empty for the sum of all
public record StudyAsked(
    EventSort events, List<String> chosen, @Nullable Integer length, String of) {

  /// Acts and meetings, with the usual length, of all names together.
  public static final StudyAsked USUAL = new StudyAsked(EventSort.BOTH, List.of(), null, "");

  public StudyAsked {
    chosen = List.copyOf(chosen);
  }
}
