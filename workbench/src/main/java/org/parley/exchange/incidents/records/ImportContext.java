package org.parley.exchange.incidents.records;

import java.util.Set;
import java.util.function.Predicate;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;

/// The case that takes incidents in.
///
/// @param view what is on record
/// @param taken the ids in use, hidden and set-aside ones among them
/// @param isReserved whether an id begins as those of others do
/// @param readers who sees the new records
public record ImportContext(
    CaseView view, Set<String> taken, Predicate<String> isReserved, Visibility readers) {

  public ImportContext {
    taken = Set.copyOf(taken);
  }
}
