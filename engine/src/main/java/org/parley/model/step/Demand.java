package org.parley.model.step;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.text.PointId;

/// A demand of a party on the order or dates of steps, based on its claims or signed texts.
///
/// @param id its id
/// @param text the demand in words
/// @param by the party
/// @param claims the claims it rests on
/// @param points the points of its text
/// @param since the day from which it is demanded; default: that of its claims or its text
/// @param supersedes the earlier demands that it replaces: a later deadline
/// @param allOf the timings demanded, all of them
/// @param anyOf the timings demanded, one of which suffices
/// @param inferred whether it follows from the nature of the steps and was not stated
public record Demand(
    DemandId id,
    String text,
    List<PartyId> by,
    List<ClaimId> claims,
    List<PointId> points,
    @Nullable Edtf since,
    List<DemandId> supersedes,
    List<Timing> allOf,
    List<Timing> anyOf,
    boolean inferred,
    Visibility visibility)
    implements CaseRecord {

  /// A constraint on the timing of a step.
  public sealed interface Timing {

    /// Strictly after another: by at least `least` if given, and at most `most`.
    record After(When step, When of, @Nullable Period least, @Nullable Period most)
        implements Timing {}

    /// Not before another; simultaneous is allowed.
    record Once(When step, When of) implements Timing {}

    /// Simultaneous with another.
    record Together(When step, When with) implements Timing {}

    /// Not before a date.
    record NotBefore(When step, Edtf date) implements Timing {}

    /// No later than a date.
    record By(When step, Edtf date) implements Timing {}

    /// To be determined later.
    record ToBeDetermined(StepId step, String decidedBy) implements Timing {}

    /// Escalated for decision.
    record Escalated(StepId step, String to) implements Timing {}
  }

  public Demand {
    by = List.copyOf(by);
    claims = List.copyOf(claims);
    points = List.copyOf(points);
    supersedes = List.copyOf(supersedes);
    allOf = List.copyOf(allOf);
    anyOf = List.copyOf(anyOf);
  }
}
