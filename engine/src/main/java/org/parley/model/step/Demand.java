package org.parley.model.step;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.party.PartyId;
import org.parley.model.text.PointId;

/// What a party demands of the order or the dates of steps, resting on what it said or signed.
///
/// @param id its id
/// @param text the demand in words
/// @param by whose demand it is
/// @param claims the claims it rests on
/// @param points the points whose text says so
/// @param allOf what it demands, all of it
/// @param anyOf what it demands, one of which suffices
/// @param inferred whether it follows from the nature of the steps and nobody said it
public record Demand(
    DemandId id,
    String text,
    List<PartyId> by,
    List<ClaimId> claims,
    List<PointId> points,
    List<Timing> allOf,
    List<Timing> anyOf,
    boolean inferred,
    Visibility visibility)
    implements CaseRecord {

  /// One thing demanded of the timing of a step.
  public sealed interface Timing {

    /// Strictly after another: by at least `least`, or any time where absent, and at most `most`.
    record After(When step, When of, @Nullable Period least, @Nullable Period most)
        implements Timing {}

    /// Not before another; at the same time will do.
    record Once(When step, When of) implements Timing {}

    /// At the same time as another.
    record Together(When step, When with) implements Timing {}

    /// Not before a date.
    record NotBefore(When step, Edtf date) implements Timing {}

    /// By a date at the latest.
    record By(When step, Edtf date) implements Timing {}

    /// To be determined by somebody later.
    record ToBeDetermined(StepId step, String decidedBy) implements Timing {}

    /// Passed up to somebody to decide.
    record Escalated(StepId step, String to) implements Timing {}
  }

  public Demand {
    by = List.copyOf(by);
    claims = List.copyOf(claims);
    points = List.copyOf(points);
    allOf = List.copyOf(allOf);
    anyOf = List.copyOf(anyOf);
  }
}
