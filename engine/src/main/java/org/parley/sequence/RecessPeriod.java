package org.parley.sequence;

import java.util.List;
import org.parley.model.PartyId;
import org.parley.model.source.SourceId;
import org.parley.model.step.StepId;

/// A time within which a step cannot end, since a body that takes it does not sit.
///
/// A step whose end is dated ended nevertheless.
///
/// @param step the step
/// @param body the body
/// @param name its usual name
/// @param from the first unit of the recess
/// @param to the last unit of the recess
/// @param source its sources
public record RecessPeriod(
    StepId step, PartyId body, String name, long from, long to, List<SourceId> source) {

  public RecessPeriod {
    source = List.copyOf(source);
    if (to < from || from < -Clause.LARGEST || to > Clause.LARGEST) {
      throw new IllegalArgumentException(
          "reading a recess: from "
              + from
              + " to "
              + to
              + " is not one. Maybe the two are swapped, or one is far too large.");
    }
  }

  /// Whether a time lies within it.
  public boolean contains(long time) {
    return from <= time && time <= to;
  }

  /// The end of the step.
  public Moment.At moment() {
    return Moment.end(step);
  }

  /// The clause that puts the end of the step on one side.
  public Clause side(boolean after) {
    return after ? Clause.notBefore(moment(), to + 1) : Clause.notAfter(moment(), from - 1);
  }
}
