package org.parley.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;

/// The linkages and joint worths of a problem, read point by point in an order.
///
/// A linkage is open if it has terms on settled points and on others, and all settled terms hold.
/// Packages so far that agree in what is open can go on in the same ways.
final class TiedPoints {

  /// A conjunction: by place in the order, the options that fulfil its term there.
  private record Tie(int number, TreeMap<Integer, BitSet> terms, int lane, long worth) {
    boolean isLone() {
      return terms.size() == 1;
    }

    boolean holds(int at, int option) {
      BitSet term = terms.get(at);
      return term == null || term.get(option);
    }
  }

  /// The lane of a linkage that no package may fulfil.
  private static final int FORBIDDEN = -1;

  /// A settled point: what is open after it, and what joint worths add.
  static final class Move {
    private final BitSet open;
    private final long[] adds;

    Move(BitSet open, long[] adds) {
      this.open = open;
      this.adds = adds;
    }

    BitSet open() {
      return open;
    }

    long[] adds() {
      return adds;
    }
  }

  private final Problem problem;
  private final List<Integer> order;
  private final int lanes;
  private final List<List<Tie>> ties = new ArrayList<>();
  private int numbers;

  /// @param parties those that have to accept; the first lanes are theirs
  /// @param order the points
  /// @param lanes the number of lanes
  TiedPoints(Problem problem, int[] parties, List<Integer> order, int lanes) {
    this.problem = problem;
    this.order = order;
    this.lanes = lanes;
    order.forEach(_ -> ties.add(new ArrayList<>()));
    int mask = Arrays.stream(parties).map(each -> 1 << each).sum();
    for (PackageConstraint each : problem.constraints(mask)) {
      switch (each) {
        case PackageConstraint.Forbidden(_, List<OptionSet> together) ->
            add(together, List.of(), FORBIDDEN, 0);
        case PackageConstraint.Implication(_, List<OptionSet> when, List<OptionSet> oneOf) ->
            add(when, oneOf, FORBIDDEN, 0);
        case PackageConstraint.Budget _ -> {}
      }
    }
    for (JointWorth each : problem.jointWorths()) {
      int[] lane = new int[problem.parties().size()];
      Arrays.fill(lane, lanes);
      for (int at = 0; at < parties.length; at++) {
        lane[parties[at]] = at;
      }
      add(each.when(), List.of(), lane[each.party()], each.worth());
    }
  }

  /// Adds the conjunction of some terms and the opposite of others.
  private void add(List<OptionSet> holding, List<OptionSet> failing, int lane, long worth) {
    TreeMap<Integer, BitSet> terms = new TreeMap<>();
    holding.forEach(each -> meet(terms, each, true));
    failing.forEach(each -> meet(terms, each, false));
    Tie tie = new Tie(numbers++, terms, lane, worth);
    if (lane < lanes && terms.values().stream().noneMatch(BitSet::isEmpty)) {
      terms.keySet().forEach(at -> ties.get(at).add(tie));
    }
  }

  private void meet(Map<Integer, BitSet> terms, OptionSet term, boolean holds) {
    int options = problem.points().get(term.point()).options().size();
    BitSet wanted = new BitSet();
    term.options().forEach(wanted::set);
    if (!holds) {
      wanted.flip(0, options);
    }
    BitSet known =
        terms.computeIfAbsent(
            order.indexOf(term.point()),
            _ -> {
              BitSet all = new BitSet();
              all.set(0, options);
              return all;
            });
    known.and(wanted);
  }

  /// The number of linkages and joint worths, open or not.
  int size() {
    return numbers;
  }

  /// Settles a point.
  ///
  /// @param open what is open before it
  /// @param at the place of the point
  /// @return null if that completes a forbidden combination
  @Nullable Move move(BitSet open, int at, int option) {
    BitSet after = (BitSet) open.clone();
    long[] adds = new long[lanes];
    for (Tie each : ties.get(at)) {
      boolean isBegun = each.terms().firstKey() < at;
      boolean holds = each.holds(at, option) && (!isBegun || open.get(each.number()));
      boolean isLast = each.terms().lastKey() == at;
      after.set(each.number(), holds && !isLast);
      if (holds && isLast) {
        if (each.lane() == FORBIDDEN) {
          return null;
        }
        adds[each.lane()] += each.worth();
      }
    }
    return new Move(after, adds);
  }

  /// Whether a linkage of this point alone forbids the option.
  boolean isForbidden(int at, int option) {
    return ties.get(at).stream()
        .anyMatch(each -> each.isLone() && each.lane() == FORBIDDEN && each.holds(at, option));
  }

  /// The most that joint worths may add to each lane once the point is settled so.
  ///
  /// Gains count at the last of their points, losses of several points not at all.
  long[] mostAdds(int at, int option) {
    long[] adds = new long[lanes];
    for (Tie each : ties.get(at)) {
      if (each.lane() != FORBIDDEN
          && each.terms().lastKey() == at
          && each.holds(at, option)
          && (each.worth() > 0 || each.isLone())) {
        adds[each.lane()] += each.worth();
      }
    }
    return adds;
  }

  /// The most that the points from one on add to each lane, by what is open.
  static final class Reach {
    private final TiedPoints tied;
    private final List<List<Integer>> options;
    private final List<long[][]> plain;
    private final List<Map<BitSet, long[]>> known = new ArrayList<>();

    /// @param options by place, the options that may be chosen
    /// @param plain by place and index of these, what an option adds without joint worths
    Reach(TiedPoints tied, List<List<Integer>> options, List<long[][]> plain) {
      this.tied = tied;
      this.options = options;
      this.plain = plain;
      for (int at = 0; at <= options.size(); at++) {
        known.add(new HashMap<>());
      }
    }

    /// The most that the rest adds; empty if no rest keeps the linkages.
    long[] most(int at, BitSet open) {
      if (at == options.size()) {
        return new long[tied.lanes];
      }
      long[] found = known.get(at).get(open);
      if (found == null) {
        found = search(at, open);
        known.get(at).put(open, found);
      }
      return found;
    }

    private long[] search(int at, BitSet open) {
      long[] most = new long[0];
      for (int index = 0; index < options.get(at).size(); index++) {
        Move move = tied.move(open, at, options.get(at).get(index));
        long[] rest = move == null ? most : most(at + 1, move.open());
        if (move == null || rest.length == 0) {
          continue;
        }
        if (most.length == 0) {
          most = new long[tied.lanes];
          Arrays.fill(most, Long.MIN_VALUE);
        }
        for (int lane = 0; lane < most.length; lane++) {
          most[lane] =
              Math.max(most[lane], plain.get(at)[index][lane] + move.adds()[lane] + rest[lane]);
        }
      }
      return most;
    }
  }
}
