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

  /// Why no strategy keeps every clause: the loop in steps and clauses.
  ///
  /// @param plan the network it is about
  /// @param proof the proof, which can be checked alone
  /// @param loop the loop in order; a duration that others decide stands in it at its most or at
  ///   its least
  public record Uncontrollable(ControlledPlan plan, Derivation proof, List<Loop.Link> loop)
      implements Certificate.OfNone {
    public Uncontrollable {
      loop = List.copyOf(loop);
    }
  }

  /// States that every clause can be kept whatever others decide.
  ///
  /// @param plan the network it is about
  /// @param proof the proof, which can be checked alone
  public record Controllable(ControlledPlan plan, Closure proof) implements Certificate.OfAnswer {}

  /// The most links of a loop that are told.
  public static final int MOST_LINKS = 10_000;

  /// What a part of a proof says in steps and clauses.
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
