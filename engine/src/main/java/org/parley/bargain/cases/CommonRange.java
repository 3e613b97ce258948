package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.model.position.AcceptedRange;
import org.parley.model.text.Amount;
import org.parley.model.text.Quantity;

/// The values of a quantity that no party refuses, or the gap between those that some do.
///
/// @param quantity the quantity
/// @param least the highest of the least values that parties accept
/// @param most the lowest of the largest; below `least` if there is a gap
/// @param askingMore the parties that accept nothing below `least`; empty if nobody draws a line
/// @param askingLess the parties that accept nothing above `most`
public record CommonRange(
    Quantity quantity,
    Amount least,
    Amount most,
    List<Integer> askingMore,
    List<Integer> askingLess) {

  public CommonRange {
    askingMore = List.copyOf(askingMore);
    askingLess = List.copyOf(askingLess);
  }

  /// The range of the parties of a problem; empty if the point is no quantity. Cost: linear in the
  /// parties.
  ///
  /// @param point the index of the point
  public static Optional<CommonRange> of(PackageProblem packages, int point) {
    ValueBands bands = packages.matters().get(point).bands();
    if (bands == null) {
      return Optional.empty();
    }
    Quantity quantity = bands.quantity();
    Amount least = quantity.least();
    Amount most = quantity.most();
    List<Integer> more = new ArrayList<>();
    List<Integer> less = new ArrayList<>();
    for (int party = 0; party < packages.seats().size(); party++) {
      AcceptedRange range = packages.seats().get(party).stakes().get(point).range();
      Amount from = range == null ? null : range.atLeast();
      Amount to = range == null ? null : range.atMost();
      if (from != null && from.compareTo(quantity.least()) > 0) {
        if (from.compareTo(least) > 0) {
          more.clear();
          least = from;
        }
        if (from.equals(least)) {
          more.add(party);
        }
      }
      if (to != null && to.compareTo(quantity.most()) < 0) {
        if (to.compareTo(most) < 0) {
          less.clear();
          most = to;
        }
        if (to.equals(most)) {
          less.add(party);
        }
      }
    }
    return Optional.of(new CommonRange(quantity, least, most, more, less));
  }

  /// Whether no value is accepted by all.
  public boolean isGap() {
    return least.compareTo(most) > 0;
  }

  /// The value in the middle of the range or of the gap; the lower one of two.
  public Amount middle() {
    return quantity.at((quantity.indexOf(least) + quantity.indexOf(most)) / 2);
  }
}
