package org.parley.cli.packages;

import java.util.ArrayList;
import java.util.List;
import org.parley.answer.packages.FoundPivots;
import org.parley.answer.packages.SettledWay;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.pivot.Pivot;
import org.parley.exact.Finding;
import org.parley.wording.Messages;
import org.parley.wording.PackageNumbers;

/// Says which point matters most, as text.
final class PivotsPrinter {

  private final FoundPivots found;
  private final PackageProblem looked;

  PivotsPrinter(FoundPivots found) {
    this.found = found;
    looked = found.looked();
  }

  void print(Page page) {
    PackagesText.answer(found.asked(), page, found.headline());
    for (Pivot pivot : found.list()) {
      page.heading(
          PackagesText.say(
              "pivot",
              "point",
              looked.matters().get(pivot.point()).label(),
              "share",
              PackageNumbers.current().percent(pivot.zoneSwing()),
              "worth",
              PackageNumbers.current().percent(pivot.worthSwing())));
      PackageProblem.Matter matter = looked.matters().get(pivot.point());
      for (SettledWay way : SettledWay.of(matter, pivot)) {
        page.line(2, PackagesText.say("label", "label", way.title(), "text", left(way)));
      }
    }
    if (found.pivots() instanceof Finding.Bounded<List<Pivot>>(_, var bound, var by)) {
      page.words(PackagesText.stopped(by, bound));
    }
    PackagesText.assumed(found.asked(), page);
  }

  private String left(SettledWay way) {
    if (way.closes()) {
      return PackagesText.say("nothing-left");
    }
    List<String> reaches = new ArrayList<>();
    for (int party = 0; party < way.reaches().size(); party++) {
      Pivot.Reach reach = way.reaches().get(party);
      reaches.add(
          Messages.current()
              .text(
                  "packages.page.gets",
                  "party",
                  looked.seats().get(party).label(),
                  "worst",
                  String.valueOf(reach.worst()),
                  "best",
                  String.valueOf(reach.best())));
    }
    return PackagesText.say(
        "left",
        "count",
        PackageNumbers.current().count(way.leftAtLeast(), way.leftAtMost()),
        "any",
        !reaches.isEmpty(),
        "reaches",
        Messages.listed(reaches),
        "frontier",
        way.frontier().isPresent(),
        "kept",
        way.frontier().map(Pivot.FrontierLeft::kept).orElse(0),
        "own",
        way.frontier().map(Pivot.FrontierLeft::size).orElse(0));
  }
}
