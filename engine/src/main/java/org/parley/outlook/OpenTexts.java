package org.parley.outlook;

import java.util.List;
import org.parley.acts.ActLedger;
import org.parley.acts.InstrumentPhase;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;

/// The texts that talks are about: two or more sign each, and it is neither signed nor over.
public final class OpenTexts {

  private OpenTexts() {}

  /// The open texts on the day of a ledger, by id.
  public static List<InstrumentId> of(CaseView view, ActLedger acts) {
    return view.instruments().stream()
        .filter(each -> isOpen(each, acts))
        .map(Instrument::id)
        .sorted()
        .toList();
  }

  /// Whether a text is open.
  public static boolean isOpen(Instrument instrument, ActLedger acts) {
    if (instrument.signatories().size() < 2 || !acts.isKnown(instrument)) {
      return false;
    }
    InstrumentPhase phase = acts.stateOf(instrument.id()).phase();
    return !phase.isAgreed() && !phase.isOver();
  }
}
