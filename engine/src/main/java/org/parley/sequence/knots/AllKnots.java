package org.parley.sequence.knots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.model.step.DemandId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.bounds.BellmanFord;
import org.parley.sequence.bounds.DifferenceBounds;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.Interpretation;
import org.parley.sequence.bounds.RecessSides;

/// Proves that a list of knots is complete, by dates that keep all other demands.
public final class AllKnots {

  private AllKnots() {}

  /// Proves that these are all knots of a problem. A step of the budget is one set of demands or
  /// one choice of ways.
  ///
  /// @throws IllegalArgumentException if they are not all
  public static Finding<KnotsCompleteness> of(
      SequenceProblem problem, List<Knot> knots, Budget budget) {
    var meter = new Meter(budget);
    var encoding = new Encoding(problem);
    List<KnotsCompleteness.Witness> witnesses = new ArrayList<>();
    List<Interpretation> readings = Interpretation.allReadings(Interpretation.NONE, problem, meter);
    for (Interpretation reading : readings) {
      meter.heed(knots.size());
      List<Set<DemandId>> tied =
          knots.stream()
              .filter(knot -> !Readings.conflict(reading.readings(), knot.readings()))
              .<Set<DemandId>>map(knot -> new TreeSet<>(knot.demands()))
              .toList();
      for (Set<DemandId> without : WaysOut.meeting(tied, meter)) {
        var search = new Dates(problem, encoding, new HashSet<>(without), meter);
        Optional<Map<Moment.At, Long>> times = search.from(reading, 0);
        if (!meter.stopped()) {
          witnesses.add(
              new KnotsCompleteness.Witness(
                  reading.readings(),
                  without,
                  times.orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "proving that these are all knots: without "
                                  + without
                                  + " the demands still cannot hold. Maybe a knot is missing."))));
        }
      }
      if (meter.stopped()) {
        break;
      }
    }
    if (meter.stopped()) {
      return new Finding.Bounded<>(
          new KnotsCompleteness(knots, witnesses),
          new SequenceBound.ProofOfAllUnfinished(witnesses.size()),
          meter.stoppedBy());
    }
    var all = new KnotsCompleteness(knots, witnesses);
    return new Finding.Proved<>(all, all);
  }

  /// Searches for dates under one reading, without some demands.
  private record Dates(
      SequenceProblem problem, Encoding encoding, Set<DemandId> without, Meter meter) {

    Optional<Map<Moment.At, Long>> from(Interpretation made, int at) {
      if (meter.spend(1)) {
        return Optional.empty();
      }
      int[] arcs = made.arcs(encoding, id -> !without.contains(id), problem);
      meter.heed(encoding.arcCount());
      DifferenceBounds bounds = encoding.differences(arcs);
      var potentials = new BellmanFord(bounds);
      if (!potentials.run(meter).isEmpty() || meter.stopped()) {
        return Optional.empty();
      }
      @Nullable TimedDemand open = null;
      int next = at;
      while (open == null && next < problem.demands().size()) {
        TimedDemand demand = problem.demands().get(next++);
        open = demand.anyOf().size() > 1 && !without.contains(demand.id()) ? demand : null;
      }
      if (open == null) {
        return onSides(made, at, potentials.times());
      }
      for (int way = 0; way < open.anyOf().size(); way++) {
        Optional<Map<Moment.At, Long>> found = from(made.with(open.id(), way), next);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    /// The dates, if no step ends in a recess; else dates on one of its sides.
    private Optional<Map<Moment.At, Long>> onSides(Interpretation made, int at, long[] times) {
      Optional<Loop.Reason.Recess> broken = RecessSides.broken(encoding, times);
      if (broken.isEmpty()) {
        return Optional.of(times(times));
      }
      Optional<Map<Moment.At, Long>> before =
          from(made.with(List.of(RecessSides.other(broken.get()))), at);
      return before.isPresent() ? before : from(made.with(List.of(broken.get())), at);
    }

    private Map<Moment.At, Long> times(long[] potentials) {
      Map<Moment.At, Long> times = new HashMap<>();
      long origin = potentials[encoding.nodeOf(Moment.ORIGIN)];
      for (PlannedStep step : problem.steps()) {
        for (Moment.At moment : List.of(Moment.start(step.id()), Moment.end(step.id()))) {
          times.put(moment, potentials[encoding.nodeOf(moment)] - origin);
        }
      }
      return times;
    }
  }
}
