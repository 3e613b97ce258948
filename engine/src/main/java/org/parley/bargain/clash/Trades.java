package org.parley.bargain.clash;

import java.util.ArrayList;
import java.util.List;
import org.parley.bargain.Choice;
import org.parley.bargain.JointWorth;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

/// Finds Pareto improvements (log-rolling) of the package on the table, fewest changed points
/// first.
///
/// Iterative deepening over the number of changes; a branch is pruned if one party can no longer be
/// compensated. Cost: at most all packages that differ in that many points. A step of the budget is
/// a branch.
public final class Trades {

  private final Problem problem;
  private final int[] table;
  private final int most;
  private final Meter meter;
  private final long[][] gainLeft;
  private final long[] joint;
  private final List<Trade> found = new ArrayList<>();

  private Trades(Problem problem, int[] table, int most, Budget budget) {
    this.problem = problem;
    this.table = table.clone();
    this.most = most;
    meter = new Meter(budget);
    int parties = problem.parties().size();
    gainLeft = new long[table.length + 1][parties];
    joint = new long[parties];
    for (int party = 0; party < parties; party++) {
      for (int point = table.length - 1; point >= 0; point--) {
        long top = 0;
        for (int option = 0; option < options(point); option++) {
          top = Math.max(top, gain(party, point, option));
        }
        gainLeft[point][party] = gainLeft[point + 1][party] + top;
      }
      for (JointWorth each : problem.jointWorths()) {
        joint[party] += each.party() == party ? Math.abs(each.worth()) : 0;
      }
    }
  }

  /// A package that is a Pareto improvement of the one on the table.
  ///
  /// @param changed the points settled differently
  /// @param options the package
  /// @param gains by party, its gain, never negative
  public record Trade(List<Integer> changed, List<Integer> options, List<Long> gains) {
    public Trade {
      changed = List.copyOf(changed);
      options = List.copyOf(options);
      gains = List.copyOf(gains);
    }
  }

  /// Finds trades, fewest changed points first.
  ///
  /// A trade keeps to the linkages. It crosses no red line and no contingency that the table does
  /// not cross already.
  ///
  /// @return searched to the end if all or the most are listed; impossible if nobody can gain
  ///   without another's loss. Bounded if the budget ended
  /// @param most the most trades to list
  public static Finding<List<Trade>> find(Problem problem, int[] table, int most, Budget budget) {
    return new Trades(problem, table, most, budget).search();
  }

  private Finding<List<Trade>> search() {
    for (int changes = 1; changes <= table.length; changes++) {
      explore(0, changes, table.clone(), new long[joint.length]);
      if (meter.stopped()) {
        return new Finding.Bounded<>(
            List.copyOf(found), new PackageBound.CompleteBelow(changes), meter.stoppedBy());
      }
      if (found.size() >= most) {
        break;
      }
    }
    return new Finding.Exhausted<>(List.copyOf(found));
  }

  private int options(int point) {
    return problem.points().get(point).options().size();
  }

  private long gain(int party, int point, int option) {
    List<Long> row = problem.parties().get(party).worths().get(point);
    return row.get(option) - row.get(table[point]);
  }

  private void explore(int point, int changes, int[] options, long[] gains) {
    if (meter.spend(1) || found.size() >= most || changes > table.length - point) {
      return;
    }
    for (int party = 0; party < gains.length; party++) {
      long possible = changes == 0 ? 0 : gainLeft[point][party];
      if (gains[party] + possible + 2 * joint[party] < 0) {
        return;
      }
    }
    if (changes == 0) {
      consider(options);
      return;
    }
    for (int option = 0; option < options(point); option++) {
      if (option != table[point] && !crosses(point, option)) {
        long[] next = gains.clone();
        for (int party = 0; party < next.length; party++) {
          next[party] += gain(party, point, option);
        }
        options[point] = option;
        explore(point + 1, changes - 1, options, next);
      }
    }
    options[point] = table[point];
    explore(point + 1, changes, options, gains);
  }

  private boolean crosses(int point, int option) {
    Choice choice = new Choice(point, option);
    return problem.parties().stream().anyMatch(party -> party.redLines().contains(choice));
  }

  private boolean keepsContingencies(int[] options) {
    return problem.parties().stream()
        .flatMap(party -> party.contingencies().stream())
        .allMatch(each -> !each.isCrossedBy(options) || each.isCrossedBy(table));
  }

  private void consider(int[] options) {
    List<Long> gains = new ArrayList<>();
    List<Integer> changed = new ArrayList<>();
    List<Integer> taken = new ArrayList<>();
    boolean better = false;
    for (int party = 0; party < joint.length; party++) {
      gains.add(problem.worth(party, options) - problem.worth(party, table));
      if (gains.getLast() < 0) {
        return;
      }
      better |= gains.getLast() > 0;
    }
    for (int point = 0; point < options.length; point++) {
      taken.add(options[point]);
      if (options[point] != table[point]) {
        changed.add(point);
      }
    }
    if (better && problem.allows(options) && keepsContingencies(options)) {
      found.add(new Trade(changed, taken, gains));
    }
  }
}
