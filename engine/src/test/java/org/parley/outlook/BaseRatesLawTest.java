package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementStage;

class BaseRatesLawTest {

  private static final AgreementClass FULL = new AgreementClass(SettlementScope.FULL, null);

  private static final List<AgreementClass> CLASSES =
      List.of(
          AgreementClass.ALL,
          FULL,
          new AgreementClass(null, null, AgreementStage.CEASEFIRE, List.of()),
          new AgreementClass(null, null, null, List.of("SsrGua")),
          new AgreementClass(
              null, Incompatibility.BOTH, AgreementStage.COMPREHENSIVE, List.of("StBor", "Ce")));

  private static Verdict verify(AgreementCollection rows, Finding<?> finding) {
    return Check.verify(new Question.Outlook(rows), finding, Budget.unlimited());
  }

  /// The check multiplies over rows and writes resamples out; the finding does neither.
  @Test
  void everyFindingHoldsAndNoAlteredOneDoes() {
    Random random = new Random(1);
    int shares = 0;
    int none = 0;
    for (int i = 0; i < 25; i++) {
      AgreementCollection rows = RandomAgreements.of(random);
      for (Definition definition : Definition.values()) {
        for (AgreementClass of : CLASSES) {
          Finding<BaseRate> finding = BaseRates.find(rows, of, definition);
          assertEquals(new Verdict.Holds(), verify(rows, finding), rows + " " + definition);
          if (finding instanceof Finding.Proved<BaseRate>(BaseRate rate, _)) {
            shares += rate.years().size();
            altered(rate)
                .forEach(
                    each ->
                        assertFalse(
                            verify(rows, new Finding.Proved<>(each, new BaseRates.Computed(each)))
                                instanceof Verdict.Holds,
                            each.toString()));
          } else {
            none++;
          }
        }
      }
    }
    assertTrue(shares > 300 && none > 3, shares + " shares, " + none + " classes without any");
  }

  private static List<BaseRate> altered(BaseRate rate) {
    List<BaseRate> altered = new ArrayList<>();
    altered.add(with(rate, rate.agreements() + 1, rate.ended(), rate.years()));
    altered.add(with(rate, rate.agreements(), rate.ended() + 1, rate.years()));
    for (int i = 0; i < rate.years().size(); i++) {
      YearShare one = rate.years().get(i);
      List<YearShare> years = new ArrayList<>(rate.years());
      years.set(
          i,
          new YearShare(
              one.year(),
              one.seen() + (i % 4 == 0 ? 1 : 0),
              one.standing() + (i % 4 == 1 ? 1 : 0),
              one.least() - (i % 4 == 2 ? 1 : 0),
              one.most() + (i % 4 == 3 ? 1 : 0)));
      altered.add(with(rate, rate.agreements(), rate.ended(), years));
    }
    return altered;
  }

  private static BaseRate with(BaseRate rate, int agreements, int ended, List<YearShare> years) {
    return new BaseRate(
        rate.of(), rate.definition(), agreements, rate.conflicts(), ended, rate.leftOut(), years);
  }

  @Test
  void rowsOutsideTheClassChangeNothing() {
    Random random = new Random(2);
    for (int i = 0; i < 40; i++) {
      AgreementCollection rows = RandomAgreements.of(random);
      for (AgreementClass of : CLASSES) {
        List<SignedAgreement> more = new ArrayList<>(rows.agreements());
        for (SettlementScope scope : SettlementScope.values()) {
          SignedAgreement other = RandomAgreements.agreement(random, "other " + scope, scope);
          if (!isIn(of, other)) {
            more.add(random.nextInt(more.size() + 1), other);
          }
        }
        AgreementCollection all =
            new AgreementCollection(rows.lastDay(), rows.lastFightingYear(), more);
        for (Definition definition : Definition.values()) {
          assertEquals(BaseRates.find(rows, of, definition), BaseRates.find(all, of, definition));
        }
      }
    }
  }

  /// Membership as the documentation says it, trait by trait.
  private static boolean isIn(AgreementClass of, SignedAgreement one) {
    CodedTraits coded = one.coded();
    List<Boolean> traits = new ArrayList<>();
    if (of.scope() != null) {
      traits.add(of.scope() == one.scope());
    }
    if (of.issue() != null) {
      traits.add(of.issue() == one.issue());
    }
    if (of.stage() != null) {
      traits.add(coded != null && of.stage() == coded.stage());
    }
    of.topics().forEach(each -> traits.add(coded != null && coded.topics().contains(each)));
    return !traits.contains(false);
  }

  @Test
  void namesAndOrderChangeNothing() {
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      AgreementCollection rows = RandomAgreements.of(random);
      List<SignedAgreement> renamed = new ArrayList<>();
      for (SignedAgreement each : rows.agreements()) {
        renamed.add(
            new SignedAgreement(
                "other " + each.id(),
                new StringBuilder(each.conflict()).reverse().toString(),
                each.scope(),
                each.issue(),
                each.signed(),
                each.ended(),
                each.endedOn(),
                each.fighting(),
                each.coded()));
      }
      Collections.shuffle(renamed, random);
      AgreementCollection others =
          new AgreementCollection(rows.lastDay(), rows.lastFightingYear(), renamed);
      for (Definition definition : Definition.values()) {
        for (AgreementClass of : CLASSES) {
          assertEquals(
              BaseRates.find(rows, of, definition), BaseRates.find(others, of, definition));
        }
      }
    }
  }

  private static SignedAgreement signed(
      String conflict,
      LocalDate signed,
      boolean ended,
      @Nullable LocalDate on,
      Integer... fighting) {
    return new SignedAgreement(
        "of " + conflict,
        conflict,
        SettlementScope.FULL,
        Incompatibility.TERRITORY,
        signed,
        ended,
        on,
        List.of(fighting));
  }

  /// Signed in March 2010; fighting in 2010, 2011 and 2014; coded as ended in June 2012.
  @Test
  void definitionsCountOneAgreementDifferently() {
    SignedAgreement one =
        signed("a", LocalDate.of(2010, 3, 1), true, LocalDate.of(2012, 6, 1), 2010, 2011, 2014);
    AgreementCollection rows =
        new AgreementCollection(LocalDate.of(2021, 12, 31), 2020, List.of(one));
    assertEquals(List.of(10_000, 10_000, 0), standing(rows, Definition.ENDED_AS_CODED, 3));
    // 1 January 2011 is less than a year later
    assertEquals(List.of(0, 0, 0), standing(rows, Definition.FIGHTING_SINCE_SIGNATURE, 3));
    // from 1 January 2012 to 1 January 2014 it is 731 days
    assertEquals(
        List.of(10_000, 10_000, 0), standing(rows, Definition.FIGHTING_AFTER_QUIET_YEAR, 3));
  }

  private static List<Integer> standing(AgreementCollection rows, Definition definition, int to) {
    BaseRate rate = BaseRates.find(rows, FULL, definition).findAnswer().orElseThrow();
    return rate.years().stream().limit(to).map(YearShare::standing).toList();
  }

  @Test
  void anAgreementWithoutADayOrAYearIsLeftOutAndCounted() {
    SignedAgreement noDay =
        new SignedAgreement(
            "a",
            "a",
            SettlementScope.FULL,
            Incompatibility.BOTH,
            LocalDate.of(2010, 3, 1),
            true,
            null,
            null);
    SignedAgreement neverQuiet = signed("b", LocalDate.of(2018, 3, 1), false, null, 2019, 2020);
    AgreementCollection rows =
        new AgreementCollection(LocalDate.of(2021, 12, 31), 2020, List.of(noDay, neverQuiet));
    BaseRate coded =
        BaseRates.find(rows, FULL, Definition.ENDED_AS_CODED).findAnswer().orElseThrow();
    assertEquals(1, coded.agreements());
    assertEquals(1, coded.leftOut());
    assertEquals(
        new Finding.Impossible<BaseRate>(
            new BaseRates.NoneCounts(FULL, Definition.FIGHTING_AFTER_QUIET_YEAR, 2)),
        BaseRates.find(rows, FULL, Definition.FIGHTING_AFTER_QUIET_YEAR));
    assertThrows(
        IllegalArgumentException.class,
        () -> signed("c", LocalDate.EPOCH, false, LocalDate.EPOCH, 1999));
  }
}
