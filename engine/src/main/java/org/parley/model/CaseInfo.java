package org.parley.model;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The metadata of a case, in one record with the key `case`.
///
/// @param title the name of the settlement
/// @param summary a short description
/// @param columns the parties on the board, in that order; if empty, the signatories
/// @param calendar how the case counts time; default: in days of UTC, rounded down
/// @param comparison the class of other agreements it is compared with; null for all, which is then
///   an assumption
public record CaseInfo(
    LocalizedText title,
    @Nullable String summary,
    List<PartyId> columns,
    @Nullable CaseCalendar calendar,
    @Nullable CaseComparison comparison) {

  public CaseInfo {
    columns = List.copyOf(columns);
  }

  /// A case that counts days of UTC.
  public CaseInfo(String title, @Nullable String summary, List<PartyId> columns) {
    this(LocalizedText.of(title), summary, columns, null, null);
  }

  /// The same with its title changed.
  public CaseInfo withNames(UnaryOperator<LocalizedText> names) {
    return new CaseInfo(names.apply(title), summary, columns, calendar, comparison);
  }
}
