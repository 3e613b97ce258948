package org.parley.cli.board;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.parley.acts.ActLedger;
import org.parley.acts.InstrumentState;
import org.parley.acts.Performance;
import org.parley.model.act.ActId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ClaimId;
import org.parley.model.step.StepId;
import org.parley.sequence.Lateness;
import org.parley.wording.ActWording;
import org.parley.wording.Messages;

/// Prints acts to a terminal.
final class ActsText {

  private final CaseView view;
  private final ActLedger ledger;
  private final int offset;
  private final int limit;
  private final Messages messages = Messages.current();
  private final ActWording wording;

  /// @param offset how many of the latest acts to leave out
  /// @param limit how many acts to list at the most
  ActsText(CaseView view, ActLedger ledger, int offset, int limit) {
    this.view = view;
    this.ledger = ledger;
    this.offset = offset;
    this.limit = limit;
    this.wording = new ActWording(messages, view);
  }

  void print(PrintWriter out) {
    out.println(view.info().title());
    out.println(
        messages.text("board.text.as-of", "day", ledger.asOf().date())
            + (ledger.asOf().knownAt().equals(LocalDate.MAX)
                ? ""
                : ", " + messages.text("board.known-on", "day", ledger.asOf().knownAt())));
    out.println();
    out.println(wording.summary(ledger).text());
    states(out);
    performances(out);
    acts(out);
  }

  private void states(PrintWriter out) {
    section(out, "acts.states");
    for (InstrumentState each : ledger.states()) {
      out.println("  " + view.get(each.instrument()).title() + ": " + wording.state(each).text());
    }
  }

  private void performances(PrintWriter out) {
    Map<StepId, Lateness> late = Lateness.of(view, ledger);
    List<Performance> begun =
        ledger.implementation(null).performances().stream()
            .filter(each -> each.status() != Performance.Status.NOT_BEGUN)
            .toList();
    if (begun.isEmpty()) {
      return;
    }
    section(out, "acts.carried-out");
    for (Performance each : begun) {
      out.println(
          "  "
              + wording.of(each.of()).text()
              + ": "
              + wording
                  .performance(each, each.of() instanceof StepId step ? late.get(step) : null)
                  .text());
    }
    int rest = ledger.implementation(null).total() - begun.size();
    if (rest > 0) {
      out.println("  " + messages.text("acts.not-begun", "count", rest));
    }
  }

  private void acts(PrintWriter out) {
    if (ledger.entries().isEmpty()) {
      return;
    }
    section(out, "acts.list");
    List<ActLedger.Entry> latest = ledger.entries().reversed();
    int from = Math.min(offset, latest.size());
    int to = (int) Math.min(latest.size(), (long) from + limit);
    for (ActLedger.Entry each : latest.subList(from, to)) {
      ActId by = each.supersededBy();
      out.println(
          "  "
              + wording.full(each.act()).text()
              + " ["
              + each.recorded().record()
              + "]"
              + (by == null ? "" : "; " + messages.text("acts.superseded") + " " + by)
              + said(each.deniedBy(), "acts.denied")
              + said(each.confirmedBy(), "acts.confirmed"));
    }
    if (to < latest.size()) {
      out.println("  " + messages.text("acts.earlier", "count", latest.size() - to));
    }
  }

  private String said(List<ClaimId> claims, String key) {
    return claims.isEmpty() ? "" : "; " + messages.text(key) + " " + messages.all(claims).text();
  }

  private void section(PrintWriter out, String key) {
    out.println();
    out.println(messages.text(key));
  }
}
