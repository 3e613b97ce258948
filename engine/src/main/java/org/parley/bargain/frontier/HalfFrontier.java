package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;

/// The frontier of some of the points of a problem without linkages, whatever the baselines.
///
/// The frontiers of two halves prove a cover. Each package is dominated by a pair of their vectors,
/// and each pair is matched by the cover.
///
/// @param points the points, by place in the frontier
/// @param frontier the frontier
public record HalfFrontier(List<Integer> points, FrontierLayers frontier) {

  public HalfFrontier {
    points = List.copyOf(points);
  }

  /// The problem of these points alone, without baselines.
  static Problem half(Problem problem, List<Integer> points) {
    List<Problem.Party> parties = new ArrayList<>();
    for (Problem.Party each : problem.parties()) {
      Set<Choice> redLines = new TreeSet<>();
      for (Choice line : each.redLines()) {
        if (points.contains(line.point())) {
          redLines.add(new Choice(points.indexOf(line.point()), line.option()));
        }
      }
      parties.add(
          new Problem.Party(
              each.id(), points.stream().map(each.worths()::get).toList(), redLines, null));
    }
    return Problem.of(parties, points.stream().map(problem.points()::get).toList());
  }
}
