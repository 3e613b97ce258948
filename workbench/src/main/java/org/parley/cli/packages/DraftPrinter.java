package org.parley.cli.packages;

import java.util.Locale;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.clash.Trades;
import org.parley.exact.Bound;
import org.parley.wording.BoundWording;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageNumbers;
import org.parley.wording.PackageWording;
import org.parley.wording.QuantityWording;

/// Prints the evaluation of a draft package as text.
final class DraftPrinter {

  private final PackageDraft draft;
  private final PackageProblem packages;
  private final PackageWording words;

  DraftPrinter(PackageDraft draft) {
    this.draft = draft;
    packages = draft.packages();
    words = PackageWording.of(packages);
  }

  void print(Page page) {
    PackagesText.answer(
        packages, page, PackageHeadline.of(PackageWording.of(packages).draft(draft)));
    page.heading(PackagesText.say("settled"));
    for (int point = 0; point < packages.matters().size(); point++) {
      PackageProblem.Matter matter = packages.matters().get(point);
      int option = draft.options().get(point);
      page.line(
          2,
          PackagesText.say(
              "label",
              "label",
              matter.label(),
              "text",
              option == PackageDraft.OPEN
                  ? PackagesText.say("open")
                  : matter.titles().get(option)));
    }
    page.heading(PackagesText.say("each"));
    for (int party = 0; party < packages.seats().size(); party++) {
      page.line(
          2,
          PackagesText.say(
              "label",
              "label",
              packages.seats().get(party).label(),
              "text",
              words.standing(draft, party)));
    }
    draft
        .broken()
        .forEach(
            linkage ->
                page.line(
                    2,
                    PackagesText.say(
                        "linkage-broken", "linkage", QuantityWording.linkage(linkage))));
    draft.left().ifPresent(left -> left(page, left));
    if (draft.isWhole()) {
      trades(page);
    }
    PackagesText.assumed(packages, page);
  }

  private void left(Page page, ZoneTable left) {
    page.heading(PackagesText.say("that-take"));
    int width =
        left.rows().stream().mapToInt(row -> words.parties(row.parties()).length()).max().orElse(0)
            + 2;
    for (ZoneTable.Row row : left.rows()) {
      page.row(
          words.parties(row.parties()),
          width,
          String.format(Locale.ROOT, "%12s", PackageNumbers.current().number(row)));
    }
  }

  private void trades(Page page) {
    page.heading(PackagesText.say("bettered"));
    page.line(2, words.efficiency(draft));
    int[] from = draft.options().stream().mapToInt(Integer::intValue).toArray();
    for (Trades.Trade trade : draft.trades()) {
      page.line(2, words.trade(from, trade));
    }
    Bound unlisted = draft.unlisted();
    if (unlisted != null) {
      page.words(PackagesText.say("unlisted", "bound", BoundWording.text(unlisted)));
    }
  }
}
