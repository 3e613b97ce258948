package org.parley.bargain.cases;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Worth;
import org.parley.model.position.WorthCurve;
import org.parley.model.text.Amount;
import org.parley.model.text.Quantity;

/// The worth of every value of a quantity to one party, in exact fractions, then in whole points.
///
/// Worths are rounded as those of graded options are. Between two turning points of its curve a
/// worth only rises or only falls, so neighbours are alike wherever the ends are. Cost: the number
/// of different worths times the logarithm of the number of values.
final class QuantityWorths {

  private final Quantity quantity;
  private final AcceptedRange range;

  QuantityWorths(Quantity quantity, AcceptedRange range) {
    this.quantity = quantity;
    this.range = range;
  }

  private long last() {
    return quantity.indexOf(quantity.most());
  }

  /// Whether its worths are written in points, not as shares of a weight.
  boolean isWritten() {
    return range.worth() instanceof WorthCurve.Through;
  }

  /// The share of the weight of the value at a place, if it is not written in points.
  Rational share(long index) {
    return switch (range.worth()) {
      case null -> Rational.ZERO;
      case WorthCurve.Rises _ -> Rational.of(index, last());
      case WorthCurve.Falls _ -> Rational.of(last() - index, last());
      case WorthCurve.Peaks(Amount at) -> {
        long peak = quantity.indexOf(at);
        yield index == peak
            ? Rational.ONE
            : index < peak ? Rational.of(index, peak) : Rational.of(last() - index, last() - peak);
      }
      case WorthCurve.Through _ ->
          throw new IllegalStateException("worths in points have no shares");
    };
  }

  /// The worth of the value at a place.
  ///
  /// @param weight the weight of the point; not used if worths are written
  Worth worth(long index, Worth weight) {
    return range.worth() instanceof WorthCurve.Through(Map<Amount, Worth> points)
        ? written(index, points)
        : StakeReader.part(share(index), weight.least(), weight.most());
  }

  private Worth written(long index, Map<Amount, Worth> points) {
    TreeMap<Long, Worth> at = new TreeMap<>();
    points.forEach((value, worth) -> at.put(quantity.indexOf(value), worth));
    Map.Entry<Long, Worth> before = at.floorEntry(index);
    Map.Entry<Long, Worth> after = at.ceilingEntry(index);
    if (before == null || after == null) {
      return before == null ? at.firstEntry().getValue() : before.getValue();
    }
    if (before.getKey().equals(after.getKey())) {
      return before.getValue();
    }
    Rational way = Rational.of(index - before.getKey(), after.getKey() - before.getKey());
    Worth from = before.getValue();
    Worth to = after.getValue();
    long least = between(way, from.least(), to.least());
    long most = between(way, from.most(), to.most());
    return least == most ? Worth.exactly(least) : new Worth(least + ".." + most);
  }

  private static long between(Rational way, long from, long to) {
    return Rational.of(from)
        .plus(Rational.of(Math.subtractExact(to, from)).times(way))
        .rounded()
        .longValueExact();
  }

  /// Whether the value at a place is beyond the red lines.
  boolean isRefused(long index) {
    return index < from() || index > to();
  }

  /// The place of the first value that is accepted.
  long from() {
    Amount least = range.atLeast();
    return least == null ? 0 : quantity.indexOf(least);
  }

  /// The place of the last value that is accepted.
  long to() {
    Amount most = range.atMost();
    return most == null ? last() : quantity.indexOf(most);
  }

  /// The places at which something changes for the party, without the first of all.
  ///
  /// @param most the most places that are sought; one more is returned if there are more
  SortedSet<Long> cuts(Worth weight, int most) {
    SortedSet<Long> cuts = cuts(index -> worth(index, weight), most);
    addRedLines(cuts);
    return cuts;
  }

  private void addRedLines(SortedSet<Long> cuts) {
    if (from() > 0) {
      cuts.add(from());
    }
    if (to() < last()) {
      cuts.add(to() + 1);
    }
  }

  /// The places at which the share of another weight changes.
  SortedSet<Long> cutsOf(long weight, int most) {
    return isWritten()
        ? new TreeSet<>()
        : cuts(index -> StakeReader.part(share(index), weight, weight), most);
  }

  private SortedSet<Long> cuts(LongFunction<Worth> worth, int most) {
    SortedSet<Long> turns = new TreeSet<>();
    turns.add(0L);
    turns.add(last());
    switch (range.worth()) {
      case null -> {}
      case WorthCurve.Rises _, WorthCurve.Falls _ -> {}
      case WorthCurve.Peaks(Amount at) -> turns.add(quantity.indexOf(at));
      case WorthCurve.Through(Map<Amount, Worth> points) ->
          points.keySet().forEach(at -> turns.add(quantity.indexOf(at)));
    }
    SortedSet<Long> cuts = new TreeSet<>();
    Long before = null;
    for (long turn : turns) {
      if (before != null) {
        cut(worth, before, worth.apply(before), turn, worth.apply(turn), cuts, most);
      }
      before = turn;
    }
    return cuts;
  }

  private static void cut(
      LongFunction<Worth> worth,
      long low,
      Worth atLow,
      long high,
      Worth atHigh,
      SortedSet<Long> cuts,
      int most) {
    if (atLow.equals(atHigh) || cuts.size() > most) {
      return;
    }
    if (high == low + 1) {
      cuts.add(high);
      return;
    }
    long middle = (low + high) >>> 1;
    Worth atMiddle = worth.apply(middle);
    cut(worth, low, atLow, middle, atMiddle, cuts, most);
    cut(worth, middle, atMiddle, high, atHigh, cuts, most);
  }

  /// The distance of its smallest written worth from its largest.
  long span() {
    SortedSet<Long> places = cuts(index -> worth(index, Worth.exactly(0)), Integer.MAX_VALUE);
    places.add(0L);
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (long place : places) {
      long middle = StakeReader.middle(worth(place, Worth.exactly(0)));
      least = Math.min(least, middle);
      most = Math.max(most, middle);
    }
    return Math.subtractExact(most, least);
  }

  static @Nullable QuantityWorths of(@Nullable Quantity quantity, @Nullable AcceptedRange range) {
    return quantity == null || range == null ? null : new QuantityWorths(quantity, range);
  }
}
