package org.parley.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.CaseCalendar;
import org.parley.model.party.PartyId;

/// What a case is called, in one record a case; its key is `case`.
///
/// @param title what the settlement is called
/// @param summary what it is about, in a few sentences
/// @param columns the parties whose stance the board shows, in that order; where empty, the
///   signatories
/// @param calendar how the case counts time; default: in days of UTC, rounded down
public record CaseInfo(
    String title,
    @Nullable String summary,
    List<PartyId> columns,
    @Nullable CaseCalendar calendar) {

  public CaseInfo {
    columns = List.copyOf(columns);
  }

  /// A case that counts days of UTC.
  public CaseInfo(String title, @Nullable String summary, List<PartyId> columns) {
    this(title, summary, columns, null);
  }
}
