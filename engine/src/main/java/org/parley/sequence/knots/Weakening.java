package org.parley.sequence.knots;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.model.step.DemandId;
import org.parley.sequence.Loop;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.bounds.BellmanFord;
import org.parley.sequence.bounds.DifferenceBounds;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.Interpretation;
import org.parley.sequence.bounds.RecessSides;

/// The units by which each demand of a way out must be weakened instead of dropped: shorter least
/// lags and longer most lags.
///
/// Amounts are determined in order, each the least that suffices while later demands give freely.
/// None can be lowered unless an earlier one is raised. Another order may share the burden
/// otherwise. Beyond 4096 combinations of ways, no amounts are computed. Each amount takes a few
/// searches for a negative cycle per open reading and combination of ways (Newton's method on a
/// convex integer function).
public final class Weakening {

  private static final int MOST_CHOICES = 4096;
  private static final long NEVER = Long.MAX_VALUE;

  /// The amounts, in the order of the demands.
  public record Gives(Map<DemandId, Long> amounts) {
    public Gives {
      amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }
  }

  private final SequenceProblem problem;
  private final Encoding encoding;
  private final Meter meter;
  private final Map<DemandId, Long> amounts = new LinkedHashMap<>();
  private final Set<DemandId> dropped;

  private Weakening(SequenceProblem problem, List<DemandId> order, Meter meter) {
    this.problem = problem;
    this.meter = meter;
    encoding = new Encoding(problem);
    dropped = new HashSet<>(order);
  }

  /// The amounts, in the order of the demands. A step of the budget is one search for a cycle.
  ///
  /// @param order the demands to weaken, those that give least first
  /// @throws IllegalArgumentException where the way out does not untie the problem
  public static Finding<Gives> of(
      SequenceProblem problem, WayOut way, List<DemandId> order, Budget budget) {
    if (ways(problem) > MOST_CHOICES) {
      return new Finding.Bounded<>(
          new Gives(Map.of()), new SequenceBound.TooManyWays(MOST_CHOICES), StoppedBy.METHOD);
    }
    var weakening = new Weakening(problem, order, new Meter(budget));
    Meter meter = weakening.meter;
    List<Interpretation> readings =
        Interpretation.allReadings(new Interpretation(way.readings(), Map.of()), problem, meter);
    for (DemandId demand : order) {
      weakening.dropped.remove(demand);
      weakening.amounts.put(demand, 0L);
      long needed = 0;
      for (Interpretation reading : readings) {
        if (meter.stopped()) {
          break;
        }
        needed = Math.max(needed, weakening.least(demand, reading));
      }
      if (meter.stopped()) {
        return new Finding.Bounded<>(
            new Gives(Map.of()), new SequenceBound.AmountsUnfinished(), meter.stoppedBy());
      }
      if (needed == NEVER) {
        throw new IllegalArgumentException(
            "weakening demands: the rest cannot hold however much "
                + demand
                + " gives. Maybe it is not a way out of this problem.");
      }
      weakening.amounts.put(demand, needed);
    }
    return new Finding.Exhausted<>(new Gives(weakening.amounts));
  }

  /// The number of combinations of ways, capped a little above the limit.
  private static long ways(SequenceProblem problem) {
    long ways = 1;
    for (TimedDemand demand : problem.demands()) {
      ways *= Math.max(1, demand.anyOf().size());
      if (ways > MOST_CHOICES) {
        return ways;
      }
    }
    return ways;
  }

  /// Computes the amounts, in the order of the way out.
  public static Finding<Gives> of(SequenceProblem problem, WayOut way, Budget budget) {
    return of(problem, way, way.drop(), budget);
  }

  /// Computes the amounts for a way out of one group of knots, as if all other knots were resolved.
  /// If knots may be missing, the way may be insufficient, and no amounts are computed.
  ///
  /// @param problem the problem of the knots
  public static Finding<Gives> of(
      SequenceProblem problem,
      Finding<List<Knot>> knots,
      WaysOut.Group group,
      WayOut way,
      Budget budget) {
    return knots instanceof Finding.Bounded<List<Knot>> bounded
        ? new Finding.Bounded<>(
            new Gives(Map.of()), new SequenceBound.KnotsMissing(), bounded.stoppedBy())
        : of(WaysOut.alone(problem, group), way, budget);
  }

  private long least(DemandId demand, Interpretation reading) {
    long least = NEVER;
    for (Interpretation choice : Interpretation.allWays(reading, problem, meter)) {
      if (meter.stopped()) {
        return least;
      }
      least = Math.min(least, leastUnder(choice, demand, 0));
    }
    return least;
  }

  private long leastUnder(Interpretation choice, DemandId demand, long atLeast) {
    int[] arcs = choice.arcs(encoding, id -> !dropped.contains(id), problem);
    DifferenceBounds strict = encoding.differences(arcs);
    long amount = atLeast;
    while (true) {
      if (meter.spend(1) || meter.heed(arcs.length)) {
        return amount;
      }
      long[] atMost = strict.atMost().clone();
      for (int i = 0; i < arcs.length; i++) {
        if (encoding.link(arcs[i]).reason() instanceof Loop.Reason.Demanded demanded) {
          long give =
              demanded.demand().equals(demand)
                  ? amount
                  : amounts.getOrDefault(demanded.demand(), 0L);
          atMost[i] = Math.addExact(atMost[i], give);
        }
      }
      var bounds = new DifferenceBounds(strict.nodes(), strict.from(), strict.to(), atMost);
      var potentials = new BellmanFord(bounds);
      List<int[]> cycles = potentials.run(meter);
      if (cycles.isEmpty()) {
        return meter.stopped() ? amount : onSides(choice, demand, amount, potentials.times());
      }
      long missing = 0;
      long shares = 0;
      for (int i : cycles.getFirst()) {
        missing = Math.subtractExact(missing, atMost[i]);
        if (encoding.link(arcs[i]).reason() instanceof Loop.Reason.Demanded demanded
            && demanded.demand().equals(demand)) {
          shares++;
        }
      }
      if (shares == 0) {
        return NEVER;
      }
      amount = Math.addExact(amount, Math.ceilDiv(missing, shares));
    }
  }

  /// The amount, if no step ends in a recess; else the least of both its sides.
  private long onSides(Interpretation choice, DemandId demand, long amount, long[] times) {
    Optional<Loop.Reason.Recess> broken = RecessSides.broken(encoding, times);
    if (broken.isEmpty()) {
      return amount;
    }
    Interpretation before = choice.with(List.of(RecessSides.other(broken.get())));
    return Math.min(
        leastUnder(before, demand, amount),
        leastUnder(choice.with(List.of(broken.get())), demand, amount));
  }
}
