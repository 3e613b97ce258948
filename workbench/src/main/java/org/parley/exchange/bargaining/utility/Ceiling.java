package org.parley.exchange.bargaining.utility;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exchange.tree.BadFileException;

/// Caps the worth of packages: for each box of packages above the cap, a joint worth subtracts the
/// excess.
///
/// In most files no package exceeds it, which is proved first: by the sum of the largest worths,
/// then by the best package. Otherwise the excess packages are found by depth-first search, with
/// indifferent options merged.
final class Ceiling {

  /// The most boxes of packages that are cut off.
  private static final int MOST_CUTS = 1000;

  private static final int MOST_NODES = 2_000_000;
  private static final long MOST_STEPS = 1_000_000;

  /// The cap of worths.
  ///
  /// @param to the cap
  /// @param from the worths to cap: those above this, which rounding alone cannot explain
  record Height(long to, long from) {}

  /// Options of one point that are worth the same and lie in the same boxes.
  private record Alike(long worth, BitSet inside, SortedSet<Integer> options) {}

  private final List<JointWorth> joints;
  private final Height height;
  private final int party;
  private final Utility utility;
  private final List<List<Alike>> points = new ArrayList<>();
  private final long[] mostAfter;
  private final BitSet[] openAfter;
  private final List<JointWorth> cuts = new ArrayList<>();
  private final List<OptionSet> chosen = new ArrayList<>();
  private int nodes;

  private Ceiling(
      List<Problem.Point> about,
      Problem.Party worths,
      List<JointWorth> joints,
      Height height,
      int party,
      Utility utility) {
    this.joints = joints;
    this.height = height;
    this.party = party;
    this.utility = utility;
    for (int point = 0; point < about.size(); point++) {
      points.add(alike(point, worths.worths().get(point)));
    }
    mostAfter = new long[points.size() + 1];
    openAfter = new BitSet[points.size() + 1];
    openAfter[points.size()] = new BitSet();
    for (int point = points.size() - 1; point >= 0; point--) {
      mostAfter[point] =
          mostAfter[point + 1]
              + points.get(point).stream().mapToLong(Alike::worth).max().orElseThrow();
      openAfter[point] = (BitSet) openAfter[point + 1].clone();
      for (int joint = 0; joint < joints.size(); joint++) {
        int here = point;
        if (joints.get(joint).when().stream().anyMatch(term -> term.point() == here)) {
          openAfter[point].set(joint);
        }
      }
    }
  }

  private List<Alike> alike(int point, List<Long> worths) {
    Map<List<Object>, Alike> groups = new LinkedHashMap<>();
    for (int option = 0; option < worths.size(); option++) {
      int here = option;
      long worth = worths.get(option);
      BitSet inside = new BitSet();
      for (int joint = 0; joint < joints.size(); joint++) {
        if (joints.get(joint).when().stream()
            .allMatch(term -> term.point() != point || term.options().contains(here))) {
          inside.set(joint);
        }
      }
      groups
          .computeIfAbsent(List.of(worth, inside), _ -> new Alike(worth, inside, new TreeSet<>()))
          .options
          .add(option);
    }
    return List.copyOf(groups.values());
  }

  /// The joint worths that cap all packages.
  ///
  /// @throws BadFileException if too many packages exceed the cap
  static List<JointWorth> cuts(
      List<Problem.Point> about,
      Problem.Party worths,
      List<JointWorth> joints,
      Height height,
      int party,
      Utility utility)
      throws BadFileException {
    Ceiling search = new Ceiling(about, worths, joints, height, party, utility);
    BitSet all = new BitSet();
    all.set(0, joints.size());
    if (search.bound(0, 0, all) > height.from && search.isExceeded(about, worths)) {
      search.list(0, 0, all);
    }
    return search.cuts;
  }

  /// Asks the engine for the best package if boxes make the simple bound too weak.
  private boolean isExceeded(List<Problem.Point> about, Problem.Party worths)
      throws BadFileException {
    if (joints.isEmpty()) {
      return true;
    }
    List<JointWorth> own =
        joints.stream().map(joint -> new JointWorth(0, joint.when(), joint.worth())).toList();
    Problem alone =
        new Problem(List.of(worths.withBaseline(null)), about, List.of(), own, SigningRule.all(1));
    return switch (Solutions.best(alone, 0, Budget.ofSteps(MOST_STEPS))) {
      case Finding.Proved<Solution>(Solution best, _) -> isAbove(best);
      case Finding.Exhausted<Solution>(Solution best) -> isAbove(best);
      case Finding.Bounded<Solution> _ ->
          throw tooMany("it could not be told which packages are worth more than 1");
      case Finding.Impossible<Solution> _ -> false;
    };
  }

  private boolean isAbove(Solution best) {
    return best.value().numerator().longValueExact() > height.from;
  }

  /// An upper bound on the worth of completions of a choice.
  private long bound(int point, long sum, BitSet alive) {
    long most = sum + mostAfter[point];
    for (int joint = alive.nextSetBit(0); joint >= 0; joint = alive.nextSetBit(joint + 1)) {
      if (!openAfter[point].get(joint) || joints.get(joint).worth() > 0) {
        most += joints.get(joint).worth();
      }
    }
    return most;
  }

  private void list(int point, long sum, BitSet alive) throws BadFileException {
    long most = bound(point, sum, alive);
    if (most <= height.from) {
      return;
    }
    if (++nodes > MOST_NODES || cuts.size() >= MOST_CUTS) {
      throw tooMany("more packages than can be listed are worth more than 1");
    }
    if (point == points.size()) {
      cuts.add(new JointWorth(party, chosen, height.to - most));
      return;
    }
    for (Alike group : points.get(point)) {
      BitSet still = (BitSet) alive.clone();
      still.and(group.inside);
      chosen.add(new OptionSet(point, Set.copyOf(group.options)));
      list(point + 1, sum + group.worth, still);
      chosen.removeLast();
    }
  }

  private BadFileException tooMany(String what) {
    return new BadFileException(
        utility.file(),
        0,
        what + ", and the format cuts these off at 1",
        "lower the weights or raise maxutility, so that the best package is worth 1");
  }
}
