package org.parley.guarantees.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.PledgedSum;

/// The money pledged: sums by currency and year, and the share of each party.
///
/// Nothing is converted between currencies. A sum of a range is a range; a share is the interval of
/// all shares within these ranges, exact. A pledge whose claims were all superseded or retracted
/// does not count; one with a contradicted claim counts, and is disputed. Cost: linear in claims
/// and sums, apart from sorting.
public final class MoneyBurden {

  /// The pledges in one currency and year.
  ///
  /// @param year the year; null for sums of no stated year, and for the whole
  /// @param isWhole whether it adds up all years
  /// @param least the least sum
  /// @param most the greatest
  /// @param lines the parties, the largest first
  public record MoneyGroup(
      String currency,
      @Nullable Integer year,
      boolean isWhole,
      long least,
      long most,
      List<MoneyLine> lines) {
    public MoneyGroup {
      lines = List.copyOf(lines);
    }
  }

  /// The pledges of a party in a group.
  ///
  /// @param leastShare its least share of the sum
  /// @param mostShare its greatest share
  /// @param isDisputed whether a pledge in it is disputed
  public record MoneyLine(
      PartyId contributor,
      long least,
      long most,
      Rational leastShare,
      Rational mostShare,
      boolean isDisputed) {}

  private record Key(String currency, @Nullable Integer year, boolean isWhole) {}

  private record Amount(long least, long most, boolean isDisputed) {

    Amount plus(Amount other) {
      return new Amount(
          Math.addExact(least, other.least),
          Math.addExact(most, other.most),
          isDisputed || other.isDisputed);
    }
  }

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::currency)
          .thenComparing(Key::isWhole)
          .thenComparing(Key::year, Comparator.nullsLast(Comparator.naturalOrder()));

  private MoneyBurden() {}

  /// The pledges of money on record by a day, by currency and year; with several years, also as a
  /// whole.
  ///
  /// @param without parties that pledge nothing
  public static List<MoneyGroup> of(CaseView view, AsOf asOf, Set<PartyId> without) {
    List<Claim> said = view.claims().stream().filter(asOf::covers).toList();
    Set<ClaimId> gone = new HashSet<>();
    for (Claim each : said) {
      gone.addAll(each.supersedes());
      gone.addAll(each.retracts());
    }
    Set<ClaimId> contradicted = new HashSet<>();
    for (Claim each : said) {
      if (!gone.contains(each.id())) {
        contradicted.addAll(each.contradicts());
      }
    }
    Map<Key, Map<PartyId, Amount>> groups = new TreeMap<>(ORDER);
    for (Contribution each : view.contributions()) {
      boolean stands =
          asOf.covers(each, view) && (each.claims().isEmpty() || !gone.containsAll(each.claims()));
      if (stands && !without.contains(each.contributor())) {
        boolean isDisputed = each.claims().stream().anyMatch(contradicted::contains);
        for (PledgedSum sum : each.sums()) {
          Amount amount = new Amount(sum.least(), sum.mostOrLeast(), isDisputed);
          add(groups, new Key(sum.currency(), sum.year(), false), each.contributor(), amount);
          add(groups, new Key(sum.currency(), null, true), each.contributor(), amount);
        }
      }
    }
    List<MoneyGroup> all = new ArrayList<>();
    groups.forEach(
        (key, amounts) -> {
          long years =
              groups.keySet().stream()
                  .filter(each -> !each.isWhole() && each.currency().equals(key.currency()))
                  .count();
          if (!key.isWhole() || years > 1) {
            all.add(group(key, amounts));
          }
        });
    return List.copyOf(all);
  }

  private static void add(
      Map<Key, Map<PartyId, Amount>> groups, Key key, PartyId party, Amount amount) {
    groups.computeIfAbsent(key, _ -> new TreeMap<>()).merge(party, amount, Amount::plus);
  }

  private static MoneyGroup group(Key key, Map<PartyId, Amount> amounts) {
    Amount sum = amounts.values().stream().reduce(new Amount(0, 0, false), Amount::plus);
    List<MoneyLine> lines = new ArrayList<>();
    amounts.forEach(
        (party, own) ->
            lines.add(
                new MoneyLine(
                    party,
                    own.least(),
                    own.most(),
                    share(own.least(), sum.most() - own.most()),
                    share(own.most(), sum.least() - own.least()),
                    own.isDisputed())));
    lines.sort(
        Comparator.comparingLong(MoneyLine::most)
            .thenComparingLong(MoneyLine::least)
            .reversed()
            .thenComparing(MoneyLine::contributor));
    return new MoneyGroup(
        key.currency(), key.year(), key.isWhole(), sum.least(), sum.most(), lines);
  }

  private static Rational share(long own, long others) {
    return own == 0 ? Rational.ZERO : Rational.of(own, Math.addExact(own, others));
  }
}
