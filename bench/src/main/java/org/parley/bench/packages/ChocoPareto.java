package org.parley.bench.packages;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.constraints.Constraint;
import org.chocosolver.solver.objective.ParetoMaximizer;
import org.chocosolver.solver.variables.IntVar;
import org.parley.bargain.Problem;

/// Choco's search with its Pareto constraint, which forbids what a known vector covers.
final class ChocoPareto implements Peer {

  @Override
  public String name() {
    return "Choco, Pareto constraint";
  }

  @Override
  public Optional<List<long[]>> frontier(Problem problem, BooleanSupplier stop) {
    Model model = new Model();
    int points = problem.points().size();
    IntVar[] options = new IntVar[points];
    for (int point = 0; point < points; point++) {
      options[point] =
          model.intVar("p" + point, 0, problem.points().get(point).options().size() - 1);
    }
    IntVar[] worths = new IntVar[problem.parties().size()];
    for (int party = 0; party < worths.length; party++) {
      IntVar[] parts = new IntVar[points];
      int most = 0;
      for (int point = 0; point < points; point++) {
        int[] row =
            problem.parties().get(party).worths().get(point).stream()
                .mapToInt(Math::toIntExact)
                .toArray();
        int largest = 0;
        for (int worth : row) {
          largest = Math.max(largest, worth);
        }
        most += largest;
        parts[point] = model.intVar("u" + party + "-" + point, 0, largest);
        model.element(parts[point], row, options[point]).post();
      }
      worths[party] = model.intVar("u" + party, 0, most);
      model.sum(parts, "=", worths[party]).post();
    }
    ParetoMaximizer front = new ParetoMaximizer(worths);
    model.post(new Constraint("front", front));
    Solver solver = model.getSolver();
    solver.plugMonitor(front);
    boolean[] stopped = new boolean[1];
    solver.addStopCriterion(
        () -> {
          stopped[0] |= stop.getAsBoolean();
          return stopped[0];
        });
    while (solver.solve()) {
      // Each solution is taken in by the constraint.
    }
    if (stopped[0]) {
      return Optional.empty();
    }
    Set<List<Long>> all = new HashSet<>();
    front
        .getParetoFront()
        .forEach(
            found -> all.add(Stream.of(worths).map(each -> (long) found.getIntVal(each)).toList()));
    return Optional.of(
        all.stream().map(each -> each.stream().mapToLong(Long::longValue).toArray()).toList());
  }
}
