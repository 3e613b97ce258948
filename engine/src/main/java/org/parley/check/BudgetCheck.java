package org.parley.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
/// - out of reach of a baseline or a budget,
/// - matched by one kept after the point, which every rest that it may take suits as well,
/// - bounded by a vector of the frontier ([RestWorth]).
///
/// Then every acceptable package is matched by the frontier, by induction over the points. Cost:
/// the vectors, times the options, times what a [DominanceTree] looks at.
final class BudgetCheck {

  private final List<long[][]> lanes;
  private final long[] floors;
  private final boolean[] hasFloor;
  private final int signers;
  private final List<long[]> vectors;
  private final DominanceTree frontier;
  private final Meter meter;
  private final long[] best;
  private final long[] least;
  private final List<RestWorth> rests = new ArrayList<>();

  private BudgetCheck(
      List<long[][]> lanes,
      List<@Nullable Long> floors,
      int signers,
      List<long[]> vectors,
      Meter meter) {
    this.lanes = lanes;
    this.floors = floors.stream().mapToLong(each -> each == null ? 0 : each).toArray();
    this.signers = signers;
    this.vectors = vectors;
    frontier = new DominanceTree(vectors);
    this.meter = meter;
    hasFloor = new boolean[floors.size()];
    for (int lane = 0; lane < hasFloor.length; lane++) {
      hasFloor[lane] = floors.get(lane) != null;
    }
    best = new long[hasFloor.length];
    least = new long[hasFloor.length];
    for (int budget = signers; budget < hasFloor.length; budget++) {
      for (int signer = 0; signer < signers; signer++) {
        rests.add(new RestWorth(lanes, signer, budget));
      }
    }
  }

  /// Verifies the layers of a frontier whose packages were checked.
  static Verdict verify(
      Problem problem, int[] parties, List<long[]> vectors, BudgetLayers layers, Meter meter) {
    int points = problem.points().size();
    int mask = Arrays.stream(parties).map(each -> 1 << each).sum();
    List<PackageConstraint.Budget> budgets = new ArrayList<>();
    for (PackageConstraint each : problem.constraints(mask)) {
      if (!(each instanceof PackageConstraint.Budget budget)
          || (budget.least() == null) == (budget.most() == null)) {
        return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      }
      budgets.add(budget);
    }
    if (problem.isCapped() || !problem.jointWorths().isEmpty()) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    if (!layers.points().stream()
            .sorted()
            .toList()
            .equals(IntStream.range(0, points).boxed().toList())
        || layers.kept().size() != points - 1) {
      return Verdict.fails(Flaw.Code.ORDER_OF_POINTS);
    }
    List<@Nullable Long> floors = new ArrayList<>();
    for (int party : parties) {
      floors.add(problem.parties().get(party).baseline());
    }
    budgets.forEach(each -> floors.add(floor(each)));
    List<long[][]> lanes =
        layers.points().stream().map(each -> lanes(problem, parties, budgets, each)).toList();
    return new BudgetCheck(lanes, floors, parties.length, vectors, meter).layers(layers.kept());
  }

  private static long floor(PackageConstraint.Budget budget) {
    Long most = budget.most();
    Long bound = most == null ? budget.least() : most;
    return bound == null ? 0 : most == null ? bound : Math.negateExact(bound);
  }

  /// By open option of a point, what it adds to each lane.
  private static long[][] lanes(
      Problem problem, int[] parties, List<PackageConstraint.Budget> budgets, int point) {
    return FrontierCheck.open(problem, parties, point).stream()
        .map(
            option -> {
              long[] adds = new long[parties.length + budgets.size()];
              for (int at = 0; at < parties.length; at++) {
                adds[at] = problem.parties().get(parties[at]).worths().get(point).get(option);
              }
              for (int at = 0; at < budgets.size(); at++) {
                adds[parties.length + at] = amount(budgets.get(at), point, option);
              }
              return adds;
            })
        .toArray(long[][]::new);
  }

  private static long amount(PackageConstraint.Budget budget, int point, int option) {
    int sign = budget.most() == null ? 1 : -1;
    return budget.amounts().stream()
        .filter(each -> each.point() == point)
        .mapToLong(each -> sign * each.byOption().get(option))
        .sum();
  }

  private Verdict layers(List<List<List<Long>>> kept) {
    for (long[][] each : lanes) {
      add(each, 1);
    }
    List<long[]> before = List.of(new long[hasFloor.length]);
    for (int at = 0; at < lanes.size(); at++) {
      add(lanes.get(at), -1);
      boolean isLast = at + 1 == lanes.size();
      List<long[]> after = isLast ? ends() : vectors(kept.get(at));
      if (after.stream().anyMatch(each -> each.length != hasFloor.length)) {
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

  private static List<long[]> vectors(List<List<Long>> kept) {
    return kept.stream().map(each -> each.stream().mapToLong(Long::longValue).toArray()).toList();
  }

  private boolean isMatched(int at, List<long[]> before, List<long[]> after) {
    Set<List<Long>> same = new HashSet<>();
    after.forEach(each -> same.add(boxed(each)));
    DominanceTree tree = new DominanceTree(after);
    for (long[] from : before) {
      for (long[] adds : lanes.get(at)) {
        long[] moved = from.clone();
        for (int lane = 0; lane < moved.length; lane++) {
          moved[lane] = Math.addExact(moved[lane], adds[lane]);
        }
        if (meter.spend(1)) {
          return false;
        }
        if (isInReach(moved)
            && !same.contains(boxed(moved))
            && !isCovered(clamped(moved), tree)
            && !isBounded(at + 1, moved)) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<Long> boxed(long[] vector) {
    return Arrays.stream(vector).boxed().toList();
  }

  private boolean isInReach(long[] moved) {
    for (int lane = 0; lane < moved.length; lane++) {
      if (hasFloor[lane] && moved[lane] + best[lane] < floors[lane]) {
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
  private boolean isBounded(int at, long[] moved) {
    long[] bound = new long[signers];
    for (int signer = 0; signer < signers; signer++) {
      long rest = best[signer];
      for (int budget = signers; budget < moved.length; budget++) {
        long slack = moved[budget] + best[budget] - floors[budget];
        rest = Math.min(rest, rests.get((budget - signers) * signers + signer).within(at, slack));
      }
      bound[signer] = moved[signer] + rest;
    }
    return isCovered(bound, frontier);
  }
}
