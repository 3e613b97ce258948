package org.parley.guarantees.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.guarantees.coverage.MoneyBurden.MoneyGroup;
import org.parley.guarantees.coverage.MoneyBurden.MoneyLine;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.ContributionId;
import org.parley.model.guarantee.PledgedSum;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;

/// Shares of pledges of money, against every choice of amounts within their ranges.
class MoneyBurdenOracleTest {

  private static final Visibility OPEN = new Visibility.Public();
  private static final int PARTIES = 3;

  private static CaseView view(List<List<PledgedSum>> pledges) {
    List<CaseRecord> records = new ArrayList<>();
    for (int i = 0; i < pledges.size(); i++) {
      PartyId party = new PartyId("P" + i);
      records.add(
          new Party(
              party,
              LocalizedText.of("Party " + i),
              null,
              PartyKind.STATE,
              List.of(),
              null,
              List.of(),
              OPEN));
      records.add(
          new Contribution(
              new ContributionId("k" + i),
              party,
              "Money",
              List.of(),
              Contribution.Domain.FINANCE,
              null,
              "money",
              null,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              pledges.get(i),
              List.of(),
              OPEN));
    }
    return Case.of(new CaseInfo("A fund", null, List.of()), records).viewFor(new Viewer.Mediator());
  }

  private static Rational share(long own, long all) {
    return own == 0 ? Rational.ZERO : Rational.of(own, all);
  }

  @Test
  void aShareIsTheIntervalOfAllSharesWithinTheRanges() {
    Random random = new Random(7);
    for (int draw = 0; draw < 200; draw++) {
      List<List<PledgedSum>> pledges = new ArrayList<>();
      for (int i = 0; i < PARTIES; i++) {
        long least = random.nextInt(5);
        pledges.add(List.of(new PledgedSum(2026, "EUR", least, least + random.nextInt(4))));
      }
      List<MoneyGroup> groups = MoneyBurden.of(view(pledges), AsOf.LATEST, Set.of());
      assertEquals(1, groups.size());
      for (MoneyLine line : groups.getFirst().lines()) {
        Rational least = null;
        Rational most = null;
        int own = Integer.parseInt(line.contributor().value().substring(1));
        PledgedSum a = pledges.get(0).getFirst();
        PledgedSum b = pledges.get(1).getFirst();
        PledgedSum c = pledges.get(2).getFirst();
        for (long x = a.least(); x <= a.mostOrLeast(); x++) {
          for (long y = b.least(); y <= b.mostOrLeast(); y++) {
            for (long z = c.least(); z <= c.mostOrLeast(); z++) {
              Rational share = share(List.of(x, y, z).get(own), x + y + z);
              least = least == null || share.compareTo(least) < 0 ? share : least;
              most = most == null || share.compareTo(most) > 0 ? share : most;
            }
          }
        }
        assertEquals(least, line.leastShare(), pledges + " " + line);
        assertEquals(most, line.mostShare(), pledges + " " + line);
      }
    }
  }

  @Test
  void yearsAndCurrenciesStandApart() {
    CaseView view =
        view(
            List.of(
                List.of(
                    new PledgedSum(2027, "EUR", 20, null), new PledgedSum(2026, "EUR", 30, 40L)),
                List.of(
                    new PledgedSum(2026, "EUR", 10, null), new PledgedSum(null, "USD", 7, null))));
    List<String> told =
        MoneyBurden.of(view, AsOf.LATEST, Set.of()).stream()
            .map(
                each ->
                    each.currency()
                        + " "
                        + (each.isWhole() ? "all" : each.year())
                        + ": "
                        + each.least()
                        + ".."
                        + each.most()
                        + " "
                        + each.lines().stream()
                            .map(l -> l.contributor() + " " + l.leastShare() + ".." + l.mostShare())
                            .toList())
            .toList();
    assertEquals(
        List.of(
            "EUR 2026: 40..50 [P0 3/4..4/5, P1 1/5..1/4]",
            "EUR 2027: 20..20 [P0 1..1]",
            "EUR all: 60..70 [P0 5/6..6/7, P1 1/7..1/6]",
            "USD null: 7..7 [P1 1..1]"),
        told);
    assertEquals(
        List.of("EUR", "USD"),
        MoneyBurden.of(view, AsOf.LATEST, Set.of(new PartyId("P0"))).stream()
            .map(MoneyGroup::currency)
            .toList());
  }
}
