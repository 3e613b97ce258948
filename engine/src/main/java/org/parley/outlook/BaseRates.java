package org.parley.outlook;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.SurvivalIntervals.ShareInterval;

/// How many agreements of a class still stood after so many years.
///
/// Shares are those of Kaplan and Meier, intervals those of whole conflicts drawn with replacement.
/// Cost: draws times agreements.
public final class BaseRates {

  /// The last year asked about.
  public static final int YEARS = 10;

  /// The share of draws inside an interval.
  public static final int PERCENT = 95;

  /// The resamples of each interval.
  public static final int DRAWS = 2_000;

  /// The seed of the first resample.
  public static final long SEED = 1;

  private BaseRates() {}

  /// States the shares, which the rows give again.
  public record Computed(BaseRate rate) implements Certificate.OfAnswer {}

  /// States the shares that stand in a table, which somebody computed from the rows before.
  ///
  /// @param sha256 that of the text of the table, in lower case
  public record Tabled(BaseRate rate, String sha256) implements Certificate.OfAnswer {}

  /// States that no agreement of a class counts.
  ///
  /// @param leftOut how many of the class do not count
  public record NoneCounts(AgreementClass of, Definition definition, int leftOut)
      implements Certificate.OfNone {}

  /// Years in days, of 365.25 each, rounded down.
  public static long days(int years) {
    return years * 1461L / 4;
  }

  /// The shares of a class, by a definition.
  public static Finding<BaseRate> find(
      AgreementCollection collection, AgreementClass of, Definition definition) {
    List<Spell> spells = new ArrayList<>();
    int leftOut = 0;
    for (SignedAgreement each : collection.agreements()) {
      if (of.has(each)) {
        Spell spell = spell(collection, each, definition);
        if (spell == null) {
          leftOut++;
        } else {
          spells.add(spell);
        }
      }
    }
    if (spells.isEmpty()) {
      return new Finding.Impossible<>(new NoneCounts(of, definition, leftOut));
    }
    SurvivalCurve curve = SurvivalCurve.of(spells);
    long[] days = new long[YEARS];
    for (int year = 1; year <= YEARS; year++) {
      days[year - 1] = days(year);
    }
    List<Optional<ShareInterval>> intervals =
        SurvivalIntervals.of(spells).at(days, PERCENT, DRAWS, SEED);
    List<YearShare> years = new ArrayList<>();
    for (int year = 1; year <= YEARS; year++) {
      Optional<Rational> standing = curve.at(days(year));
      Optional<ShareInterval> interval = intervals.get(year - 1);
      if (standing.isPresent() && interval.isPresent()) {
        years.add(share(year, spells, standing.get(), interval.get()));
      }
    }
    BaseRate rate =
        new BaseRate(
            of, definition, spells.size(), curve.clusters(), curve.ended(), leftOut, years);
    return new Finding.Proved<>(rate, new Computed(rate));
  }

  private static YearShare share(
      int year, List<Spell> spells, Rational standing, ShareInterval interval) {
    int seen = (int) spells.stream().filter(each -> each.days() > days(year)).count();
    BigInteger rounded = standing.times(Rational.of(BaseRate.WHOLE)).rounded();
    return new YearShare(
        year,
        seen,
        rounded.intValueExact(),
        (int) StrictMath.floor(interval.least() * BaseRate.WHOLE),
        (int) StrictMath.ceil(interval.most() * BaseRate.WHOLE));
  }

  /// How long an agreement stood; null if it does not count.
  private static @Nullable Spell spell(
      AgreementCollection collection, SignedAgreement agreement, Definition definition) {
    return switch (definition) {
      case ENDED_AS_CODED -> asCoded(collection, agreement);
      case FIGHTING_SINCE_SIGNATURE ->
          untilFighting(collection, agreement, agreement.signed(), agreement.signed().getYear());
      case FIGHTING_AFTER_QUIET_YEAR -> {
        List<Integer> fighting = agreement.fighting();
        if (fighting == null) {
          yield null;
        }
        int quiet = agreement.signed().getYear() + 1;
        while (fighting.contains(quiet)) {
          quiet++;
        }
        yield untilFighting(collection, agreement, LocalDate.of(quiet, 1, 1), quiet);
      }
    };
  }

  private static @Nullable Spell asCoded(
      AgreementCollection collection, SignedAgreement agreement) {
    LocalDate until = agreement.ended() ? agreement.endedOn() : collection.lastDay();
    return until == null ? null : spell(agreement, agreement.signed(), until, agreement.ended());
  }

  /// From a day to 1 January of the first year with fighting after a year.
  private static @Nullable Spell untilFighting(
      AgreementCollection collection, SignedAgreement agreement, LocalDate from, int after) {
    List<Integer> fighting = agreement.fighting();
    if (fighting == null || from.getYear() > collection.lastFightingYear()) {
      return null;
    }
    Optional<Integer> next = fighting.stream().filter(year -> year > after).findFirst();
    return next.map(year -> spell(agreement, from, LocalDate.of(year, 1, 1), true))
        .orElseGet(
            () ->
                spell(agreement, from, LocalDate.of(collection.lastFightingYear(), 12, 31), false));
  }

  private static Spell spell(
      SignedAgreement agreement, LocalDate from, LocalDate until, boolean ended) {
    return new Spell(
        Math.max(0, ChronoUnit.DAYS.between(from, until)), ended, agreement.conflict());
  }
}
