package org.parley.web.cases;

import java.time.InstantSource;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalWriteException;
import org.parley.store.cases.CaseRegister;
import org.parley.store.cases.CaseRegister.CaseVisit;

/// Notes up to which entry each person has seen a case: when they open its board. Thread-safe.
public final class CaseVisits {

  private final CaseRegister register;
  private final InstantSource clock;

  public CaseVisits(CaseRegister register, InstantSource clock) {
    this.register = register;
    this.clock = clock;
  }

  /// Notes that somebody sees the board of a case. Programs have no visits.
  ///
  /// @param entry the last entry of its journal
  public void note(CaseAsker asker, String id, long entry) {
    if (asker.token() != null || asker.person().isEmpty()) {
      return;
    }
    try {
      register.visited(asker.person(), id, new CaseVisit(entry, clock.instant()));
    } catch (JournalAwayException | JournalWriteException e) {
      // the page is shown without
    }
  }
}
