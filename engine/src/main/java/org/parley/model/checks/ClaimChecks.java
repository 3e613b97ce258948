package org.parley.model.checks;

import java.util.List;
import java.util.Optional;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.act.ActId;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Item;
import org.parley.model.date.Edtf;
import org.parley.model.text.OptionId;

/// Validates a claim, by itself and with the claims it corrects.
final class ClaimChecks {

  private final RecordsUnderCheck records;

  ClaimChecks(RecordsUnderCheck records) {
    this.records = records;
  }

  /// Requires a reason for a decision on an item.
  void item(int index, Item item) {
    records.words(index, "text", item.text());
    records.once(index, "source", item.source());
    records.once(index, "about", item.about());
    if (item.isWaiting() && (item.decided() != null || item.decidedBy() != null)) {
      records.report(
          index,
          List.of(item.decided() != null ? "decided" : "decidedBy"),
          Rule.Plain.NOTHING_DECIDED,
          item.decided() != null ? item.decided() : item.decidedBy());
    }
    Edtf decided = item.decided();
    if (decided != null && decided.isBefore(item.arrived())) {
      records.report(index, List.of("decided"), Rule.Plain.DECIDED_BEFORE_ARRIVAL, decided);
    }
    switch (item.decision()) {
      case Item.Decision.Recorded(List<ClaimId> claims) -> {
        if (claims.isEmpty()) {
          records.report(index, List.of("decision"), Rule.Plain.NO_CLAIMS_RECORDED, "");
        }
      }
      case Item.Decision.InformationOnly(String because) -> because(index, because);
      case Item.Decision.Rejected(_, String because) -> because(index, because);
      case null -> {}
    }
  }

  private void because(int index, String because) {
    if (because.isBlank()) {
      records.report(index, List.of("decision", "because"), Rule.Plain.NO_REASON, "");
    }
  }

  private void tooLong(int index, String quote) {
    if (quote.length() > CaseChecks.QUOTE_LENGTH) {
      records.report(
          index,
          List.of("quote"),
          new Rule.QuoteTooLong(CaseChecks.QUOTE_LENGTH),
          quote.substring(0, 40) + "...");
    }
  }

  void check(int index, Claim claim) {
    records.words(index, "speaker", claim.speaker());
    LocalizedText quote = claim.quote();
    if (claim.words().isBlank()) {
      records.report(index, List.of("quote"), Rule.Plain.NEITHER_QUOTE_NOR_PARAPHRASE, "");
    }
    if (quote != null) {
      records.languages(index, List.of("quote"), quote);
      tooLong(index, quote.text());
      quote.others().values().forEach(each -> tooLong(index, each));
    }
    if (claim.source().isEmpty()) {
      records.report(index, List.of("source"), Rule.Plain.CLAIM_WITHOUT_SOURCE, "");
    }
    if (claim.about().isEmpty()) {
      records.report(index, List.of("about"), Rule.Plain.CLAIM_ABOUT_NOTHING, "");
    }
    records.once(index, "source", claim.source());
    records.once(index, "about", claim.about());
    records.once(index, "between", claim.between());
    records.once(index, "jointly", claim.jointly());
    int again = claim.jointly().indexOf(claim.party());
    if (again >= 0) {
      records.report(
          index,
          List.of("jointly", Integer.toString(again)),
          Rule.Plain.NAMED_TWICE,
          claim.party());
    }
    if (claim.between().size() == 1) {
      records.report(
          index, List.of("between"), Rule.Plain.BETWEEN_ONE_PARTY, claim.between().getFirst());
    }
    Edtf known = claim.known();
    if (known != null && known.isBefore(claim.said())) {
      records.report(index, List.of("known"), Rule.Plain.KNOWN_BEFORE_SAID, known);
    }
    if (claim.asserts() instanceof Assertion.Prefers(OptionId option)) {
      records.belongsToPoint(index, List.of("asserts"), option, "about", claim.about());
    }
    if (claim.asserts() instanceof Assertion.Refuses(OptionId option)) {
      records.belongsToPoint(index, List.of("asserts"), option, "about", claim.about());
    }
    if (claim.asserts() instanceof Assertion.Confirmed
        || claim.asserts() instanceof Assertion.Denied) {
      for (int i = 0; i < claim.about().size(); i++) {
        if (!(claim.about().get(i) instanceof ActId)) {
          records.report(
              index,
              List.of("about", Integer.toString(i)),
              Rule.Plain.NOT_ABOUT_AN_ACT,
              claim.about().get(i));
        }
      }
    }
    for (ClaimId id : claim.corrects()) {
      if (records.record(id) instanceof Claim earlier && claim.said().isBefore(earlier.said())) {
        records.report(index, List.of("said"), new Rule.CorrectsLaterClaim(id), claim.said());
      }
    }
    for (int i = 0; i < claim.retracts().size(); i++) {
      ClaimId id = claim.retracts().get(i);
      if (records.record(id) instanceof Claim earlier) {
        Optional<PartyId> other =
            earlier.parties().stream().filter(party -> !claim.isWordOf(party)).findFirst();
        if (other.isPresent()) {
          records.report(
              index,
              List.of("retracts", Integer.toString(i)),
              new Rule.RetractsOthersClaim(other.get()),
              id);
        }
      }
    }
  }
}
