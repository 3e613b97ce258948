package org.parley.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.HalfFrontier;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// Checks a cover from the frontiers of two halves of the points.
///
/// The frontier of each half is checked first, point by point. Every package is then dominated by a
/// pair of vectors, one of each half. Pairs are looked at in boxes: a vector that matches the upper
/// corner of two boxes, up to the loss, matches all their pairs. Cost: the pairs of boxes, times
/// the nodes a [DominanceTree] looks at.
final class HalvesCheck {

  private final DominanceTree one;
  private final DominanceTree other;
  private final DominanceTree cover;
  private final long[] within;

  /// By party, the least worth of packages that count.
  private final @Nullable Long[] least;

  private final Meter meter;

  private HalvesCheck(
      DominanceTree one,
      DominanceTree other,
      DominanceTree cover,
      long[] within,
      @Nullable Long[] least,
      Meter meter) {
    this.one = one;
    this.other = other;
    this.cover = cover;
    this.within = within;
    this.least = least;
    this.meter = meter;
  }

  /// Verifies a cover whose packages were checked, of a problem without linkages.
  static Verdict verify(
      Problem problem,
      int mask,
      int[] parties,
      List<long[]> vectors,
      List<Long> within,
      List<HalfFrontier> halves,
      Budget budget) {
    List<Integer> points =
        halves.stream().flatMap(each -> each.points().stream()).sorted().toList();
    if (halves.size() != 2
        || within.size() != parties.length
        || !points.equals(IntStream.range(0, problem.points().size()).boxed().toList())) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
    for (HalfFrontier each : halves) {
      Verdict verdict =
          FrontierCheck.frontier(
              half(problem, each.points()), new FrontierCertificate(each.frontier(), mask), budget);
      if (!verdict.holds()) {
        return verdict;
      }
    }
    @Nullable Long[] least = new Long[parties.length];
    for (int at = 0; at < parties.length; at++) {
      Long baseline = problem.parties().get(parties[at]).baseline();
      least[at] = baseline == null ? null : (Long) (baseline + within.get(at));
    }
    Meter meter = new Meter(budget);
    boolean isMatched =
        new HalvesCheck(
                tree(halves.getFirst()),
                tree(halves.getLast()),
                new DominanceTree(vectors),
                within.stream().mapToLong(Long::longValue).toArray(),
                least,
                meter)
            .isMatched();
    return meter.stopped()
        ? PackageCheck.unfinished()
        : isMatched ? new Verdict.Holds() : Verdict.fails(Flaw.Code.PACKAGE_MISSING);
  }

  private static DominanceTree tree(HalfFrontier half) {
    return new DominanceTree(
        IntStream.range(0, half.frontier().size()).mapToObj(half.frontier()::worths).toList());
  }

  /// Some points of the problem alone, without baselines.
  private static Problem half(Problem problem, List<Integer> points) {
    List<Problem.Party> parties = new ArrayList<>();
    for (Problem.Party each : problem.parties()) {
      Set<Choice> redLines = new TreeSet<>();
      for (int at = 0; at < points.size(); at++) {
        for (Choice line : each.redLines()) {
          if (line.point() == points.get(at)) {
            redLines.add(new Choice(at, line.option()));
          }
        }
      }
      parties.add(
          new Problem.Party(
              each.id(), points.stream().map(each.worths()::get).toList(), redLines, null));
    }
    return Problem.of(parties, points.stream().map(problem.points()::get).toList());
  }

  private boolean isMatched() {
    return one.vectors().isEmpty()
        || other.vectors().isEmpty()
        || isMatched(1, 0, one.vectors().size(), 1, 0, other.vectors().size());
  }

  /// Whether all pairs of two nodes are matched: a node, and the range of its vectors, of each.
  private boolean isMatched(int a, int aFrom, int aTo, int b, int bFrom, int bTo) {
    if (isMatched(one.most(a), other.most(b))) {
      return true;
    }
    if (meter.stopped()) {
      return false;
    }
    boolean isLeaf = aTo - aFrom <= DominanceTree.LEAF;
    boolean isOtherLeaf = bTo - bFrom <= DominanceTree.LEAF;
    if (isLeaf && isOtherLeaf) {
      return one.vectors().subList(aFrom, aTo).stream()
          .allMatch(
              left ->
                  other.vectors().subList(bFrom, bTo).stream()
                      .allMatch(right -> isMatched(left, right)));
    }
    if (isOtherLeaf || (!isLeaf && aTo - aFrom >= bTo - bFrom)) {
      int middle = (aFrom + aTo) >>> 1;
      return isMatched(2 * a, aFrom, middle, b, bFrom, bTo)
          && isMatched(2 * a + 1, middle, aTo, b, bFrom, bTo);
    }
    int middle = (bFrom + bTo) >>> 1;
    return isMatched(a, aFrom, aTo, 2 * b, bFrom, middle)
        && isMatched(a, aFrom, aTo, 2 * b + 1, middle, bTo);
  }

  /// Whether no sum up to this one counts, or a vector of the cover matches it.
  private boolean isMatched(long[] left, long[] right) {
    long[] asked = new long[left.length];
    for (int at = 0; at < asked.length; at++) {
      long sum = Math.addExact(left[at], right[at]);
      Long needed = least[at];
      if (needed != null && sum < needed) {
        return true;
      }
      asked[at] = Math.subtractExact(sum, within[at]);
    }
    boolean isCovered = cover.covers(asked);
    return !meter.spend(cover.work()) && isCovered;
  }
}
