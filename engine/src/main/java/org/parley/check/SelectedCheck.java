package org.parley.check;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.FrontierLayers;
import org.parley.bargain.frontier.LeastWorth;
import org.parley.bargain.frontier.SelectedCertificate;
import org.parley.bargain.linked.LoneParty;
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
        .then(() -> measured(problem, order, certificate.frontier().frontier()))
        .then(() -> floors(problem, certificate, order, budget))
        .then(() -> isBest(order, certificate.frontier().frontier()));
  }

  private static Verdict measured(
      Problem problem, SolutionCertificate order, FrontierLayers frontier) {
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
    return new Verdict.Holds();
  }

  private static Verdict floors(
      Problem problem, SelectedCertificate certificate, SolutionCertificate order, Budget budget) {
    Verdict verdict = new Verdict.Holds();
    BitSet proved = new BitSet();
    for (LeastWorth each : certificate.leasts()) {
      verdict = verdict.then(() -> least(problem, order, each, budget));
      if (!verdict.holds()) {
        return verdict;
      }
      proved.set(each.party());
    }
    return verdict.then(() -> SolutionCheck.floors(problem, order, proved, budget));
  }

  /// Verifies that the frontier of the losses of a party is a single loss, which is its floor.
  private static Verdict least(
      Problem problem, SolutionCertificate order, LeastWorth least, Budget budget) {
    int party = least.party();
    FrontierLayers losses = least.losses().frontier();
    if (party < 0
        || party >= problem.parties().size()
        || problem.parties().get(party).baseline() != null
        || losses.size() != 1) {
      return Verdict.fails(Flaw.Code.MEASURE, party);
    }
    Problem alone = LoneParty.of(problem, party, false);
    return least.losses().parties() == alone.everyone()
            && problem.parties().get(party).capped(-losses.worths(0)[0]) == order.floor().get(party)
        ? FrontierCheck.frontier(alone, least.losses(), budget)
        : Verdict.fails(Flaw.Code.MEASURE, party);
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
