package org.parley.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.parley.exact.Budget;
import org.parley.model.step.StepId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.UncertainNetwork;

/// Checks that the network of a plan contains every clause and contingent duration.
final class NetworkCheck {

  private NetworkCheck() {}

  /// Verifies that no strategy keeps every clause, and that the loop restates the proof in steps
  /// and clauses.
  static Verdict verify(ControlledPlan.Uncontrollable proof, SequenceProblem problem) {
    return network(proof.plan(), problem)
        .then(() -> LoopCheck.verify(proof.proof(), proof.plan().network()))
        .then(
            () ->
                proof.proof().expanded(ControlledPlan.MOST_LINKS).stream()
                        .map(proof.plan()::link)
                        .toList()
                        .equals(proof.loop())
                    ? new Verdict.Holds()
                    : Verdict.fails(Flaw.Code.CHAIN_BROKEN, 0));
  }

  /// Verifies that every clause can be kept whatever others decide.
  static Verdict verify(ControlledPlan.Controllable proof, SequenceProblem problem, Budget budget) {
    return network(proof.plan(), problem)
        .then(() -> ClosureCheck.verify(proof.proof(), proof.plan().network(), budget));
  }

  private static Verdict network(ControlledPlan plan, SequenceProblem problem) {
    if (!plan.problem().equals(problem)) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    try {
      return isThatOf(plan, new SequenceBounds(problem))
          ? new Verdict.Holds()
          : Verdict.fails(Flaw.Code.OTHER_NETWORK);
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  private static boolean isThatOf(ControlledPlan plan, SequenceBounds check) {
    UncertainNetwork network = plan.network();
    List<Moment> places = plan.moments().stream().map(check::place).toList();
    boolean sound =
        places.size() == network.nodes()
            && new HashSet<>(places).size() == places.size()
            && places.getFirst().equals(Moment.ORIGIN)
            && plan.links().size() == network.bounds().size()
            && plan.lasting().size() == network.contingents().size();
    Set<StepId> decided = new HashSet<>();
    List<PlannedStep> lasting = new ArrayList<>();
    for (PlannedStep step : plan.problem().steps()) {
      if (step.duration().chosenBy() == PlannedStep.ChosenBy.OTHERS
          && step.duration().most() > 0
          && !check.isEndDated(step.id())) {
        decided.add(step.id());
        lasting.add(step);
      }
    }
    sound &= lasting.equals(plan.lasting());
    for (int at = 0; sound && at < lasting.size(); at++) {
      PlannedStep step = lasting.get(at);
      sound =
          network
              .contingents()
              .get(at)
              .equals(
                  new UncertainNetwork.Contingent(
                      places.indexOf(check.place(Moment.start(step.id()))),
                      places.indexOf(check.place(Moment.end(step.id()))),
                      step.duration().least(),
                      step.duration().most()));
    }
    Set<SequenceBounds.Bound> held = new HashSet<>();
    for (int at = 0; sound && at < plan.links().size(); at++) {
      Loop.Link link = plan.links().get(at);
      UncertainNetwork.UpperBound bound = network.bounds().get(at);
      sound =
          check.holds(link, plan.readings(), plan.ways())
              && places.get(bound.from()).equals(check.place(link.from()))
              && places.get(bound.to()).equals(check.place(link.to()))
              && bound.atMost() == link.atMost()
              && !(link.reason() instanceof Loop.Reason.Lasts(StepId step)
                  && decided.contains(step));
      held.add(
          new SequenceBounds.Bound(
              places.get(bound.from()), places.get(bound.to()), bound.atMost()));
    }
    return sound
        && check.under(plan.readings(), plan.ways(), decided).stream()
            .allMatch(
                each ->
                    held.contains(each) || (each.from().equals(each.to()) && each.atMost() >= 0));
  }
}
