package org.parley.cli.packages;

import java.util.ArrayList;
import java.util.List;
import org.parley.answer.packages.FoundPivots;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.pivot.Pivot;
import org.parley.exact.Finding;
import org.parley.wording.BoundWording;
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
          looked.matters().get(pivot.point()).label()
              + ": moves up to "
              + PackageNumbers.current().percent(pivot.zoneSwing())
              + " of the packages, "
              + PackageNumbers.current().percent(pivot.worthSwing())
              + " of what a party can get");
      for (Pivot.Way way : pivot.ways()) {
        page.line(
            2, looked.matters().get(pivot.point()).titles().get(way.option()) + ": " + left(way));
      }
    }
    if (found.pivots() instanceof Finding.Bounded<List<Pivot>>(_, var bound, var by)) {
      page.words("Stopped by " + PackagesText.word(by) + ": " + BoundWording.text(bound) + ".");
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
    return PackageNumbers.current().count(way.leftAtLeast(), way.leftAtMost())
        + (reaches.isEmpty() ? "" : "; " + Messages.listed(reaches))
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
}
