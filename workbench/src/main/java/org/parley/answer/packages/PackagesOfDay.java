package org.parley.answer.packages;

import java.util.Set;
import java.util.TreeSet;
import org.parley.acts.ActLedger;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.InstrumentState;
import org.parley.bargain.cases.CasePackages;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.model.cases.CaseView;
import org.parley.model.text.InstrumentId;

/// The bargaining problem of a case on a day: the positions of the day, without what is ratified.
public final class PackagesOfDay {

  private PackagesOfDay() {}

  /// The problem on the day of a ledger, as known on its day of knowledge.
  public static PreparedProblem of(CaseView view, ActLedger ledger) {
    Set<InstrumentId> settled = new TreeSet<>();
    for (InstrumentState state : ledger.states()) {
      if (state.phase() == InstrumentPhase.RATIFIED || state.phase() == InstrumentPhase.IN_FORCE) {
        settled.add(state.instrument());
      }
    }
    return CasePackages.of(view, ledger.asOf(), settled);
  }
}
