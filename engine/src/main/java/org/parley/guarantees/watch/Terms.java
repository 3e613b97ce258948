package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.guarantees.log.LoggedFact;

/// Entries about terms, dispatched to their commitments.
///
/// A commitment holds the entries about its own term and their corrections, transitive ones
/// included, in any order of arrival. The cost of an entry depends only on the terms it concerns.
final class Terms {

  private final Wards wards;
  private final Map<String, List<LoggedFact>> correcting = new HashMap<>();
  private final Map<String, Set<Ward>> holders = new HashMap<>();

  Terms(Wards wards) {
    this.wards = wards;
  }

  /// Adds an entry and returns the commitments whose term it may change.
  Set<Ward> add(LoggedFact entry) {
    Set<Ward> concerned = new LinkedHashSet<>(wards.concernedBy(entry.fact()));
    String corrected = entry.supersedes();
    if (corrected != null) {
      correcting.computeIfAbsent(corrected, _ -> new ArrayList<>(1)).add(entry);
      concerned.addAll(holders.getOrDefault(corrected, Set.of()));
    }
    for (Ward each : concerned) {
      hand(each, entry);
    }
    return concerned;
  }

  private void hand(Ward ward, LoggedFact entry) {
    ward.addTerm(entry);
    holders.computeIfAbsent(entry.id(), _ -> new LinkedHashSet<>()).add(ward);
    for (LoggedFact each : correcting.getOrDefault(entry.id(), List.of())) {
      if (!holders.getOrDefault(each.id(), Set.of()).contains(ward)) {
        hand(ward, each);
      }
    }
  }
}
