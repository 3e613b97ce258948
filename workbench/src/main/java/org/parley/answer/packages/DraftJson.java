package org.parley.answer.packages;

import java.util.List;
import java.util.Locale;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.clash.Trades;
import org.parley.exact.Bound;
import org.parley.model.cases.CaseView;
import org.parley.wording.BoundWording;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageWording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns what a package comes to that somebody put together into JSON.
public final class DraftJson {

  private final PackageDraft draft;
  private final PackageProblem packages;
  private final PackageWording words;

  public DraftJson(PackageDraft draft) {
    this.draft = draft;
    packages = draft.packages();
    words = PackageWording.of(packages);
  }

  public ObjectNode json(CaseView view) {
    ObjectNode json =
        PackagesJson.head(
            view, packages, PackageHeadline.of(PackageWording.of(packages).draft(draft)));
    options(json.putArray("options"), draft.options());
    json.put("whole", draft.isWhole());
    json.put("acceptableToAll", draft.isAcceptable());
    ArrayNode parties = json.putArray("standings");
    for (int party = 0; party < draft.standings().size(); party++) {
      PackageDraft.Standing standing = draft.standings().get(party);
      ObjectNode each = parties.addObject();
      each.put("party", packages.seats().get(party).party().value());
      each.put("least", standing.least());
      each.put("most", standing.most());
      each.put("baseline", standing.baseline());
      each.put("accepts", standing.accepts());
      each.put("ungraded", standing.ungraded());
      PackagesJson.array(each, "objections", words.demands(standing.objections()));
    }
    PackagesJson.array(
        json, "broken", draft.broken().stream().map(PackageProblem.Tied::id).toList());
    json.put("efficiency", draft.efficiency().name().toLowerCase(Locale.ROOT));
    Bound unlisted = draft.unlisted();
    json.put("unlisted", unlisted == null ? "" : BoundWording.text(unlisted));
    ArrayNode trades = json.putArray("trades");
    int[] from = draft.options().stream().mapToInt(Integer::intValue).toArray();
    for (Trades.Trade trade : draft.trades()) {
      ObjectNode each = trades.addObject();
      options(each.putArray("options"), trade.options());
      ObjectNode gains = each.putObject("gains");
      for (int party = 0; party < trade.gains().size(); party++) {
        gains.put(packages.seats().get(party).party().value(), trade.gains().get(party));
      }
      each.put("words", words.trade(from, trade));
    }
    draft.left().ifPresent(left -> new PackagesJson(packages).zone(json, left));
    return json;
  }

  private void options(ArrayNode json, List<Integer> options) {
    for (int point = 0; point < options.size(); point++) {
      if (options.get(point) == PackageDraft.OPEN) {
        json.addNull();
      } else {
        json.add(packages.matters().get(point).options().get(options.get(point)).value());
      }
    }
  }
}
