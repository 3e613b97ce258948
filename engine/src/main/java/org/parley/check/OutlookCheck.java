package org.parley.check;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.AgreementCollection;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.BaseRates;
import org.parley.outlook.CodedTraits;
import org.parley.outlook.Definition;
import org.parley.outlook.SignedAgreement;

/// Computes base rates again from the rows, row by row.
///
/// The share standing is a product over single rows in the order of their days, not over days. For
/// an interval, every resample is written out and sorted. Neither uses a curve.
final class OutlookCheck {

  /// A row that counts: days until its end, or until it was last seen.
  private record Stood(long days, boolean ended, String conflict) {}

  private final List<Stood> rows = new ArrayList<>();
  private int leftOut;

  private OutlookCheck(AgreementCollection collection, AgreementClass of, Definition definition) {
    for (SignedAgreement each : collection.agreements()) {
      boolean isOther =
          (of.scope() != null && of.scope() != each.scope())
              || (of.issue() != null && of.issue() != each.issue())
              || lacksCodes(each, of);
      if (!isOther) {
        stood(collection, each, definition).ifPresentOrElse(rows::add, () -> leftOut++);
      }
    }
    // on one day, ends come before what was still standing
    rows.sort(
        Comparator.comparingLong(Stood::days)
            .thenComparing(each -> !each.ended())
            .thenComparing(Stood::conflict));
  }

  /// Whether it is not coded as the class asks.
  private static boolean lacksCodes(SignedAgreement row, AgreementClass of) {
    CodedTraits coded = row.coded();
    if (coded == null) {
      return of.stage() != null || !of.topics().isEmpty();
    }
    boolean isAtOther = of.stage() != null && of.stage() != coded.stage();
    return isAtOther || of.topics().stream().anyMatch(each -> !coded.topics().contains(each));
  }

  /// Whether nothing in the class counts.
  static Verdict verify(BaseRates.NoneCounts none, AgreementCollection collection) {
    OutlookCheck check = new OutlookCheck(collection, none.of(), none.definition());
    return check.rows.isEmpty() && check.leftOut == none.leftOut()
        ? new Verdict.Holds()
        : Verdict.fails(Flaw.Code.OTHER_RATE, check.rows.size());
  }

  /// Whether the rows give these shares.
  static Verdict verify(BaseRates.Computed computed, AgreementCollection collection) {
    BaseRate rate = computed.rate();
    OutlookCheck check = new OutlookCheck(collection, rate.of(), rate.definition());
    long conflicts = check.rows.stream().map(Stood::conflict).distinct().count();
    long ended = check.rows.stream().filter(Stood::ended).count();
    if (check.rows.isEmpty()
        || rate.agreements() != check.rows.size()
        || rate.leftOut() != check.leftOut
        || rate.conflicts() != conflicts
        || rate.ended() != ended) {
      return Verdict.fails(Flaw.Code.OTHER_RATE, 0);
    }
    List<YearShare> years = new ArrayList<>();
    List<List<Stood>> resamples = check.resamples();
    for (int year = 1; year <= BaseRates.YEARS; year++) {
      check.share(year, resamples).ifPresent(years::add);
    }
    for (int i = 0; i < Math.max(years.size(), rate.years().size()); i++) {
      if (i >= years.size()
          || i >= rate.years().size()
          || !years.get(i).equals(rate.years().get(i))) {
        return Verdict.fails(Flaw.Code.OTHER_RATE, i + 1);
      }
    }
    return new Verdict.Holds();
  }

  private static Optional<Stood> stood(
      AgreementCollection collection, SignedAgreement row, Definition definition) {
    if (definition == Definition.ENDED_AS_CODED) {
      if (!row.ended()) {
        return Optional.of(stood(row, row.signed(), collection.lastDay(), false));
      }
      return Optional.ofNullable(row.endedOn()).map(end -> stood(row, row.signed(), end, true));
    }
    List<Integer> fighting = row.fighting();
    int last = collection.lastFightingYear();
    int from = row.signed().getYear();
    if (fighting == null || from > last) {
      return Optional.empty();
    }
    boolean isFromSignature = definition == Definition.FIGHTING_SINCE_SIGNATURE;
    LocalDate begin = row.signed();
    if (!isFromSignature) {
      for (from++; fighting.contains(from); ) {
        from++;
      }
      if (from > last) {
        return Optional.empty();
      }
      begin = LocalDate.of(from, 1, 1);
    }
    for (int year = from + 1; year <= last; year++) {
      if (fighting.contains(year)) {
        return Optional.of(stood(row, begin, LocalDate.of(year, 1, 1), true));
      }
    }
    return Optional.of(stood(row, begin, LocalDate.of(last, 12, 31), false));
  }

  private static Stood stood(SignedAgreement row, LocalDate from, LocalDate until, boolean ended) {
    long days = until.isBefore(from) ? 0 : ChronoUnit.DAYS.between(from, until);
    return new Stood(days, ended, row.conflict());
  }

  private Optional<YearShare> share(int year, List<List<Stood>> resamples) {
    long day = 1461L * year / 4;
    BigInteger part = BigInteger.ONE;
    BigInteger whole = BigInteger.ONE;
    int atRisk = rows.size();
    for (Stood each : rows) {
      if (each.days() <= day) {
        if (each.ended()) {
          part = part.multiply(BigInteger.valueOf(atRisk - 1L));
          whole = whole.multiply(BigInteger.valueOf(atRisk));
        }
        atRisk--;
      }
    }
    double[] shares =
        resamples.stream()
            .mapToDouble(each -> standing(each, day))
            .filter(each -> !Double.isNaN(each))
            .toArray();
    if ((atRisk == 0 && part.signum() != 0 && rows.getLast().days() < day) || shares.length == 0) {
      return Optional.empty();
    }
    Arrays.sort(shares);
    BigInteger twice = part.multiply(BigInteger.valueOf(2L * BaseRate.WHOLE)).add(whole);
    int outside = 100 - BaseRates.PERCENT;
    return Optional.of(
        new YearShare(
            year,
            atRisk,
            twice.divide(whole.shiftLeft(1)).intValueExact(),
            (int) StrictMath.floor(rank(shares, outside) * BaseRate.WHOLE),
            (int) StrictMath.ceil(rank(shares, 200 - outside) * BaseRate.WHOLE)));
  }

  /// The value of the nearest rank of a share in half per cent.
  private static double rank(double[] sorted, int halfPercent) {
    int rank = (int) StrictMath.ceil(halfPercent / 200.0 * sorted.length);
    return sorted[Math.max(0, Math.min(rank, sorted.length) - 1)];
  }

  /// Whole conflicts drawn with replacement, every row written out.
  private List<List<Stood>> resamples() {
    List<List<Stood>> conflicts =
        rows.stream().collect(Collectors.groupingBy(Stood::conflict)).values().stream()
            .sorted(Comparator.comparing(OutlookCheck::key))
            .toList();
    List<List<Stood>> resamples = new ArrayList<>();
    for (int draw = 0; draw < BaseRates.DRAWS; draw++) {
      var random = new SplittableRandom(BaseRates.SEED + draw);
      List<Stood> all = new ArrayList<>();
      for (int i = 0; i < conflicts.size(); i++) {
        all.addAll(conflicts.get(random.nextInt(conflicts.size())));
      }
      all.sort(Comparator.comparingLong(Stood::days));
      resamples.add(all);
    }
    return resamples;
  }

  /// Orders conflicts by their number of rows, then row by row, whatever they are called.
  private static String key(List<Stood> rows) {
    StringBuilder key = new StringBuilder().append(1_000_000 + rows.size());
    for (Stood each : rows) {
      key.append(' ').append(1_000_000_000_000L + each.days()).append(each.ended() ? 'a' : 'b');
    }
    return key.toString();
  }

  private static double standing(List<Stood> sorted, long day) {
    double standing = 1;
    for (int at = 0; at < sorted.size() && sorted.get(at).days() <= day; ) {
      int atRisk = sorted.size() - at;
      int ended = 0;
      long same = sorted.get(at).days();
      for (; at < sorted.size() && sorted.get(at).days() == same; at++) {
        ended += sorted.get(at).ended() ? 1 : 0;
      }
      standing *= (double) (atRisk - ended) / atRisk;
    }
    return sorted.getLast().days() < day && standing > 0 ? Double.NaN : standing;
  }
}
