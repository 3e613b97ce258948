package org.parley.sequence.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.bounds.Choice;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Steps as a network in which some durations are decided by others, and back.
///
/// @param problem the problem, in which nothing begins before the origin
/// @param readings how contested terms are read
/// @param ways which way each demand is met that has several
/// @param network the moments by number, 0 the origin
/// @param moments the moment of each number
/// @param links why each bound of the network holds, in its order
/// @param lasting which step each contingent duration is of
/// @param past when each moment was that lies before the origin, and the origin: what a strategy
///   begins with. The day a step was carried out is on record; when it was begun is not, and stands
///   at the earliest that keeps every clause.
public record ControlledPlan(
    SequenceProblem problem,
    Map<TermId, String> readings,
    Map<DemandId, Integer> ways,
    UncertainNetwork network,
    List<Moment> moments,
    List<Loop.Link> links,
    List<PlannedStep> lasting,
    Map<Integer, Long> past) {

  /// Why no strategy keeps every clause: the loop in steps and clauses, and what each demand in it
  /// would have to give.
  ///
  /// @param plan the network it is about
  /// @param proof the proof, which can be checked alone
  /// @param loop the loop in order; a duration that others decide stands in it at its most or at
  ///   its least
  /// @param give by how many units each demand of the loop alone would have to give to regain
  ///   control; demands that cannot do it alone are left out
  /// @param allGiven whether this was worked out for every demand of the loop within the budget
  public record Uncontrollable(
      ControlledPlan plan,
      Derivation proof,
      List<Loop.Link> loop,
      Map<DemandId, Long> give,
      boolean allGiven)
      implements Certificate {}

  private static final int MOST_LINKS = 10_000;

  /// The network of a problem under one choice of readings and ways, as a plan made it.
  public static ControlledPlan of(SequenceProblem problem, Plan plan) {
    SequenceProblem anchored = Plans.anchored(problem);
    var encoding = new Encoding(anchored);
    var choice = new Choice(plan.readings(), plan.ways());
    List<PlannedStep> lasting = new ArrayList<>();
    List<UncertainNetwork.Contingent> contingents = new ArrayList<>();
    Set<Loop.Reason> decided = new HashSet<>();
    for (PlannedStep step : anchored.steps()) {
      PlannedStep.Duration duration = step.duration();
      if (duration.chosenBy() == PlannedStep.ChosenBy.OTHERS
          && duration.most() > 0
          && !isOver(anchored, step)) {
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
    List<UncertainNetwork.Bound> bounds = new ArrayList<>();
    List<Loop.Link> links = new ArrayList<>();
    for (int arc : choice.arcs(encoding, _ -> true, anchored)) {
      Loop.Link link = encoding.link(arc);
      if (!decided.contains(link.reason())) {
        links.add(link);
        bounds.add(
            new UncertainNetwork.Bound(
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

  /// Whether a step has its date already: then nobody decides any more how long it takes.
  private static boolean isOver(SequenceProblem problem, PlannedStep step) {
    Moment end = Moment.end(step.id());
    return problem.fixed().stream()
        .anyMatch(
            clause ->
                clause.from() instanceof Moment.Origin
                    && clause.to().equals(end)
                    && clause.atLeast() != null
                    && clause.atLeast().equals(clause.atMost()));
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

  /// A strategy that keeps every clause whatever others decide, or why there is none. A step of the
  /// budget is one moment looked at in the search for one duration.
  public Finding<Strategy> strategy(Budget budget) {
    var meter = new Meter(budget);
    Derivation proof = WaitPropagation.refute(network, meter);
    if (proof == null) {
      return meter.stopped()
          ? new Finding.Bounded<>(
              new Strategy(network), new SequenceBound.ControlUntold(), meter.stoppedBy())
          : new Finding.Proved<>(new Strategy(network), new Controllability.Unproved());
    }
    List<Loop.Link> loop = proof.expanded(MOST_LINKS).stream().map(this::link).toList();
    Map<DemandId, Long> give = give(loop, meter);
    return new Finding.Impossible<>(new Uncontrollable(this, proof, loop, give, !meter.stopped()));
  }

  private Loop.Link link(Derivation.Part part) {
    return switch (part) {
      case Derivation.Part.Given(int bound) -> links.get(bound);
      case Derivation.Part.NoLater(int i) -> lasts(i, true, lasting.get(i).duration().most());
      case Derivation.Part.NoEarlier(int i) -> lasts(i, false, -lasting.get(i).duration().least());
      case Derivation.Part.AtItsLeast(int i) -> lasts(i, true, lasting.get(i).duration().least());
      case Derivation.Part.AtItsMost(int i) -> lasts(i, false, -lasting.get(i).duration().most());
      case Derivation.Part.Followed followed ->
          throw new IllegalArgumentException("not expanded: " + followed);
    };
  }

  private Loop.Link lasts(int contingent, boolean forward, long atMost) {
    PlannedStep step = lasting.get(contingent);
    Moment start = Moment.start(step.id());
    Moment end = Moment.end(step.id());
    return new Loop.Link(
        forward ? start : end, forward ? end : start, atMost, new Loop.Reason.Lasts(step.id()));
  }

  private Map<DemandId, Long> give(List<Loop.Link> loop, Meter meter) {
    Map<DemandId, Long> give = new TreeMap<>();
    for (Loop.Link link : loop) {
      if (meter.stopped()) {
        return give;
      }
      if (link.reason() instanceof Loop.Reason.Demanded demanded
          && !give.containsKey(demanded.demand())) {
        long least = least(demanded.demand(), meter);
        if (least > 0 && !meter.stopped()) {
          give.put(demanded.demand(), least);
        }
      }
    }
    return give;
  }

  /// By how much a demand alone must give: found by halving, since giving more never loses control.
  /// 0 where no amount will do.
  private long least(DemandId demand, Meter meter) {
    long enough = 1;
    while (!holdsWhenGiving(demand, enough, meter)) {
      if (enough > Clause.LARGEST / 4 || meter.stopped()) {
        return 0;
      }
      enough *= 2;
    }
    long tooLittle = enough / 2;
    while (enough - tooLittle > 1 && !meter.stopped()) {
      long middle = tooLittle + (enough - tooLittle) / 2;
      if (holdsWhenGiving(demand, middle, meter)) {
        enough = middle;
      } else {
        tooLittle = middle;
      }
    }
    return enough;
  }

  private boolean holdsWhenGiving(DemandId demand, long amount, Meter meter) {
    List<UncertainNetwork.Bound> bounds = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      UncertainNetwork.Bound bound = network.bounds().get(i);
      boolean gives =
          links.get(i).reason() instanceof Loop.Reason.Demanded demanded
              && demanded.demand().equals(demand);
      long atMost = gives ? Math.min(bound.atMost() + amount, Clause.LARGEST) : bound.atMost();
      bounds.add(new UncertainNetwork.Bound(bound.from(), bound.to(), atMost));
    }
    return WaitPropagation.refute(
            new UncertainNetwork(network.nodes(), bounds, network.contingents()), meter)
        == null;
  }
}
