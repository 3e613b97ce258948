package org.parley.model.checks;

import java.util.List;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Item;
import org.parley.model.date.Edtf;
import org.parley.model.text.OptionId;

/// Whether a claim makes sense by itself and beside the claims it corrects.
final class ClaimChecks {

  private final Examined records;

  ClaimChecks(Examined records) {
    this.records = records;
  }

  /// A decision about what came in says why.
  void item(int index, Item item) {
    records.words(index, "text", item.text());
    records.once(index, "source", item.source());
    records.once(index, "about", item.about());
    if (item.isWaiting() && (item.decided() != null || item.decidedBy() != null)) {
      records.report(
          index,
          List.of(item.decided() != null ? "decided" : "decidedBy"),
          "nothing was decided about it",
          item.decided() != null ? item.decided() : item.decidedBy(),
          "Maybe say what, or leave this out");
    }
    Edtf decided = item.decided();
    if (decided != null && decided.isBefore(item.arrived())) {
      records.report(
          index,
          List.of("decided"),
          "decided before it came in",
          decided,
          "Maybe swap arrived and decided");
    }
    switch (item.decision()) {
      case Item.Decision.Recorded(List<ClaimId> claims) -> {
        if (claims.isEmpty()) {
          records.report(
              index, List.of("decision"), "no claims", "", "Maybe name those drawn from it");
        }
      }
      case Item.Decision.InformationOnly(String because) -> because(index, because);
      case Item.Decision.Rejected(_, String because) -> because(index, because);
      case null -> {}
    }
  }

  private void because(int index, String because) {
    if (because.isBlank()) {
      records.report(
          index, List.of("decision", "because"), "no reason", "", "Maybe say it in a sentence");
    }
  }

  void check(int index, Claim claim) {
    records.words(index, "speaker", claim.speaker());
    String quote = claim.quote();
    if (claim.words().isBlank()) {
      records.report(
          index,
          List.of("quote"),
          "neither quote nor paraphrase",
          "",
          "Maybe say in a sentence what was said");
    }
    if (quote != null && quote.length() > CaseChecks.QUOTE_LENGTH) {
      records.report(
          index,
          List.of("quote"),
          "longer than " + CaseChecks.QUOTE_LENGTH + " characters",
          quote.substring(0, 40) + "...",
          "Maybe quote the words that matter");
    }
    if (claim.source().isEmpty()) {
      records.report(
          index, List.of("source"), "a claim without source", "", "Maybe name where it was read");
    }
    if (claim.about().isEmpty()) {
      records.report(
          index, List.of("about"), "a claim about nothing", "", "Maybe write about: whole");
    }
    records.once(index, "source", claim.source());
    records.once(index, "about", claim.about());
    records.once(index, "between", claim.between());
    if (claim.between().size() == 1) {
      records.report(
          index,
          List.of("between"),
          "between one party alone",
          claim.between().getFirst(),
          "Maybe name all parties among whom it is said to hold, or none");
    }
    Edtf known = claim.known();
    if (known != null && known.isBefore(claim.said())) {
      records.report(
          index, List.of("known"), "known before it was said", known, "Maybe swap said and known");
    }
    if (claim.asserts() instanceof Assertion.Prefers(OptionId option)) {
      records.belongsToPoint(index, List.of("asserts"), option, "about", claim.about());
    }
    for (ClaimId id : claim.corrects()) {
      if (records.record(id) instanceof Claim earlier && claim.said().isBefore(earlier.said())) {
        records.report(
            index,
            List.of("said"),
            "it corrects a claim that was said later, " + id,
            claim.said(),
            "Maybe swap them");
      }
    }
    for (int i = 0; i < claim.retracts().size(); i++) {
      ClaimId id = claim.retracts().get(i);
      if (records.record(id) instanceof Claim earlier && !earlier.party().equals(claim.party())) {
        records.report(
            index,
            List.of("retracts", Integer.toString(i)),
            "a party can only take back its own words; this claim is by " + earlier.party(),
            id,
            "Maybe write contradicts");
      }
    }
  }
}
