package org.parley.outlook.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.parley.exact.Rational;
import org.parley.model.indicator.Observation;

/// The last twelve months of a series beside the twelve before, by donor.
///
/// @param from the first day of the earlier twelve months
/// @param middle the first day of the later
/// @param until the last day of the later
/// @param before the earlier sums
/// @param after the later sums
/// @param moves the difference of each donor, the largest in either direction first
public record DonorChange(
    LocalDate from,
    LocalDate middle,
    LocalDate until,
    DonorShares before,
    DonorShares after,
    List<DonorMove> moves) {

  /// The difference of a donor: later minus earlier.
  public record DonorMove(String donor, Rational difference) {}

  public DonorChange {
    moves = List.copyOf(moves);
  }

  /// The change at the end of some values; empty if they do not reach back two years.
  public static Optional<DonorChange> of(Collection<Observation> values) {
    LocalDate last =
        values.stream().map(Observation::lastDay).max(LocalDate::compareTo).orElse(null);
    LocalDate first =
        values.stream()
            .map(each -> each.date().earliestDay())
            .min(LocalDate::compareTo)
            .orElse(null);
    if (last == null || first == null) {
      return Optional.empty();
    }
    LocalDate end = last.plusDays(1);
    LocalDate middle = end.minusYears(1);
    LocalDate from = end.minusYears(2);
    if (first.isAfter(from)) {
      return Optional.empty();
    }
    DonorShares before = DonorShares.of(between(values, from, middle));
    DonorShares after = DonorShares.of(between(values, middle, end));
    TreeSet<String> donors = new TreeSet<>();
    before.donors().forEach(each -> donors.add(each.donor()));
    after.donors().forEach(each -> donors.add(each.donor()));
    List<DonorMove> moves = new ArrayList<>();
    for (String donor : donors) {
      moves.add(new DonorMove(donor, after.amount(donor).minus(before.amount(donor))));
    }
    moves.sort(
        Comparator.comparing((DonorMove each) -> size(each.difference))
            .reversed()
            .thenComparing(DonorMove::donor));
    return Optional.of(new DonorChange(from, middle, last, before, after, moves));
  }

  private static List<Observation> between(
      Collection<Observation> values, LocalDate from, LocalDate end) {
    return values.stream()
        .filter(each -> !each.date().earliestDay().isBefore(from) && each.lastDay().isBefore(end))
        .toList();
  }

  private static Rational size(Rational difference) {
    return difference.signum() < 0 ? Rational.ZERO.minus(difference) : difference;
  }
}
