package org.parley.web.publish;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.model.claim.Claim;
import org.parley.web.view.Address;

/// The claims whose record would be published twice.
///
/// The page of a claim says all that its record says. Only the languages of its quotation, and the
/// records that refer to it, are missing. A claim without either has one page.
final class RepeatedRecords {

  private static final String RECORD = Address.RECORD.path().replace("{id}", "");
  private static final String CLAIM = Address.CLAIM.path();

  private final Set<String> claims = new HashSet<>();

  /// @param view what the public may see
  RepeatedRecords(CaseView view) {
    view.claims().stream()
        .filter(RepeatedRecords::saysNoLanguage)
        .forEach(each -> claims.add(each.id().value()));
    for (CaseRecord each : view.records()) {
      References.of((Record) each).stream()
          .filter(mention -> !mention.declares())
          .forEach(mention -> claims.remove(mention.id().value()));
    }
  }

  private static boolean saysNoLanguage(Claim claim) {
    LocalizedText quote = claim.quote();
    return quote == null || (quote.language() == null && quote.others().isEmpty());
  }

  /// The page of the claim, for the address of such a record; any other as it is.
  PublishedAddress once(PublishedAddress address) {
    String path = address.path();
    if (!path.startsWith(RECORD) || !address.parameters().isEmpty()) {
      return address;
    }
    String id = path.substring(RECORD.length());
    return claims.contains(id)
        ? new PublishedAddress(CLAIM.replace("{id}", id), Map.of())
        : address;
  }
}
