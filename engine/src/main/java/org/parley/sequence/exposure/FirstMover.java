package org.parley.sequence.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.bounds.ShortestDistances;
import org.parley.sequence.plan.Plan;

/// The party that gives first irreversibly, and its longest wait for a return, with everything at
/// its earliest.
///
/// @param party the party
/// @param gives the steps by which it gives
/// @param since the beginning of its exposure
/// @param largest its largest exposure in this first period
/// @param until when it has received as much as it gave; null for never
/// @param receives the steps by which it has; empty for never
/// @param atMost the longest wait from giving to receiving under the clauses; null if unbounded
public record FirstMover(
    PartyId party,
    List<StepId> gives,
    long since,
    long largest,
    @Nullable Long until,
    List<StepId> receives,
    @Nullable Long atMost) {

  public FirstMover {
    gives = List.copyOf(gives);
    receives = List.copyOf(receives);
  }

  /// The parties with the first exposure in a plan, by id: several if simultaneous; none if nobody
  /// is ever exposed.
  public static List<FirstMover> of(SequenceProblem problem, Plan plan) {
    Map<Moment.At, Long> times = plan.earliest();
    List<FirstMover> movers = new ArrayList<>();
    for (Exposure.Curve curve : Exposure.of(problem, times)) {
      FirstMover mover = firstStretch(problem, plan, times, curve);
      if (mover != null) {
        movers.add(mover);
      }
    }
    long first = movers.stream().mapToLong(FirstMover::since).min().orElse(0);
    return movers.stream().filter(mover -> mover.since == first).toList();
  }

  private static @Nullable FirstMover firstStretch(
      SequenceProblem problem, Plan plan, Map<Moment.At, Long> times, Exposure.Curve curve) {
    @Nullable Long since = null;
    long largest = 0;
    for (Exposure.Balance balance : curve.balances()) {
      if (balance.exposure() > 0) {
        since = since == null ? balance.time() : since;
        largest = Math.max(largest, balance.exposure());
      } else if (since != null) {
        List<StepId> gives = steps(problem, times, curve.party(), since, -1);
        List<StepId> receives = steps(problem, times, curve.party(), balance.time(), 1);
        return new FirstMover(
            curve.party(),
            gives,
            since,
            largest,
            balance.time(),
            receives,
            longest(new ExchangeDates(problem, plan), gives, receives));
      }
    }
    return since == null
        ? null
        : new FirstMover(
            curve.party(),
            steps(problem, times, curve.party(), since, -1),
            since,
            largest,
            null,
            List.of(),
            null);
  }

  /// The irreversible steps at a time with a worth of this sign to a party.
  private static List<StepId> steps(
      SequenceProblem problem, Map<Moment.At, Long> times, PartyId party, long time, int sign) {
    return problem.steps().stream()
        .filter(
            step ->
                !step.reversible()
                    && Long.signum(step.worth().getOrDefault(party, 0L)) == sign
                    && Long.valueOf(time).equals(times.get(Moment.end(step.id()))))
        .map(PlannedStep::id)
        .toList();
  }

  private static @Nullable Long longest(
      ExchangeDates dates, List<StepId> gives, List<StepId> receives) {
    long longest = 0;
    for (StepId give : gives) {
      ShortestDistances from = dates.from(Moment.end(give));
      for (StepId receive : receives) {
        long most = from.of(dates.nodeOf(Moment.end(receive)));
        if (most == ShortestDistances.FAR) {
          return null;
        }
        longest = Math.max(longest, most);
      }
    }
    return longest;
  }
}
