package org.parley.sequence.control;

import java.util.List;
import java.util.Map;
import org.parley.exact.Certificate;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;

/// A plan as a network with uncertainty, and back.
///
/// @param problem the problem, with the origin as a lower bound
/// @param readings by term, the reading
/// @param ways by demand with several ways, the way
/// @param network the moments by number, 0 the origin
/// @param moments the moment of each node
/// @param links the reason of each bound of the network
/// @param lasting by contingent duration, its step
/// @param past the times of moments before the origin, and the origin: the start of a strategy. The
///   day a step was completed is on record. The day it began is not, and is set to the earliest
///   that keeps every clause.
public record ControlledPlan(
    SequenceProblem problem,
    Map<TermId, String> readings,
    Map<DemandId, Integer> ways,
    UncertainNetwork network,
    List<Moment> moments,
    List<Loop.Link> links,
    List<PlannedStep> lasting,
    Map<Integer, Long> past) {

  /// The proof that no strategy keeps every clause, as a loop of steps and clauses.
  ///
  /// @param plan the network
  /// @param proof the independently checkable proof
  /// @param loop the loop in order; a contingent duration has its largest or least length in it
  public record Uncontrollable(ControlledPlan plan, Derivation proof, List<Loop.Link> loop)
      implements Certificate.OfNone {
    public Uncontrollable {
      loop = List.copyOf(loop);
    }
  }

  /// States that every clause can be kept whatever others decide.
  ///
  /// @param plan the network
  /// @param proof the independently checkable proof
  public record Controllable(ControlledPlan plan, Closure proof) implements Certificate.OfAnswer {}

  /// The most links of a loop that are listed.
  public static final int MOST_LINKS = 10_000;

  /// The step or clause of a part of a proof.
  public Loop.Link link(Derivation.Part part) {
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
}
