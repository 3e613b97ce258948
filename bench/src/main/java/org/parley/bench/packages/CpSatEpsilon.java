package org.parley.bench.packages;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.parley.bargain.Problem;

/// The epsilon-constraint method: one integer program per point of a grid of least worths, solved
/// by CP-SAT on one worker.
///
/// The first worth is maximised, ties broken by the sum of the others. The least worth required of
/// a party rises to one more than the least found, so no point is missed.
final class CpSatEpsilon implements Peer {

  @Override
  public String name() {
    return "CP-SAT, epsilon-constraint";
  }

  @Override
  public Optional<List<long[]>> frontier(Problem problem, BooleanSupplier stop) {
    Loader.loadNativeLibraries();
    Grid grid = new Grid(problem, stop);
    long[] least = new long[problem.parties().size()];
    Arrays.fill(least, Long.MIN_VALUE);
    boolean done = grid.sweep(problem.parties().size() - 1, least).isPresent();
    return done
        ? Optional.of(
            grid.found.stream()
                .map(each -> each.stream().mapToLong(Long::longValue).toArray())
                .toList())
        : Optional.empty();
  }

  private static final class Grid {
    final Set<List<Long>> found = new HashSet<>();
    private final Problem problem;
    private final BooleanSupplier stop;

    Grid(Problem problem, BooleanSupplier stop) {
      this.problem = problem;
      this.stop = stop;
    }

    /// Raises the least worth of a party step by step; empty if stopped.
    Optional<List<long[]>> sweep(int party, long[] least) {
      if (party == 0) {
        return solve(least);
      }
      List<long[]> all = new ArrayList<>();
      long[] asked = least.clone();
      while (true) {
        Optional<List<long[]>> row = sweep(party - 1, asked);
        if (row.isEmpty() || row.get().isEmpty()) {
          return row.map(_ -> all);
        }
        all.addAll(row.get());
        asked[party] =
            row.get().stream().mapToLong(vector -> vector[party]).min().orElseThrow() + 1;
      }
    }

    private Optional<List<long[]>> solve(long[] least) {
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
      CpModel model = new CpModel();
      int parties = least.length;
      LinearExprBuilder[] sums = new LinearExprBuilder[parties];
      Arrays.setAll(sums, _ -> LinearExpr.newBuilder());
      LinearExprBuilder goal = LinearExpr.newBuilder();
      long weight = 1;
      for (Problem.Party party : problem.parties()) {
        for (List<Long> row : party.worths()) {
          weight += row.stream().mapToLong(Long::longValue).max().orElseThrow();
        }
      }
      for (int point = 0; point < problem.points().size(); point++) {
        List<Literal> choices = new ArrayList<>();
        for (int option = 0; option < problem.points().get(point).options().size(); option++) {
          BoolVar choice = model.newBoolVar(point + "-" + option);
          choices.add(choice);
          for (int party = 0; party < parties; party++) {
            long worth = problem.parties().get(party).worths().get(point).get(option);
            sums[party].addTerm(choice, worth);
            goal.addTerm(choice, party == 0 ? worth * weight : worth);
          }
        }
        model.addExactlyOne(choices);
      }
      for (int party = 1; party < parties; party++) {
        if (least[party] > Long.MIN_VALUE) {
          model.addGreaterOrEqual(sums[party], least[party]);
        }
      }
      model.maximize(goal);
      CpSolver solver = new CpSolver();
      solver.getParameters().setNumWorkers(1);
      CpSolverStatus status = solver.solve(model);
      if (status == CpSolverStatus.INFEASIBLE) {
        return Optional.of(List.of());
      }
      long[] vector = new long[parties];
      for (int party = 0; party < parties; party++) {
        vector[party] = solver.value(sums[party]);
      }
      found.add(Arrays.stream(vector).boxed().toList());
      return Optional.of(List.of(vector));
    }
  }
}
