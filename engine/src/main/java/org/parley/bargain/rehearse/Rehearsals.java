package org.parley.bargain.rehearse;

import java.util.List;
import org.parley.bargain.Problem;
import org.parley.exact.Budget;
import org.parley.exact.Stage;
import org.parley.sweep.ParallelSweep;

/// Plays a rehearsal on several threads.
public final class Rehearsals {

  /// The most packages: worths of all are kept.
  public static final int MOST_PACKAGES = 100_000;

  private Rehearsals() {}

  /// Plays all seeds of a plan.
  ///
  /// @param packages those that may be offered, by point the option of each
  /// @param threads changes the time alone
  public static Rehearsal of(
      Problem problem, List<List<Integer>> packages, RehearsalPlan plan, int threads) {
    return of(problem, packages, plan, threads, Budget.unlimited());
  }

  /// The same within a budget: once stopped, no more is played, and `plays` says how much was.
  public static Rehearsal of(
      Problem problem,
      List<List<Integer>> packages,
      RehearsalPlan plan,
      int threads,
      Budget budget) {
    return ParallelSweep.run(
        RehearsalSweep.of(problem, packages, plan, null), threads, budget, Stage.PLAYS);
  }

  /// Plays point by point: each is settled before the next is begun (Fatima, Wooldridge and
  /// Jennings 2004). An option is worth as much as the best package that still has it, and the
  /// deadline is shared out evenly.
  public static Rehearsal of(
      Problem problem,
      List<List<Integer>> packages,
      RehearsalPlan plan,
      AgendaOrder order,
      int threads,
      Budget budget) {
    return ParallelSweep.run(
        RehearsalSweep.of(problem, packages, plan, order), threads, budget, Stage.PLAYS);
  }

  /// The points in an order.
  public static List<Integer> points(Problem problem, AgendaOrder order) {
    return Agenda.order(problem, order);
  }
}
