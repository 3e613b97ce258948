package org.parley.guarantees.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.Contribution.Condition;
import org.parley.model.guarantee.Contribution.Domain;
import org.parley.model.guarantee.ContributionId;

class BurdenTest {

  private static final PartyId FR = new PartyId("FR");
  private static final PartyId GB = new PartyId("GB");
  private static final PartyId DE = new PartyId("DE");
  private static final PartyId US = new PartyId("US");

  private static Contribution troops(
      String id, PartyId by, @Nullable Long amount, Condition... conditions) {
    return new Contribution(
        new ContributionId(id),
        by,
        "troops",
        List.of(),
        Domain.LAND,
        amount,
        "troops",
        null,
        List.of(conditions),
        List.of(),
        List.of(),
        List.of(),
        new Visibility.Public());
  }

  private static final List<Contribution> PLEDGED =
      List.of(
          troops("fr", FR, 6_000L),
          troops("gb", GB, 6_000L),
          troops("de", DE, 3_000L, new Condition.Contributes(US)),
          troops("us", US, null, new Condition.Plain("backstop agreed")));

  private static final Burden.Requirement NEED =
      new Burden.Requirement(Domain.LAND, "troops", 15_000);

  @Test
  void pledgedIsNotAvailable() {
    Burden.Picture picture = Burden.of(PLEDGED, List.of(NEED), Set.of(), Set.of());
    Burden.Balance balance = picture.balances().getFirst();
    assertEquals(15_000, balance.pledged());
    assertEquals(12_000, balance.available());
    assertEquals(3_000, balance.missing());
    Burden.BurdenLine germany =
        picture.lines().stream()
            .filter(each -> each.contributor().equals(DE))
            .findFirst()
            .orElseThrow();
    assertEquals(Rational.of(1, 5), germany.share());
    assertEquals(3_000, germany.conditional());
  }

  @Test
  void oneConditionHoldsUpAnother() {
    assertEquals(
        15_000,
        Burden.of(PLEDGED, List.of(NEED), Set.of("backstop agreed"), Set.of())
            .balances()
            .getFirst()
            .available());
    assertEquals(
        12_000,
        Burden.of(PLEDGED, List.of(NEED), Set.of("backstop agreed"), Set.of(US))
            .balances()
            .getFirst()
            .available());
  }

  @Test
  void whatIsLeftIfOneWithdraws() {
    Burden.Balance left =
        Burden.of(PLEDGED, List.of(NEED), Set.of(), Set.of(FR)).balances().getFirst();
    assertEquals(9_000, left.pledged());
    assertEquals(6_000, left.available());
  }

  @Test
  void theSharesInOneDomainAddUpToOne() {
    Rational all = Rational.ZERO;
    for (Burden.BurdenLine each : Burden.of(PLEDGED, List.of(), Set.of(), Set.of()).lines()) {
      all = all.plus(each.share());
    }
    assertEquals(Rational.ONE, all);
  }
}
