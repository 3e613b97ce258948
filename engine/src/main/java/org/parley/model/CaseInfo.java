package org.parley.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a case is called, in one record a case; its key is `case`.
///
/// @param title what the settlement is called
/// @param summary what it is about, in a few sentences
/// @param columns the parties whose stance the board shows, in that order; where empty, the
///   signatories
public record CaseInfo(String title, @Nullable String summary, List<PartyId> columns) {

  public CaseInfo {
    columns = List.copyOf(columns);
  }
}
