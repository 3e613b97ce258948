package org.parley.sequence.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.model.step.DemandId;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.Interpretation;
import org.parley.sequence.plan.Plan;

/// Converts plans to networks with uncertainty, and decides their controllability.
public final class ControlledPlans {

  private ControlledPlans() {}

  /// The network of a problem under the readings and ways of a plan. It has no recesses: whether a
  /// body sits when others end a step is not modelled.
  public static ControlledPlan of(SequenceProblem problem, Plan plan) {
    SequenceProblem anchored = problem.anchored();
    var encoding = new Encoding(anchored);
    var choice = new Interpretation(plan.readings(), plan.ways());
    List<PlannedStep> lasting = new ArrayList<>();
    List<UncertainNetwork.Contingent> contingents = new ArrayList<>();
    Set<Loop.Reason> decided = new HashSet<>();
    for (PlannedStep step : anchored.steps()) {
      PlannedStep.Duration duration = step.duration();
      if (duration.chosenBy() == PlannedStep.ChosenBy.OTHERS
          && duration.most() > 0
          && !anchored.isEndDated(step.id())) {
        lasting.add(step);
        decided.add(new Loop.Reason.Lasts(step.id()));
        contingents.add(
            new UncertainNetwork.Contingent(
                encoding.nodeOf(Moment.start(step.id())),
                encoding.nodeOf(Moment.end(step.id())),
                duration.least(),
                duration.most()));
      }
    }
    List<UncertainNetwork.UpperBound> bounds = new ArrayList<>();
    List<Loop.Link> links = new ArrayList<>();
    for (int arc : choice.arcs(encoding, _ -> true, anchored)) {
      Loop.Link link = encoding.link(arc);
      if (!decided.contains(link.reason())) {
        links.add(link);
        bounds.add(
            new UncertainNetwork.UpperBound(
                encoding.nodeOf(link.from()), encoding.nodeOf(link.to()), link.atMost()));
      }
    }
    List<Moment> moments = new ArrayList<>();
    for (int node = 0; node < encoding.nodeCount(); node++) {
      moments.add(encoding.momentOf(node));
    }
    return new ControlledPlan(
        anchored,
        plan.readings(),
        plan.ways(),
        new UncertainNetwork(encoding.nodeCount(), bounds, contingents),
        moments,
        links,
        lasting,
        past(encoding, plan));
  }

  private static Map<Integer, Long> past(Encoding encoding, Plan plan) {
    Map<Integer, Long> past = new TreeMap<>();
    past.put(encoding.nodeOf(new Moment.Origin()), 0L);
    plan.earliest()
        .forEach(
            (moment, time) -> {
              if (time < 0) {
                past.put(encoding.nodeOf(moment), time);
              }
            });
    return past;
  }

  /// Finds a strategy that keeps every clause whatever others decide, or the proof that there is
  /// none. A step of the budget is one moment visited in the search for one duration.
  public static Finding<Strategy> strategy(ControlledPlan plan, Budget budget) {
    var meter = new Meter(budget);
    UncertainNetwork network = plan.network();
    Derivation proof = WaitPropagation.refute(network, meter);
    if (proof == null) {
      return meter.stopped()
          ? new Finding.Bounded<>(
              new Strategy(network), new SequenceBound.ControlUntold(), meter.stoppedBy())
          : new Finding.Exhausted<>(new Strategy(network));
    }
    return new Finding.Impossible<>(
        new ControlledPlan.Uncontrollable(
            plan,
            proof,
            proof.expanded(ControlledPlan.MOST_LINKS).stream().map(plan::link).toList()));
  }

  /// The proof that every clause of a plan can be kept whatever others decide. A step of the budget
  /// is one composition of two bounds.
  ///
  /// @throws IllegalArgumentException if they cannot all be kept
  public static Finding<UncertainNetwork> prove(ControlledPlan plan, Budget budget) {
    return switch (Closures.of(plan.network(), budget)) {
      case Finding.Proved<Closure>(Closure closure, _) ->
          new Finding.Proved<>(plan.network(), new ControlledPlan.Controllable(plan, closure));
      case Finding.Bounded<Closure>(_, Bound bound, StoppedBy by) ->
          new Finding.Bounded<>(plan.network(), bound, by);
      case Finding.Exhausted<Closure> _ -> new Finding.Exhausted<>(plan.network());
      case Finding.Impossible<Closure>(var certificate) -> new Finding.Impossible<>(certificate);
    };
  }

  /// The units by which each demand of a loop alone would have to give to regain control. Demands
  /// that are not enough alone are left out. A step of the budget is one moment visited in the
  /// search for one duration.
  public static Finding<Map<DemandId, Long>> give(
      ControlledPlan.Uncontrollable why, Budget budget) {
    var meter = new Meter(budget);
    Map<DemandId, Long> give = give(why, meter);
    return meter.stopped()
        ? new Finding.Bounded<>(give, new SequenceBound.AmountsUnfinished(), meter.stoppedBy())
        : new Finding.Exhausted<>(give);
  }

  private static Map<DemandId, Long> give(ControlledPlan.Uncontrollable why, Meter meter) {
    Map<DemandId, Long> give = new TreeMap<>();
    for (Loop.Link link : why.loop()) {
      if (meter.stopped()) {
        return give;
      }
      if (link.reason() instanceof Loop.Reason.Demanded demanded
          && !give.containsKey(demanded.demand())) {
        long least = least(why.plan(), demanded.demand(), meter);
        if (least > 0 && !meter.stopped()) {
          give.put(demanded.demand(), least);
        }
      }
    }
    return give;
  }

  /// The least amount that one demand must give, by bisection: giving more never loses control. 0
  /// if no amount is enough.
  private static long least(ControlledPlan plan, DemandId demand, Meter meter) {
    long enough = 1;
    while (!holdsWhenGiving(plan, demand, enough, meter)) {
      if (enough > Clause.LARGEST / 4 || meter.stopped()) {
        return 0;
      }
      enough *= 2;
    }
    long tooLittle = enough / 2;
    while (enough - tooLittle > 1 && !meter.stopped()) {
      long middle = tooLittle + (enough - tooLittle) / 2;
      if (holdsWhenGiving(plan, demand, middle, meter)) {
        enough = middle;
      } else {
        tooLittle = middle;
      }
    }
    return enough;
  }

  private static boolean holdsWhenGiving(
      ControlledPlan plan, DemandId demand, long amount, Meter meter) {
    UncertainNetwork network = plan.network();
    List<Loop.Link> links = plan.links();
    List<UncertainNetwork.UpperBound> bounds = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      UncertainNetwork.UpperBound bound = network.bounds().get(i);
      boolean gives =
          links.get(i).reason() instanceof Loop.Reason.Demanded demanded
              && demanded.demand().equals(demand);
      long atMost = gives ? Math.min(bound.atMost() + amount, Clause.LARGEST) : bound.atMost();
      bounds.add(new UncertainNetwork.UpperBound(bound.from(), bound.to(), atMost));
    }
    return WaitPropagation.refute(
            new UncertainNetwork(network.nodes(), bounds, network.contingents()), meter)
        == null;
  }
}
