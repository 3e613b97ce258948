package org.parley.bargain.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongBinaryOperator;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.InvalidProblem;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.Problem;
import org.parley.bargain.worth.WorthRange;
import org.parley.exact.Rational;

/// A problem whose worths and baselines are known within bounds.
///
/// Joint worths are exact. All but worths and baselines comes from the frame.
///
/// @param frame parties, points, linkages, joint worths, red lines, signing
/// @param ranges by party, in the order of the frame
public record UncertainProblem(Problem frame, List<Ranges> ranges) {

  /// The ranges of one party's worths.
  ///
  /// @param worths by point and option
  /// @param baseline null if there is none
  public record Ranges(List<List<WorthRange>> worths, @Nullable WorthRange baseline) {
    public Ranges {
      worths = worths.stream().map(List::copyOf).toList();
    }

    /// Ranges of no width.
    public static Ranges of(Problem.Party party) {
      return new Ranges(
          party.worths().stream().map(row -> row.stream().map(WorthRange::of).toList()).toList(),
          party.baseline() == null ? null : WorthRange.of(party.baseline()));
    }
  }

  /// Checks that there is a range for each worth.
  ///
  /// @throws InvalidProblemException if sizes differ, or the ends of the ranges are too large
  public UncertainProblem {
    ranges = List.copyOf(ranges);
    if (ranges.size() != frame.parties().size()) {
      throw new InvalidProblemException(
          List.of(new InvalidProblem.RangesOfOtherParties(ranges.size(), frame.parties().size())));
    }
    // The checks of a problem are those of its ends.
    with(frame, ranges, WorthRange::low, WorthRange::high);
    with(frame, ranges, WorthRange::high, WorthRange::low);
  }

  /// A problem with ranges of no width.
  public static UncertainProblem certain(Problem problem) {
    return new UncertainProblem(problem, problem.parties().stream().map(Ranges::of).toList());
  }

  /// Every worth at its least and every baseline at its most. Packages acceptable here are
  /// acceptable for every worth in the ranges.
  public Problem worst() {
    return with(frame, ranges, WorthRange::low, WorthRange::high);
  }

  /// Every worth at its most and every baseline at its least. Packages not acceptable here are
  /// acceptable for no worth in the ranges.
  public Problem best() {
    return with(frame, ranges, WorthRange::high, WorthRange::low);
  }

  /// Every worth and baseline in the middle of its range, halves rounded up.
  public Problem middle() {
    return with(frame, ranges, WorthRange::middle, WorthRange::middle);
  }

  /// Every worth at a share of its range from below, every baseline from above, rounded against the
  /// parties.
  ///
  /// @param share 0 for [#worst], 1 for [#best]
  public Problem at(Rational share) {
    return with(
        frame,
        ranges,
        range -> range.low() + part(range, share),
        range -> range.high() - part(range, share));
  }

  private static long part(WorthRange range, Rational share) {
    Rational width = Rational.of(Math.subtractExact(range.high(), range.low()));
    Rational part = width.times(share);
    return part.numerator().divide(part.denominator()).longValueExact();
  }

  /// The problem of one seed: each worth and baseline drawn uniformly from the integers of its
  /// range, independent of the others.
  public Problem drawn(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LongBinaryOperator draw =
        (low, high) -> low == high ? low : random.nextLong(low, Math.addExact(high, 1));
    ToLongFunction<WorthRange> each = range -> draw.applyAsLong(range.low(), range.high());
    return with(frame, ranges, each, each);
  }

  private static Problem with(
      Problem frame,
      List<Ranges> ranges,
      ToLongFunction<WorthRange> worth,
      ToLongFunction<WorthRange> baseline) {
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < ranges.size(); party++) {
      Ranges known = ranges.get(party);
      List<List<Long>> rows = new ArrayList<>();
      for (List<WorthRange> row : known.worths()) {
        List<Long> worths = new ArrayList<>();
        row.forEach(range -> worths.add(worth.applyAsLong(range)));
        rows.add(worths);
      }
      Problem.Party one = frame.parties().get(party);
      Long floor = known.baseline() == null ? null : baseline.applyAsLong(known.baseline());
      parties.add(
          new Problem.Party(one.id(), rows, one.redLines(), one.contingencies(), floor, one.cap()));
    }
    return frame.withParties(parties);
  }
}
