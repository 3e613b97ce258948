package org.parley.outlook.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;
import org.parley.model.indicator.Observation;

/// The sums of a series by donor, exact, and the share of each.
///
/// There are no shares where a sum is below zero, as after a correction, or where nothing was
/// given. A share of such a whole says nothing.
///
/// @param total the sum of all
/// @param donors the donors, the largest sum first, then by name
/// @param concentration the Herfindahl index: the sum of the squares of the shares, 1 for a single
///   donor; null without shares
/// @param half the fewest donors who gave at least half; 0 without shares
public record DonorShares(
    Rational total, List<DonorSum> donors, @Nullable Rational concentration, int half) {

  /// The sum of a donor.
  ///
  /// @param share its share of the total; null if there are no shares
  public record DonorSum(String donor, Rational amount, @Nullable Rational share) {}

  private static final Comparator<DonorSum> LARGEST_FIRST =
      Comparator.comparing(DonorSum::amount).reversed().thenComparing(DonorSum::donor);

  public DonorShares {
    donors = List.copyOf(donors);
  }

  /// The sums of some values.
  public static DonorShares of(Collection<Observation> values) {
    Map<String, Rational> sums = new TreeMap<>();
    for (Observation each : values) {
      sums.merge(each.of(), amount(each), Rational::plus);
    }
    Rational total = sums.values().stream().reduce(Rational.ZERO, Rational::plus);
    boolean hasShares =
        total.signum() > 0 && sums.values().stream().allMatch(each -> each.signum() >= 0);
    List<DonorSum> donors = new ArrayList<>();
    sums.forEach(
        (donor, sum) ->
            donors.add(new DonorSum(donor, sum, hasShares ? sum.dividedBy(total) : null)));
    donors.sort(LARGEST_FIRST);
    if (!hasShares) {
      return new DonorShares(total, donors, null, 0);
    }
    Rational concentration = Rational.ZERO;
    Rational given = Rational.ZERO;
    int half = 0;
    for (DonorSum each : donors) {
      Rational share = each.amount.dividedBy(total);
      concentration = concentration.plus(share.times(share));
      if (given.plus(given).compareTo(total) < 0) {
        given = given.plus(each.amount);
        half++;
      }
    }
    return new DonorShares(total, donors, concentration, half);
  }

  /// The sums of each calendar year.
  public static TreeMap<Integer, DonorShares> byYear(Collection<Observation> values) {
    return grouped(values, each -> each.lastDay().getYear());
  }

  /// The sums of each period of the series, by its last day.
  public static TreeMap<LocalDate, DonorShares> byPeriod(Collection<Observation> values) {
    return grouped(values, Observation::lastDay);
  }

  private static <K extends Comparable<? super K>> TreeMap<K, DonorShares> grouped(
      Collection<Observation> values, Function<Observation, K> by) {
    TreeMap<K, List<Observation>> groups = new TreeMap<>();
    values.forEach(
        each -> groups.computeIfAbsent(by.apply(each), _ -> new ArrayList<>()).add(each));
    TreeMap<K, DonorShares> shares = new TreeMap<>();
    groups.forEach((key, group) -> shares.put(key, of(group)));
    return shares;
  }

  /// The sum of a donor; zero if it gave nothing.
  public Rational amount(String donor) {
    return donors.stream()
        .filter(each -> each.donor.equals(donor))
        .map(DonorSum::amount)
        .findFirst()
        .orElse(Rational.ZERO);
  }

  private static Rational amount(Observation value) {
    return Rational.parse(value.value().said());
  }
}
