package org.parley.answer.memo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;
import org.parley.guarantees.coverage.MoneyBurden.MoneyGroup;
import org.parley.guarantees.coverage.MoneyBurden.MoneyLine;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.indicator.Observation;
import org.parley.model.party.Party;
import org.parley.outlook.eventstudy.CaseStudy;
import org.parley.outlook.support.DonorChange;
import org.parley.outlook.support.DonorShares;
import org.parley.outlook.support.MoneyUnit;
import org.parley.wording.ForeignText;

/// A series of support by donor: sums, shares, how uneven, what changed, and pledges beside it.
///
/// Amounts and shares are exact: whole numbers or fractions.
///
/// @param first the first day of its values; absent if none was known
/// @param last the last day of its values; absent likewise
/// @param half the fewest donors who gave at least half; 0 if no shares are stated
/// @param concentration the sum of the squares of the shares; absent if no shares are stated
/// @param donors the donors, the largest sum first
/// @param years the same by calendar year
/// @param periods the same by period of the series, each by its last day
/// @param change the last twelve months beside the twelve before; absent for a shorter series
/// @param pledges the pledges in its currency beside its values
public record DonorSeries(
    IndicatorId indicator,
    String title,
    String unit,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    Rational total,
    int half,
    @Nullable Rational concentration,
    List<DonorLine> donors,
    List<DonorYear> years,
    List<DonorPeriod> periods,
    @Nullable DonorTwelveMonths change,
    List<PledgeBeside> pledges) {

  public DonorSeries {
    donors = List.copyOf(donors);
    years = List.copyOf(years);
    periods = List.copyOf(periods);
    pledges = List.copyOf(pledges);
  }

  /// A donor.
  ///
  /// @param share its share; absent if none is stated
  public record DonorLine(String donor, Rational amount, @Nullable Rational share) {}

  /// A calendar year.
  public record DonorYear(int year, Rational total, List<DonorLine> donors) {}

  /// A period.
  ///
  /// @param until its last day
  public record DonorPeriod(LocalDate until, Rational total, List<DonorLine> donors) {}

  /// The last twelve months beside the twelve before.
  ///
  /// @param moves the difference of each donor, the largest in either direction first
  public record DonorTwelveMonths(
      LocalDate from,
      LocalDate middle,
      LocalDate until,
      Rational before,
      Rational after,
      List<DonorDifference> moves) {}

  /// The difference of a donor.
  public record DonorDifference(String donor, Rational difference) {}

  /// A pledge of a party in a year beside what the series has of it, in whole units of the
  /// currency.
  ///
  /// @param donor the name of the party in the series; absent if no donor has its name
  /// @param given what the series has; absent likewise
  public record PledgeBeside(
      PartyId contributor,
      String currency,
      int year,
      long least,
      long most,
      @Nullable String donor,
      @Nullable Rational given) {}

  /// Every series of support by donor, with what was known.
  public static List<DonorSeries> of(CaseView view, AsOf asOf, List<MoneyGroup> pledged) {
    return view.indicators().stream()
        .filter(each -> each.topic() == Indicator.Topic.SUPPORT && isByDonor(each))
        .map(each -> of(view, each, CaseStudy.known(each, asOf), pledged))
        .toList();
  }

  private static boolean isByDonor(Indicator series) {
    return series.values().names().stream().anyMatch(each -> !each.isEmpty());
  }

  private static DonorSeries of(
      CaseView view, Indicator series, List<Observation> known, List<MoneyGroup> pledged) {
    DonorShares whole = DonorShares.of(known);
    List<DonorYear> years = new ArrayList<>();
    DonorShares.byYear(known)
        .forEach((year, shares) -> years.add(new DonorYear(year, shares.total(), lines(shares))));
    List<DonorPeriod> periods = new ArrayList<>();
    DonorShares.byPeriod(known)
        .forEach(
            (until, shares) -> periods.add(new DonorPeriod(until, shares.total(), lines(shares))));
    return new DonorSeries(
        series.id(),
        series.title().text(),
        series.unit(),
        known.isEmpty() ? null : known.getFirst().date().earliestDay(),
        known.isEmpty() ? null : known.getLast().lastDay(),
        whole.total(),
        whole.half(),
        whole.concentration(),
        lines(whole),
        years,
        periods,
        DonorChange.of(known).map(DonorSeries::change).orElse(null),
        beside(view, series, known, pledged));
  }

  private static List<DonorLine> lines(DonorShares shares) {
    return shares.donors().stream()
        .map(each -> new DonorLine(each.donor(), each.amount(), each.share()))
        .toList();
  }

  private static DonorTwelveMonths change(DonorChange change) {
    return new DonorTwelveMonths(
        change.from(),
        change.middle(),
        change.until(),
        change.before().total(),
        change.after().total(),
        change.moves().stream()
            .map(each -> new DonorDifference(each.donor(), each.difference()))
            .toList());
  }

  private static List<PledgeBeside> beside(
      CaseView view, Indicator series, List<Observation> known, List<MoneyGroup> pledged) {
    MoneyUnit unit = MoneyUnit.find(series.unit()).orElse(null);
    if (unit == null) {
      return List.of();
    }
    List<PledgeBeside> all = new ArrayList<>();
    for (MoneyGroup group : pledged) {
      Integer year = group.year();
      if (year == null || !group.currency().equals(unit.currency())) {
        continue;
      }
      DonorShares ofYear = DonorShares.byYear(known).getOrDefault(year, DonorShares.of(List.of()));
      for (MoneyLine line : group.lines()) {
        String donor = donor(view.get(line.contributor()), series).orElse(null);
        all.add(
            new PledgeBeside(
                line.contributor(),
                group.currency(),
                year,
                line.least(),
                line.most(),
                donor,
                donor == null ? null : unit.inCurrency(ofYear.amount(donor))));
      }
    }
    return all;
  }

  /// The name that a series has for a party: its id, its code or one of its names, in any case.
  private static Optional<String> donor(Party party, Indicator series) {
    var shortName = party.shortName();
    List<String> names =
        Stream.of(
                Stream.of(party.id().value(), String.valueOf(party.iso3166())),
                Stream.of(party.name().text()),
                party.name().others().values().stream(),
                shortName == null ? Stream.<String>of() : Stream.of(shortName.text()),
                shortName == null ? Stream.<String>of() : shortName.others().values().stream())
            .flatMap(each -> each)
            .map(each -> ForeignText.plain(each).toLowerCase(Locale.ROOT))
            .toList();
    return series.values().names().stream()
        .filter(each -> names.contains(each.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
