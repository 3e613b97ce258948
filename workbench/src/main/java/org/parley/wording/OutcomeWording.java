package org.parley.wording;

import org.parley.model.cases.CaseView;
import org.parley.sequence.DemandOutcome;

/// Words the outcomes of demands: "late by 98 days, 27 June 2017".
public final class OutcomeWording {

  private final Messages messages;
  private final CaseView view;
  private final CaseNames names;

  public OutcomeWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
    this.names = new CaseNames(messages, view);
  }

  /// The verdict, with its day, its delay and those who breached it.
  public String verdict(DemandOutcome outcome) {
    return messages.text(
        "sequence.outcome.verdict",
        "verdict",
        outcome.verdict(),
        "days",
        outcome.days(),
        "exact",
        outcome.days() == outcome.mostDays(),
        "most",
        outcome.mostDays(),
        "dated",
        outcome.on() != null,
        "day",
        outcome.on() == null ? "" : messages.dates().day(outcome.on()),
        "named",
        !outcome.by().isEmpty(),
        "parties",
        names.parties(outcome.by()));
  }

  /// The title of the step that decided it; empty if it is open.
  public String step(DemandOutcome outcome) {
    return outcome.step() == null ? "" : view.get(outcome.step()).title().text();
  }
}
