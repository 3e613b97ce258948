package org.parley.sequence.knots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.model.step.DemandId;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.bounds.ChoiceSearch;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.Interpretation;

/// Proves that a list of knots is complete, by dates that keep all other demands.
public final class AllKnots {

  private AllKnots() {}

  /// Proves that these are all knots of a problem. A step of the budget is one set of demands, or
  /// one state of the search for their dates.
  ///
  /// @throws IllegalArgumentException if they are not all
  public static Finding<KnotsCompleteness> of(
      SequenceProblem problem, List<Knot> knots, Budget budget) {
    var meter = new Meter(budget);
    var encoding = new Encoding(problem);
    var search = new ChoiceSearch(encoding, meter);
    List<KnotsCompleteness.Witness> witnesses = new ArrayList<>();
    List<Interpretation> readings = Interpretation.allReadings(Interpretation.NONE, problem, meter);
    for (Interpretation reading : readings) {
      meter.heed(knots.size());
      List<Set<DemandId>> tied =
          knots.stream()
              .filter(knot -> !Readings.conflict(reading.readings(), knot.readings()))
              .<Set<DemandId>>map(knot -> new TreeSet<>(knot.demands()))
              .toList();
      for (Set<DemandId> without : HittingSets.of(tied, meter)) {
        if (search.conflict(encoding.given(without, reading.readings())).isPresent()) {
          throw new IllegalArgumentException(
              "proving that these are all knots: without "
                  + without
                  + " the demands still cannot hold. Maybe a knot is missing.");
        }
        if (!meter.stopped()) {
          witnesses.add(
              new KnotsCompleteness.Witness(
                  reading.readings(), without, times(problem, encoding, search.times())));
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

  private static Map<Moment.At, Long> times(
      SequenceProblem problem, Encoding encoding, long[] potentials) {
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
