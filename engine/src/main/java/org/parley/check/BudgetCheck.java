package org.parley.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.BudgetLayers;
import org.parley.exact.Meter;

/// Checks that no package within budgets lies beyond a frontier, from the vectors kept point by
/// point.
///
/// Each vector kept before a point, moved by any option, must be one of these:
/// - forbidden by a linkage, or out of reach of a baseline or a budget,
/// - matched by one kept after the point, with the same linkages open ([TiedPoints]), which every
///   rest that it may take suits as well,
/// - bounded by a vector of the frontier ([RestWorth]).
///
/// Then every acceptable package is matched by the frontier, by induction over the points. Cost:
/// the vectors, times the options, times what a [DominanceTree] looks at.
final class BudgetCheck {

  /// The vectors kept with the same linkages open.
  private static final class Group {
    private final Set<List<Long>> same = new HashSet<>();
    private final DominanceTree tree;

    Group(List<long[]> vectors) {
      vectors.forEach(each -> same.add(boxed(each)));
      tree = new DominanceTree(vectors);
    }
  }

  /// By place of the point, the options that may be chosen.
  private final List<List<Integer>> options;

  /// By place and index of the option, what it adds to each lane without joint worths.
  private final List<long[][]> lanes;

  private final TiedPoints tied;
  private final TiedPoints.Reach reach;
  private final long[] floors;
  private final boolean[] hasFloor;
  private final int signers;
  private final List<long[]> vectors;
  private final DominanceTree frontier;
  private final Meter meter;

  /// The most and the least of the rest, linkages aside.
  private final long[] best;

  private final long[] least;
  private final List<RestWorth> rests = new ArrayList<>();

  private BudgetCheck(
      Problem problem,
      int[] parties,
      List<PackageConstraint.Budget> bounds,
      List<Integer> points,
      List<long[]> vectors,
      Meter meter) {
    signers = parties.length;
    this.vectors = vectors;
    this.meter = meter;
    frontier = new DominanceTree(vectors);
    int size = signers + bounds.size();
    tied = new TiedPoints(problem, parties, points, size);
    options =
        IntStream.range(0, points.size())
            .mapToObj(
                at ->
                    FrontierCheck.open(problem, parties, points.get(at)).stream()
                        .filter(option -> !tied.isForbidden(at, option))
                        .toList())
            .toList();
    lanes =
        IntStream.range(0, points.size())
            .mapToObj(at -> lanes(problem, parties, bounds, points.get(at), options.get(at)))
            .toList();
    reach = new TiedPoints.Reach(tied, options, lanes);
    floors = new long[size];
    hasFloor = new boolean[size];
    best = new long[size];
    least = new long[size];
    for (int lane = 0; lane < size; lane++) {
      Long floor =
          lane < signers
              ? problem.parties().get(parties[lane]).baseline()
              : (Long) floor(bounds.get(lane - signers));
      hasFloor[lane] = floor != null;
      floors[lane] = floor == null ? 0 : floor;
    }
    List<long[][]> raised =
        IntStream.range(0, lanes.size()).mapToObj(at -> raised(at, lanes.get(at))).toList();
    for (int budget = signers; budget < size; budget++) {
      for (int signer = 0; signer < signers; signer++) {
        rests.add(new RestWorth(raised, signer, budget));
      }
    }
  }

  /// Verifies the layers of a frontier whose packages were checked.
  static Verdict verify(
      Problem problem, int[] parties, List<long[]> vectors, BudgetLayers layers, Meter meter) {
    int points = problem.points().size();
    int mask = Arrays.stream(parties).map(each -> 1 << each).sum();
    List<PackageConstraint.Budget> bounds = new ArrayList<>();
    for (PackageConstraint each : problem.constraints(mask)) {
      if (each instanceof PackageConstraint.Budget budget) {
        bounds.addAll(bounds(budget));
      }
    }
    if (bounds.isEmpty() || problem.isCapped()) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    if (!layers.points().stream()
            .sorted()
            .toList()
            .equals(IntStream.range(0, points).boxed().toList())
        || layers.kept().size() != points - 1) {
      return Verdict.fails(Flaw.Code.ORDER_OF_POINTS);
    }
    return new BudgetCheck(problem, parties, bounds, layers.points(), vectors, meter)
        .layers(layers.kept());
  }

  /// The bounds of a budget, each alone, the upper one first.
  private static List<PackageConstraint.Budget> bounds(PackageConstraint.Budget budget) {
    List<PackageConstraint.Budget> bounds = new ArrayList<>();
    if (budget.most() != null) {
      bounds.add(new PackageConstraint.Budget("most", budget.amounts(), null, budget.most()));
    }
    if (budget.least() != null) {
      bounds.add(new PackageConstraint.Budget("least", budget.amounts(), budget.least(), null));
    }
    return bounds;
  }

  private static long floor(PackageConstraint.Budget budget) {
    Long most = budget.most();
    Long bound = most == null ? budget.least() : most;
    return bound == null ? 0 : most == null ? bound : Math.negateExact(bound);
  }

  /// By option of a point, what it adds to each lane.
  private static long[][] lanes(
      Problem problem,
      int[] parties,
      List<PackageConstraint.Budget> bounds,
      int point,
      List<Integer> options) {
    return options.stream()
        .map(
            option -> {
              long[] adds = new long[parties.length + bounds.size()];
              for (int at = 0; at < parties.length; at++) {
                adds[at] = problem.parties().get(parties[at]).worths().get(point).get(option);
              }
              for (int at = 0; at < bounds.size(); at++) {
                adds[parties.length + at] = amount(bounds.get(at), point, option);
              }
              return adds;
            })
        .toArray(long[][]::new);
  }

  /// By option of a point, its adds with all joint worths that it may complete.
  private long[][] raised(int at, long[][] plain) {
    return IntStream.range(0, plain.length)
        .mapToObj(index -> sum(plain[index], tied.mostAdds(at, options.get(at).get(index))))
        .toArray(long[][]::new);
  }

  private static long[] sum(long[] one, long[] other) {
    long[] sum = one.clone();
    for (int lane = 0; lane < sum.length; lane++) {
      sum[lane] = Math.addExact(sum[lane], other[lane]);
    }
    return sum;
  }

  private static long amount(PackageConstraint.Budget budget, int point, int option) {
    int sign = budget.most() == null ? 1 : -1;
    return budget.amounts().stream()
        .filter(each -> each.point() == point)
        .mapToLong(each -> sign * each.byOption().get(option))
        .sum();
  }

  private Verdict layers(List<List<BudgetLayers.KeptVectors>> kept) {
    for (long[][] each : lanes) {
      add(each, 1);
    }
    Map<BitSet, List<long[]>> before = Map.of(new BitSet(), List.of(new long[hasFloor.length]));
    for (int at = 0; at < lanes.size(); at++) {
      add(lanes.get(at), -1);
      boolean isLast = at + 1 == lanes.size();
      if (!isLast && !kept.get(at).stream().allMatch(this::isNumbered)) {
        return Verdict.fails(Flaw.Code.MALFORMED);
      }
      Map<BitSet, List<long[]>> after =
          isLast ? Map.of(new BitSet(), ends()) : groups(kept.get(at));
      if (after.values().stream()
          .flatMap(List::stream)
          .anyMatch(each -> each.length != hasFloor.length)) {
        return Verdict.fails(Flaw.Code.MALFORMED);
      }
      if (!isMatched(at, before, after)) {
        return meter.stopped()
            ? PackageCheck.unfinished()
            : Verdict.fails(Flaw.Code.NOT_COVERED, at + 1);
      }
      before = after;
    }
    return new Verdict.Holds();
  }

  /// Adds the most and the least of a point to the sums over the rest.
  private void add(long[][] options, int sign) {
    for (int lane = 0; lane < best.length; lane++) {
      int at = lane;
      best[lane] += sign * Arrays.stream(options).mapToLong(each -> each[at]).max().orElse(0);
      least[lane] += sign * Arrays.stream(options).mapToLong(each -> each[at]).min().orElse(0);
    }
  }

  /// The frontier, each vector with every budget kept: the last point checks budgets itself.
  private List<long[]> ends() {
    return vectors.stream()
        .map(
            each -> {
              long[] end = Arrays.copyOf(each, hasFloor.length);
              System.arraycopy(floors, signers, end, signers, end.length - signers);
              return end;
            })
        .toList();
  }

  private boolean isNumbered(BudgetLayers.KeptVectors kept) {
    return kept.open().stream().allMatch(number -> number >= 0 && number < tied.size());
  }

  /// The vectors kept, by the linkages open.
  private static Map<BitSet, List<long[]>> groups(List<BudgetLayers.KeptVectors> kept) {
    Map<BitSet, List<long[]>> groups = new HashMap<>();
    for (BudgetLayers.KeptVectors each : kept) {
      BitSet open = new BitSet();
      each.open().forEach(open::set);
      List<long[]> vectors = groups.computeIfAbsent(open, _ -> new ArrayList<>());
      each.vectors()
          .forEach(vector -> vectors.add(vector.stream().mapToLong(Long::longValue).toArray()));
    }
    return groups;
  }

  private boolean isMatched(
      int at, Map<BitSet, List<long[]>> before, Map<BitSet, List<long[]>> after) {
    Map<BitSet, Group> groups = new HashMap<>();
    after.forEach((open, kept) -> groups.put(open, new Group(kept)));
    for (Map.Entry<BitSet, List<long[]>> each : before.entrySet()) {
      for (int index = 0; index < lanes.get(at).length; index++) {
        TiedPoints.Move move = tied.move(each.getKey(), at, options.get(at).get(index));
        long[] most = move == null ? new long[0] : reach.most(at + 1, move.open());
        if (move == null || most.length == 0) {
          continue;
        }
        long[] adds = sum(lanes.get(at)[index], move.adds());
        Group group = groups.get(move.open());
        for (long[] from : each.getValue()) {
          if (meter.spend(1) || !isMatched(at, sum(from, adds), most, group)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /// @param most what the rest adds at most
  /// @param group the vectors kept with the same linkages open; null for nothing
  private boolean isMatched(int at, long[] moved, long[] most, @Nullable Group group) {
    return !isInReach(moved, most)
        || (group != null
            && (group.same.contains(boxed(moved)) || isCovered(clamped(moved), group.tree)))
        || isBounded(at + 1, moved, most);
  }

  private static List<Long> boxed(long[] vector) {
    return Arrays.stream(vector).boxed().toList();
  }

  private boolean isInReach(long[] moved, long[] most) {
    for (int lane = 0; lane < moved.length; lane++) {
      if (hasFloor[lane] && moved[lane] + most[lane] < floors[lane]) {
        return false;
      }
    }
    return true;
  }

  /// Of each budget only what some rest needs counts.
  private long[] clamped(long[] moved) {
    long[] clamped = moved.clone();
    for (int budget = signers; budget < moved.length; budget++) {
      clamped[budget] = Math.min(moved[budget], floors[budget] - least[budget]);
    }
    return clamped;
  }

  private boolean isCovered(long[] asked, DominanceTree tree) {
    boolean isCovered = tree.covers(asked);
    return !meter.spend(tree.work()) && isCovered;
  }

  /// Whether a vector of the frontier is worth at least as much as any package may be that goes on
  /// from here.
  private boolean isBounded(int at, long[] moved, long[] most) {
    long[] bound = new long[signers];
    for (int signer = 0; signer < signers; signer++) {
      long rest = most[signer];
      for (int budget = signers; budget < moved.length; budget++) {
        long slack = moved[budget] + best[budget] - floors[budget];
        rest = Math.min(rest, rests.get((budget - signers) * signers + signer).within(at, slack));
      }
      bound[signer] = moved[signer] + rest;
    }
    return isCovered(bound, frontier);
  }
}
