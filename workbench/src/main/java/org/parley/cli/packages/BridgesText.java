package org.parley.cli.packages;

import java.util.List;
import org.parley.answer.packages.ProposedOptions;
import org.parley.bargain.cases.BridgeProposal;
import org.parley.bargain.cases.ConcessionGain;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ProposedBridges;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.clash.Trades;
import org.parley.exact.Finding;
import org.parley.wording.PackageWording;

/// Prints minimal conflicts and minimal concessions.
final class BridgesText {

  private static final int SHOWN = 12;
  private static final int TRADES_SHOWN = 5;

  private final PackageProblem packages;
  private final PackageWording words;
  private final Page page;

  BridgesText(PackageProblem packages, Page page) {
    this.packages = packages;
    this.page = page;
    words = PackageWording.of(packages);
  }

  void bridges(Obstacles crossing) {
    PackagesText.answer(packages, page, PackageWording.of(packages).summary(crossing.summary()));
    String leastMoves = PackageWording.of(packages).leastMoves(crossing);
    if (!leastMoves.isEmpty()) {
      page.words(leastMoves);
    }
    crossing.clashes().ifPresent(this::clashes);
    crossing.relaxations().ifPresent(this::relaxations);
    proposals(crossing.proposed());
    if (!crossing.easings().isEmpty()) {
      page.heading(PackagesText.say("keeps-out"));
      List<List<ConcessionGain>> groups = ConcessionGain.together(crossing.easings());
      groups.stream().limit(SHOWN).forEach(group -> page.line(2, words.easings(group)));
      more(groups.size());
    }
    if (crossing.table().everyone().atLeast().equals(crossing.table().all())
        && !crossing.table().everyone().isEmpty()) {
      page.words(PackagesText.say("nothing-kept-out"));
    } else if (!crossing.table().everyone().isExact()) {
      page.words(PackagesText.say("not-all-counted"));
    }
    crossing.trades().ifPresent(trades -> trades(crossing, trades));
    PackagesText.assumed(packages, page);
  }

  private void clashes(Finding<Clashes> finding) {
    Clashes found = finding.findAnswer().orElse(null);
    if (found == null) {
      page.heading(PackagesText.say("no-demand"));
      return;
    }
    page.heading(PackagesText.say("clashes", "tied", !packages.problem().linkages().isEmpty()));
    List<List<PartyDemand>> clashes = found.merged();
    for (List<PartyDemand> clash : clashes.stream().limit(SHOWN).toList()) {
      page.line(2, PackagesText.say("colon", "text", words.clashTitle(clash)));
      words.demands(clash).forEach(demand -> page.line(4, demand));
    }
    more(clashes.size());
    page.heading(PackagesText.say("enough"));
    found.waysInOrder().stream().limit(SHOWN).forEach(way -> page.line(2, words.way(way)));
    more(found.ways().size());
    if (finding instanceof Finding.Bounded<Clashes>(_, var bound, var by)) {
      page.words(PackagesText.stopped(by, bound));
    }
  }

  private void more(int size) {
    more(size, SHOWN);
  }

  private void more(int size, int shown) {
    if (size > shown) {
      page.line(2, PackagesText.say("more", "count", size - shown));
    }
  }

  private void relaxations(Finding<List<Bridges.Relaxation>> finding) {
    List<Bridges.Relaxation> all =
        finding.findAnswer().orElse(List.of()).stream()
            .filter(relaxation -> relaxation.total() > 0)
            .toList();
    page.heading(PackagesText.say("lower"));
    if (all.isEmpty()) {
      page.line(2, PackagesText.say("no-lowering"));
    }
    all.stream().limit(SHOWN).forEach(each -> page.line(2, words.relaxation(each) + "."));
    more(all.size());
  }

  private void proposals(ProposedBridges proposed) {
    List<BridgeProposal> proposals = proposed.proposals();
    if (proposals.isEmpty() && proposed.isWhole()) {
      return;
    }
    page.heading(PackagesText.say("proposals"));
    for (BridgeProposal each : proposals.stream().limit(SHOWN).toList()) {
      page.line(2, PackagesText.say("proposal", "text", words.proposals().proposal(each)));
      page.line(4, words.proposals().opens(each));
      words.proposals().costs(each).forEach(cost -> page.line(4, cost));
      page.line(4, words.proposals().assumption(each));
      if (!ProposedOptions.pointsOf(packages, each).isEmpty()) {
        page.line(4, PackagesText.say("proposal-key", "key", ProposedOptions.key(packages, each)));
      }
    }
    more(proposals.size());
    if (!proposed.isWhole()) {
      page.line(2, words.proposals().cutShort(proposed));
    }
  }

  private void trades(Obstacles crossing, Finding<List<Trades.Trade>> finding) {
    int[] table = crossing.onTheTable().stream().mapToInt(Integer::intValue).toArray();
    page.heading(PackagesText.say("table"));
    if (crossing.crossed().isEmpty()) {
      page.line(2, PackagesText.say("table-acceptable"));
    } else {
      page.line(2, PackagesText.say("crosses", "count", crossing.crossed().size()));
      words.demands(crossing.crossed()).forEach(demand -> page.line(4, demand));
    }
    List<Trades.Trade> trades = finding.findAnswer().orElse(List.of());
    if (trades.isEmpty()) {
      page.line(2, PackagesText.say("no-change"));
    }
    trades.stream().limit(TRADES_SHOWN).forEach(trade -> page.line(2, words.trade(table, trade)));
    more(trades.size(), TRADES_SHOWN);
    if (finding instanceof Finding.Bounded<List<Trades.Trade>>(_, var bound, var by)) {
      page.words(PackagesText.stopped(by, bound));
    }
  }
}
