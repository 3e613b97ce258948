package org.parley.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.BaseRates;
import org.parley.outlook.Definition;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementStage;

/// A table of shares is refused where it cannot be right, even if the finding repeats it.
@NullMarked
class RateTableTamperingTest {

  private static final String SHA = "00";

  private static final Definition CODED = Definition.ENDED_AS_CODED;

  /// One scope and one issue, so that every wider class has the same agreements.
  private static List<BaseRate> table(BaseRate all) {
    List<BaseRate> table = new ArrayList<>();
    for (AgreementClass of :
        List.of(
            AgreementClass.ALL,
            new AgreementClass(SettlementScope.FULL, null),
            new AgreementClass(null, Incompatibility.BOTH),
            new AgreementClass(SettlementScope.FULL, Incompatibility.BOTH))) {
      table.add(
          new BaseRate(
              of,
              CODED,
              all.agreements(),
              all.conflicts(),
              all.ended(),
              all.leftOut(),
              all.years()));
    }
    return table;
  }

  private static BaseRate rate(int agreements, int conflicts, int ended, YearShare... years) {
    return new BaseRate(AgreementClass.ALL, CODED, agreements, conflicts, ended, 0, List.of(years));
  }

  private static Verdict verify(BaseRate rate, List<BaseRate> table, String sha256) {
    return Check.verify(
        new Question.RateTable(table, SHA),
        new Finding.Proved<>(rate, new BaseRates.Tabled(rate, sha256)),
        Budget.unlimited());
  }

  private static final BaseRate RIGHT =
      rate(
          20, 6, 5, new YearShare(1, 18, 9000, 8000, 9500), new YearShare(2, 15, 8000, 7000, 9000));

  @Test
  void aConsistentTableHolds() {
    assertEquals(new Verdict.Holds(), verify(RIGHT, table(RIGHT), SHA));
  }

  @Test
  void anotherTableIsRefused() {
    assertInstanceOf(Verdict.Fails.class, verify(RIGHT, table(RIGHT), "01"));
  }

  @Test
  void aRateThatIsNotInTheTableIsRefused() {
    assertInstanceOf(Verdict.Fails.class, verify(rate(20, 6, 4), table(RIGHT), SHA));
  }

  @Test
  void sharesThatCannotBeAreRefused() {
    for (BaseRate wrong :
        List.of(
            rate(20, 21, 5),
            rate(20, 6, 21),
            rate(20, 0, 5),
            rate(20, 6, 5, new YearShare(2, 18, 9000, 8000, 9500)),
            rate(20, 6, 5, new YearShare(1, 21, 9000, 8000, 9500)),
            rate(20, 6, 5, new YearShare(1, 18, 7000, 8000, 9500)),
            rate(20, 6, 5, new YearShare(1, 18, 9600, 8000, 9500)),
            rate(20, 6, 5, new YearShare(1, 18, 10_001, 8000, 10_001)),
            rate(
                20,
                6,
                5,
                new YearShare(1, 18, 9000, 8000, 9500),
                new YearShare(2, 17, 9100, 7000, 9500)))) {
      assertInstanceOf(Verdict.Fails.class, verify(wrong, table(wrong), SHA), wrong.toString());
    }
  }

  @Test
  void classesThatDoNotAddUpAreRefused() {
    List<UnaryOperator<List<BaseRate>>> changes =
        List.of(
            table -> table.subList(0, 1),
            table -> {
              List<BaseRate> more = new ArrayList<>(table);
              more.add(
                  new BaseRate(
                      new AgreementClass(SettlementScope.PARTIAL, null),
                      CODED,
                      1,
                      1,
                      0,
                      0,
                      List.of()));
              return more;
            },
            table -> {
              List<BaseRate> twice = new ArrayList<>(table);
              twice.add(table.getFirst());
              return twice;
            });
    for (int i = 0; i < changes.size(); i++) {

      assertInstanceOf(
          Verdict.Fails.class, verify(RIGHT, changes.get(i).apply(table(RIGHT)), SHA), "" + i);
    }
  }

  /// A topic has no more agreements than there are, and the stages have no more than the class.
  @Test
  void aPartLargerThanTheWholeIsRefused() {
    for (AgreementClass of :
        List.of(
            new AgreementClass(null, null, null, List.of("SsrGua")),
            new AgreementClass(null, null, AgreementStage.CEASEFIRE, List.of()))) {
      for (int more : new int[] {0, 1}) {
        BaseRate part = new BaseRate(of, CODED, 20 + more, 6, 5, 0, RIGHT.years());
        List<BaseRate> table = new ArrayList<>(table(RIGHT));
        table.add(part);
        boolean isOfTopic = of.stage() == null;
        Verdict verdict = verify(isOfTopic ? part : RIGHT, table, SHA);
        assertEquals(more == 0, verdict.holds(), of + " " + more);
      }
    }
  }

  /// A table has no list of topics, so it cannot say that no agreement has one.
  @Test
  void nothingIsSaidOfTopicsThatTheTableLacks() {
    assertInstanceOf(
        Verdict.Fails.class,
        Check.verify(
            new Question.RateTable(table(RIGHT), SHA),
            new Finding.Impossible<>(
                new BaseRates.NoneCounts(
                    new AgreementClass(null, null, null, List.of("Ce", "StBor")), CODED, 0)),
            Budget.unlimited()));
  }

  @Test
  void noneCountsIfTheTableHasNone() {
    AgreementClass none = new AgreementClass(SettlementScope.PROCESS, null);
    assertEquals(
        new Verdict.Holds(),
        Check.verify(
            new Question.RateTable(table(RIGHT), SHA),
            new Finding.Impossible<>(new BaseRates.NoneCounts(none, CODED, 0)),
            Budget.unlimited()));
    assertInstanceOf(
        Verdict.Fails.class,
        Check.verify(
            new Question.RateTable(table(RIGHT), SHA),
            new Finding.Impossible<>(new BaseRates.NoneCounts(AgreementClass.ALL, CODED, 0)),
            Budget.unlimited()));
  }
}
