package org.parley.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.BaseRates;
import org.parley.outlook.Definition;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementStage;

/// Checks a share against the table it stands in, where there are no rows.
///
/// The table is the one that the certificate names. Its shares never rise and lie in their
/// intervals, and its classes add up. That the rows give these shares cannot be seen here;
/// [OutlookCheck] sees it.
final class RateTableCheck {

  private RateTableCheck() {}

  /// Whether the table has this rate, and whether it can be one.
  static Verdict verify(BaseRates.Tabled stated, Question.RateTable table) {
    if (!stated.sha256().equals(table.sha256())) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    BaseRate rate = stated.rate();
    if (!find(table, rate.of(), rate.definition()).equals(Optional.of(rate))) {
      return Verdict.fails(Flaw.Code.OTHER_RATE, 0);
    }
    int flaw = flaw(rate);
    return flaw >= 0 || !addsUp(table, rate)
        ? Verdict.fails(Flaw.Code.OTHER_RATE, Math.max(flaw, 0))
        : new Verdict.Holds();
  }

  /// Whether the table has nothing of a class, and no wider class says otherwise.
  static Verdict verify(BaseRates.NoneCounts none, Question.RateTable table) {
    return none.of().topics().isEmpty()
            && find(table, none.of(), none.definition()).isEmpty()
            && none.leftOut() == 0
        ? new Verdict.Holds()
        : Verdict.fails(Flaw.Code.OTHER_RATE, 0);
  }

  /// The rate of a class; empty too if there are two.
  private static Optional<BaseRate> find(
      Question.RateTable table, AgreementClass of, Definition definition) {
    List<BaseRate> found =
        table.rates().stream()
            .filter(each -> each.of().equals(of) && each.definition() == definition)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The first year that cannot be, 0 for the counts; -1 if all can.
  private static int flaw(BaseRate rate) {
    if (rate.agreements() < 1
        || rate.conflicts() < 1
        || rate.conflicts() > rate.agreements()
        || rate.ended() < 0
        || rate.ended() > rate.agreements()
        || rate.leftOut() < 0
        || rate.years().size() > BaseRates.YEARS) {
      return 0;
    }
    // ends of intervals may rise: resamples in which nothing was seen as long drop out
    YearShare before =
        new YearShare(0, rate.agreements(), BaseRate.WHOLE, BaseRate.WHOLE, BaseRate.WHOLE);
    for (YearShare each : rate.years()) {
      if (each.year() != before.year() + 1
          || each.seen() < 0
          || each.seen() > before.seen()
          || each.standing() > before.standing()
          || each.least() < 0
          || each.least() > each.standing()
          || each.standing() > each.most()
          || each.most() > BaseRate.WHOLE) {
        return each.year();
      }
      before = each;
    }
    return -1;
  }

  /// Whether the parts of a class, by scope and by issue, are as many as the class.
  private static boolean addsUp(Question.RateTable table, BaseRate rate) {
    if (!rate.of().topics().isEmpty()) {
      return isPart(table, rate);
    }
    SettlementScope scope = rate.of().scope();
    Incompatibility issue = rate.of().issue();
    return isStaged(table, rate)
        && (scope != null
            || sums(
                table,
                rate,
                Arrays.stream(SettlementScope.values()).map(rate.of()::withScope).toList()))
        && (issue != null
            || sums(
                table,
                rate,
                Arrays.stream(Incompatibility.values()).map(rate.of()::withIssue).toList()));
  }

  /// Whether the class of a topic is no larger than that of all.
  private static boolean isPart(Question.RateTable table, BaseRate rate) {
    return find(table, AgreementClass.ALL, rate.definition())
        .filter(all -> rate.agreements() <= all.agreements() && rate.ended() <= all.ended())
        .isPresent();
  }

  /// Whether the stages of a class are no more than the class: not every agreement has a stage.
  private static boolean isStaged(Question.RateTable table, BaseRate rate) {
    List<AgreementClass> stages =
        Arrays.stream(AgreementStage.values())
            .map(each -> new AgreementClass(rate.of().scope(), rate.of().issue(), each, List.of()))
            .toList();
    return rate.of().stage() != null
        || (sum(table, rate, stages, BaseRate::agreements) <= rate.agreements()
            && sum(table, rate, stages, BaseRate::ended) <= rate.ended());
  }

  private static boolean sums(Question.RateTable table, BaseRate rate, List<AgreementClass> parts) {
    return sum(table, rate, parts, BaseRate::agreements) == rate.agreements()
        && sum(table, rate, parts, BaseRate::ended) == rate.ended();
  }

  private static int sum(
      Question.RateTable table,
      BaseRate rate,
      List<AgreementClass> parts,
      ToIntFunction<BaseRate> count) {
    int sum = 0;
    for (AgreementClass part : parts) {
      @Nullable BaseRate found = find(table, part, rate.definition()).orElse(null);
      sum += found == null ? 0 : count.applyAsInt(found);
    }
    return sum;
  }
}
