package org.parley.check;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.FrontierLayers;
import org.parley.bargain.frontier.SelectedCertificate;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.exact.Budget;

/// Checks a solution selected from a frontier: the frontier is checked, and no vector of it is
/// better. Ideal gains are those of the frontier.
final class SelectedCheck {

  private SelectedCheck() {}

  static Verdict verify(
      Problem problem, Solution solution, SelectedCertificate certificate, Budget budget) {
    int parties = problem.parties().size();
    if (certificate.frontier().parties() != problem.everyone()
        || certificate.best().size() != parties
        || certificate.floor().size() != parties
        || certificate.unit().size() != parties
        || solution.allTies()) {
      return Verdict.fails(Flaw.Code.OTHER_VALUE);
    }
    SolutionCertificate order =
        new SolutionCertificate(
            certificate.kind(),
            certificate.best(),
            certificate.floor(),
            certificate.unit(),
            List.of());
    return SolutionCheck.states(problem, solution, order)
        .then(() -> FrontierCheck.frontier(problem, certificate.frontier(), budget))
        .then(() -> measured(problem, order, certificate.frontier().frontier(), budget))
        .then(() -> isBest(order, certificate.frontier().frontier()));
  }

  private static Verdict measured(
      Problem problem, SolutionCertificate order, FrontierLayers frontier, Budget budget) {
    for (int party = 0; party < problem.parties().size(); party++) {
      int at = party;
      long most = vectors(frontier).mapToLong(entry -> frontier.worths(entry)[at]).max().orElse(0);
      long unit =
          switch (order.kind()) {
            case KALAI_SMORODINSKY, LEXIMIN -> most - order.floor().get(party);
            case NASH, UTILITARIAN, EQUAL_GAINS -> 1;
          };
      if (order.unit().get(party) != unit) {
        return Verdict.fails(Flaw.Code.MEASURE, party);
      }
    }
    return SolutionCheck.floors(problem, order, budget);
  }

  private static IntStream vectors(FrontierLayers frontier) {
    return IntStream.range(0, frontier.size());
  }

  private static Verdict isBest(SolutionCertificate order, FrontierLayers frontier) {
    return vectors(frontier)
        .filter(entry -> PackageOrder.compare(order, frontier.worths(entry)) > 0)
        .boxed()
        .findFirst()
        .map(
            entry ->
                Verdict.fails(
                    Flaw.Code.BETTER_PACKAGE,
                    LongStream.of(frontier.worths(entry)).boxed().toList()))
        .orElse(new Verdict.Holds());
  }
}
