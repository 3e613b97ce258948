package org.parley.answer.packages;

import java.util.Collection;
import java.util.List;
import org.parley.bargain.Choice;
import org.parley.bargain.cases.ConcessionGain;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.clash.Trades;
import org.parley.exact.Finding;
import org.parley.model.cases.CaseView;
import org.parley.wording.PackageWording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns what stands in the way, and what is enough to move, into JSON.
public final class BridgesJson {

  private final PackageProblem packages;
  private final PackageWording words;

  public BridgesJson(PackageProblem packages) {
    this.packages = packages;
    words = PackageWording.of(packages);
  }

  public ObjectNode bridges(CaseView view, Obstacles crossing) {
    ObjectNode json =
        PackagesJson.head(view, packages, PackageWording.of(packages).summary(crossing.summary()));
    new PackagesJson(packages).zone(json, crossing.table());
    crossing
        .clashes()
        .ifPresent(
            finding -> {
              json.put("complete", finding.isComplete());
              finding.findAnswer().ifPresent(found -> clashes(json, found));
            });
    crossing.relaxations().ifPresent(found -> relaxations(json.putArray("relaxations"), found));
    ArrayNode easings = json.putArray("easings");
    for (ConcessionGain easing : crossing.easings()) {
      ObjectNode each = easings.addObject();
      demands(each, "giveUp", List.of(easing.demand()));
      each.put("leavesAtLeast", easing.leavesAtLeast().toString());
      each.put("leavesAtMost", easing.leavesAtMost().toString());
    }
    crossing.trades().ifPresent(found -> trades(json, crossing, found));
    return json;
  }

  private void clashes(ObjectNode json, Clashes found) {
    ArrayNode clashes = json.putArray("clashes");
    for (List<PartyDemand> clash : found.clashes()) {
      ObjectNode each = clashes.addObject();
      demands(each, "demands", clash);
      each.put("words", words.clash(clash));
    }
    ArrayNode ways = json.putArray("waysOut");
    for (Clashes.Way way : found.waysInOrder()) {
      ObjectNode each = ways.addObject();
      demands(each, "giveUp", way.giveUp());
      each.put("opensAtLeast", way.opensAtLeast().toString());
      each.put("opensAtMost", way.opensAtMost().toString());
      each.put("words", words.way(way));
    }
  }

  private void demands(ObjectNode json, String name, Collection<PartyDemand> demands) {
    ArrayNode array = json.putArray(name);
    for (PartyDemand demand : demands) {
      ObjectNode each = array.addObject();
      each.put("party", packages.seats().get(demand.party()).party().value());
      switch (demand) {
        case PartyDemand.RedLine(_, Choice(int point, int option)) ->
            each.put("redLine", packages.matters().get(point).options().get(option).value());
        case PartyDemand.Baseline(_, long worth) -> each.put("baseline", worth);
      }
    }
  }

  private void relaxations(ArrayNode json, Finding<List<Bridges.Relaxation>> finding) {
    for (Bridges.Relaxation relaxation : finding.findAnswer().orElse(List.of())) {
      ObjectNode each = json.addObject();
      ObjectNode lower = each.putObject("lowerBy");
      for (int party = 0; party < relaxation.lowerBy().size(); party++) {
        lower.put(packages.seats().get(party).party().value(), relaxation.lowerBy().get(party));
      }
      options(each, relaxation.options());
    }
  }

  private void options(ObjectNode json, List<Integer> options) {
    ArrayNode array = json.putArray("options");
    for (int point = 0; point < options.size(); point++) {
      array.add(packages.matters().get(point).options().get(options.get(point)).value());
    }
  }

  private void trades(ObjectNode json, Obstacles crossing, Finding<List<Trades.Trade>> finding) {
    ObjectNode table = json.putObject("table");
    options(table, crossing.onTheTable());
    demands(table, "crosses", crossing.crossed());
    json.put("tradesComplete", !(finding instanceof Finding.Bounded));
    ArrayNode trades = json.putArray("trades");
    int[] from = crossing.onTheTable().stream().mapToInt(Integer::intValue).toArray();
    for (Trades.Trade trade : finding.findAnswer().orElse(List.of())) {
      ObjectNode each = trades.addObject();
      options(each, trade.options());
      ObjectNode gains = each.putObject("gains");
      for (int party = 0; party < trade.gains().size(); party++) {
        gains.put(packages.seats().get(party).party().value(), trade.gains().get(party));
      }
      each.put("words", words.trade(from, trade));
    }
  }
}
