package org.parley.sequence;

import java.util.List;
import java.util.Map;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;

/// A negative cycle of moments: the proof that its clauses cannot all hold.
///
/// @param links the links in order; each begins at the end of the one before, the first at the end
///   of the last
public record Loop(List<Link> links) {

  public Loop {
    links = List.copyOf(links);
  }

  /// The negated length of the cycle, in units; positive for a proof.
  public long shortBy() {
    long total = 0;
    for (Link link : links) {
      total = Math.addExact(total, link.atMost());
    }
    return Math.negateExact(total);
  }

  /// A bound with its reason: `to` comes at most `atMost` units after `from`, or at least `-atMost`
  /// before if that is negative.
  public record Link(Moment from, Moment to, long atMost, Reason reason) {}

  /// The reason of a bound.
  public sealed interface Reason {

    /// A clause of a demand, in one of its ways, under readings of contested terms.
    record Demanded(DemandId demand, int way, int clause, Map<TermId, String> readings)
        implements Reason {
      public Demanded {
        readings = Map.copyOf(readings);
      }
    }

    /// The duration of a step.
    record Lasts(StepId step) implements Reason {}

    /// A fixed clause, by index.
    record Fixed(int index) implements Reason {}

    /// No open step lies in the past.
    record Past(StepId step) implements Reason {}

    /// A step does not end within a recess.
    ///
    /// @param index the recess, by index
    /// @param after whether the step ends after it; else before it
    record Recess(int index, boolean after) implements Reason {}
  }
}
