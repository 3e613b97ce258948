package org.parley.sequence;

import java.util.List;
import java.util.Map;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;

/// A negative cycle of moments: the proof that its clauses cannot all hold.
///
/// @param links the links in order; each begins where the one before ends, and the first where the
///   last ends
public record Loop(List<Link> links) {

  public Loop {
    links = List.copyOf(links);
  }

  /// By how many units the loop fails to close; above 0 in every loop that proves something.
  public long shortBy() {
    long total = 0;
    for (Link link : links) {
      total = Math.addExact(total, link.atMost());
    }
    return Math.negateExact(total);
  }

  /// One bound: `to` comes at most `atMost` units after `from` (at least `-atMost` before, where
  /// that is below 0), and why.
  public record Link(Moment from, Moment to, long atMost, Reason reason) {}

  /// Why a bound holds.
  public sealed interface Reason {

    /// A clause of a demand, in one of its ways, with contested terms read in a certain way.
    record Demanded(DemandId demand, int way, int clause, Map<TermId, String> readings)
        implements Reason {
      public Demanded {
        readings = Map.copyOf(readings);
      }
    }

    /// How long a step takes.
    record Lasts(StepId step) implements Reason {}

    /// A fixed clause, by its place in the list.
    record Fixed(int index) implements Reason {}

    /// Nothing can happen any more in the past.
    record Past(StepId step) implements Reason {}
  }
}
