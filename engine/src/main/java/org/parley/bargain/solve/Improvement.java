package org.parley.bargain.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// Decides whether a package is efficient, by searching for a Pareto improvement.
///
/// Among the packages that give every party at least its present worth, the largest sum is sought.
/// The search ends with the first larger one. Cost: as a [Solutions] search; a step of the meter is
/// a node.
public final class Improvement {

  private Improvement() {}

  /// Finds a package that respects the linkages, crosses no red line of these parties, and is a
  /// Pareto improvement.
  ///
  /// @param parties party `i` as bit `i`
  /// @param options the package to improve, one option index per point; it may itself break
  ///   linkages
  /// @return empty if there is none, so that the package is efficient among those allowed;
  ///   unreliable if the meter stopped
  public static Optional<int[]> find(Problem problem, int parties, int[] options, Meter meter) {
    if (problem.isCapped()) {
      return capped(problem, parties, options, meter);
    }
    Layers layers = Layers.of(problem, parties, meter::look);
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    long[] floor =
        Arrays.stream(layers.signers).mapToLong(p -> problem.worth(p, options)).toArray();
    BetterGoal goal = new BetterGoal(floor, options);
    SolutionSearch.of(layers, goal, meter).findBest();
    return goal.found();
  }

  /// With caps a larger sum may gain nothing, so each party below its cap is asked for.
  private static Optional<int[]> capped(Problem problem, int parties, int[] options, Meter meter) {
    List<Problem.Party> floors = new ArrayList<>();
    for (int party = 0; party < problem.parties().size(); party++) {
      floors.add(problem.parties().get(party).withBaseline(problem.worth(party, options)));
    }
    for (int party = 0; party < floors.size(); party++) {
      if (((parties >> party) & 1) == 1) {
        List<Problem.Party> raised = new ArrayList<>(floors);
        raised.set(party, floors.get(party).withBaseline(problem.worth(party, options) + 1));
        Optional<int[]> better = AnyPackage.find(problem.withParties(raised), parties, meter);
        if (better.isPresent()) {
          return better;
        }
      }
    }
    return Optional.empty();
  }

  /// The largest sum over a floor that a package reaches exactly; ends with the first above it.
  private static final class BetterGoal extends SumGoal {

    BetterGoal(long[] floor, int[] options) {
      super(floor, ones(floor.length));
      offer(floor, options);
      endWithNext();
    }

    private static long[] ones(int count) {
      long[] ones = new long[count];
      Arrays.fill(ones, 1);
      return ones;
    }

    Optional<int[]> found() {
      return isEnded()
          ? Optional.of(best().getFirst().options().stream().mapToInt(Integer::intValue).toArray())
          : Optional.empty();
    }
  }
}
