package org.parley.cli.packages;

import java.util.ArrayList;
import java.util.List;
import org.parley.bargain.cases.Headline;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PackageWords;
import org.parley.bargain.pivot.Pivot;
import org.parley.exact.Finding;
import org.parley.model.CaseView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Says which point matters most, as text and as JSON.
final class PivotsPrinter {

  private final PivotsCommand.Found found;
  private final PackageProblem looked;

  PivotsPrinter(PivotsCommand.Found found) {
    this.found = found;
    looked = found.looked();
  }

  private List<Pivot> pivots() {
    return found.pivots().findAnswer().orElse(List.of());
  }

  private Headline headline() {
    Headline zone = Headline.of(found.asked(), found.table(), null);
    if (pivots().isEmpty()) {
      return new Headline(
          "No package is acceptable to any of them together, so nothing hangs on a point yet.",
          "",
          "");
    }
    return new Headline(
        new PackageWords(looked).mattersMost(pivots().getFirst(), looked.problem().everyone()),
        found.table().everyone().isEmpty() ? zone.sentence() : "",
        "");
  }

  void print(Page page) {
    PackagesText.answer(found.asked(), page, headline());
    for (Pivot pivot : pivots()) {
      page.heading(
          looked.matters().get(pivot.point()).label()
              + ": moves up to "
              + PackageWords.percent(pivot.zoneSwing())
              + " of the packages, "
              + PackageWords.percent(pivot.worthSwing())
              + " of what a party can get");
      for (Pivot.Way way : pivot.ways()) {
        page.line(
            2, looked.matters().get(pivot.point()).titles().get(way.option()) + ": " + left(way));
      }
    }
    if (found.pivots() instanceof Finding.Bounded<List<Pivot>>(_, var bound, var by)) {
      page.words("Stopped by " + PackagesText.word(by) + ": " + bound.inWords() + ".");
    }
    PackagesText.assumed(found.asked(), page);
  }

  private String left(Pivot.Way way) {
    if (way.closes()) {
      return "nothing is left.";
    }
    List<String> reaches = new ArrayList<>();
    for (int party = 0; party < way.reaches().size(); party++) {
      Pivot.Reach reach = way.reaches().get(party);
      reaches.add(
          looked.seats().get(party).label() + " gets " + reach.worst() + " to " + reach.best());
    }
    return PackageWords.count(way.leftAtLeast(), way.leftAtMost())
        + (reaches.isEmpty() ? "" : "; " + PackageWords.list(reaches))
        + way.frontier()
            .map(
                frontier ->
                    "; "
                        + frontier.kept()
                        + " of the outcomes of the frontier kept, "
                        + frontier.size()
                        + " on its own")
            .orElse("")
        + ".";
  }

  ObjectNode json(CaseView view) {
    ObjectNode json = PackagesJson.head(view, found.asked(), headline());
    new PackagesJson(found.asked()).zone(json, found.table());
    PackagesJson.array(json, "looked", looked.seats().stream().map(seat -> seat.party()).toList());
    json.put("proved", !(found.pivots() instanceof Finding.Bounded));
    ArrayNode pivots = json.putArray("pivots");
    for (Pivot pivot : pivots()) {
      ObjectNode each = pivots.addObject();
      PackageProblem.Matter matter = looked.matters().get(pivot.point());
      each.put("point", matter.point().value());
      each.put("zoneSwing", pivot.zoneSwing().toString());
      each.put("worthSwing", pivot.worthSwing().toString());
      ArrayNode ways = each.putArray("ways");
      for (Pivot.Way way : pivot.ways()) {
        ObjectNode one = ways.addObject();
        one.put("option", matter.options().get(way.option()).value());
        one.put("leftAtLeast", way.leftAtLeast().toString());
        one.put("leftAtMost", way.leftAtMost().toString());
        ObjectNode reaches = one.putObject("reaches");
        for (int party = 0; party < way.reaches().size(); party++) {
          Pivot.Reach reach = way.reaches().get(party);
          reaches
              .putObject(looked.seats().get(party).party().value())
              .put("worst", reach.worst())
              .put("best", reach.best());
        }
        way.frontier()
            .ifPresent(
                frontier ->
                    one.putObject("frontier")
                        .put("kept", frontier.kept())
                        .put("size", frontier.size()));
      }
    }
    return json;
  }
}
