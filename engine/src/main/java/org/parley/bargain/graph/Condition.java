package org.parley.bargain.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;

/// A conjunction of terms, at most one per point, and its consequence.
///
/// Forbidden combinations, implications and joint worths are all of this form; budgets are not.
///
/// @param terms by point, the options that fulfil the term
/// @param party the party that gets the worth; [#FORBIDDEN] if no package may fulfil it
/// @param worth the worth added
/// @param source its place among the linkages and contingencies without budgets, then joint worths
public record Condition(SortedMap<Integer, BitSet> terms, int party, long worth, int source) {

  static final int FORBIDDEN = -1;

  /// Whether no package may fulfil it.
  public boolean forbids() {
    return party == FORBIDDEN;
  }

  /// Whether an option of a point fulfils the term on it; true if there is no term on it.
  public boolean allows(int point, int option) {
    BitSet options = terms.get(point);
    return options == null || options.get(option);
  }

  /// The layer of its last term.
  ///
  /// @param positionOf the layer of each point
  public int lastPoint(int[] positionOf) {
    int last = -1;
    for (int point : terms.keySet()) {
      last = Math.max(last, positionOf[point]);
    }
    return last;
  }

  /// The conditions of a problem that can hold at all.
  ///
  /// @param accepting the parties whose contingencies count, party `i` as bit `i`
  public static List<Condition> of(Problem problem, int accepting) {
    List<Condition> all = new ArrayList<>();
    int source = 0;
    for (PackageConstraint linkage : problem.constraints(accepting)) {
      SortedMap<Integer, BitSet> terms = new TreeMap<>();
      switch (linkage) {
        case PackageConstraint.Budget _ -> {
          continue;
        }
        case PackageConstraint.Forbidden(_, List<OptionSet> together) ->
            together.forEach(term -> meet(terms, problem, term, true));
        case PackageConstraint.Implication(_, List<OptionSet> when, List<OptionSet> oneOf) -> {
          when.forEach(term -> meet(terms, problem, term, true));
          oneOf.forEach(term -> meet(terms, problem, term, false));
        }
      }
      add(all, new Condition(terms, FORBIDDEN, 0, source++));
    }
    for (JointWorth joint : problem.jointWorths()) {
      SortedMap<Integer, BitSet> terms = new TreeMap<>();
      joint.when().forEach(term -> meet(terms, problem, term, true));
      add(all, new Condition(terms, joint.party(), joint.worth(), source++));
    }
    return all;
  }

  private static void meet(
      SortedMap<Integer, BitSet> terms, Problem problem, OptionSet term, boolean holds) {
    int options = problem.points().get(term.point()).options().size();
    BitSet wanted = new BitSet(options);
    term.options().forEach(wanted::set);
    if (!holds) {
      wanted.flip(0, options);
    }
    terms.merge(
        term.point(),
        wanted,
        (one, other) -> {
          one.and(other);
          return one;
        });
  }

  private static void add(List<Condition> all, Condition condition) {
    if (condition.terms.values().stream().noneMatch(BitSet::isEmpty)) {
      all.add(condition);
    }
  }
}
