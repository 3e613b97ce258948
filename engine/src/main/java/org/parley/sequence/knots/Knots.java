package org.parley.sequence.knots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.Loop;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.MinimalCycles;
import org.parley.sequence.bounds.Nogood;

/// Enumerates every knot (minimal unsatisfiable set of demands) of a sequence.
/// 1. Clauses become difference constraints; exactly negative cycles are unsatisfiable.
/// 2. Minimal labelled cycles are enumerated ([MinimalCycles]).
/// 3. They are resolved over the ways of meeting each demand and the readings of contested terms
///    (Tison 1967).
/// 4. Ways and recesses may make these too many. Demands are then left out in turn ([KnotSearch]).
///
/// The number of knots may be exponential. Without alternatives and readings the cost of each is
/// that of some shortest paths.
public final class Knots {

  /// The proof that some knots cannot be resolved: the fixed clauses alone are infeasible under all
  /// readings.
  ///
  /// @param knots the knots, each with its own proof
  public record Tied(List<Knot> knots) implements Certificate.OfNone {
    public Tied {
      knots = List.copyOf(knots);
    }
  }

  /// The states of the first search by cycles, if there are ways.
  private static final long FIRST = 4_000;

  /// A search by demands looks at all clauses for each of its states.
  private static final long CLAUSES = 500;

  private static final int LONGER = 4;

  private Knots() {}

  /// Finds every knot, each with its own proof; [AllKnots] proves completeness. A step of the
  /// budget is one state of the search.
  public static Finding<List<Knot>> of(SequenceProblem problem, Budget budget) {
    var meter = new Meter(budget);
    List<Knot> knots = search(problem, meter);
    return meter.stopped()
        ? new Finding.Bounded<>(knots, new SequenceBound.SomeKnots(knots.size()), meter.stoppedBy())
        : new Finding.Exhausted<>(knots);
  }

  private static List<Knot> search(SequenceProblem problem, Meter meter) {
    var encoding = new Encoding(problem);
    boolean isOpen = encoding.alternatives().stream().anyMatch(each -> !each.keep());
    return isOpen ? inTurn(problem, encoding, meter) : byCycles(problem, encoding, meter).knots();
  }

  /// Searches by cycles and by demands in turn, each time for longer. Either may take a fraction of
  /// the time of the other, and which is not known before.
  private static List<Knot> inTurn(SequenceProblem problem, Encoding encoding, Meter meter) {
    var search = new KnotSearch(encoding, meter);
    for (long states = FIRST; ; states *= LONGER) {
      Meter first = meter.part(states);
      Telling byCycles = byCycles(problem, encoding, first);
      boolean isOver = meter.spend(first.steps()) || meter.look();
      if (!first.stopped()) {
        return byCycles.knots();
      }
      Meter second = meter.part(Math.max(1, CLAUSES * states / (1 + encoding.arcCount())));
      Telling byDemands = byDemands(problem, encoding, search, second);
      meter.spend(second.steps());
      if (!second.stopped()) {
        return byDemands.knots();
      }
      boolean isFull =
          first.stoppedBy() == StoppedBy.STATES && second.stoppedBy() == StoppedBy.STATES;
      if (isFull) {
        meter.stop(StoppedBy.STATES);
      }
      if (isOver || meter.look()) {
        return (byCycles.nogoods.size() > byDemands.nogoods.size() ? byCycles : byDemands).knots();
      }
    }
  }

  /// The knots found by leaving out demands, for comparison with those of cycles.
  static List<Knot> byDemands(SequenceProblem problem, Budget budget) {
    var encoding = new Encoding(problem);
    var meter = new Meter(budget);
    return byDemands(problem, encoding, new KnotSearch(encoding, meter), meter).knots();
  }

  private static Telling byDemands(
      SequenceProblem problem, Encoding encoding, KnotSearch search, Meter meter) {
    List<Nogood> all = search.knots(meter);
    return new Telling(problem, encoding, search.loops(), all, meter);
  }

  private static Telling byCycles(SequenceProblem problem, Encoding encoding, Meter meter) {
    List<MinimalCycles.Found> cycles = MinimalCycles.of(encoding.labelled(), meter);
    List<Nogood> nogoods = new ArrayList<>();
    for (int i = 0; i < cycles.size(); i++) {
      nogoods.add(new Nogood(cycles.get(i).labels(), new TreeSet<>(Set.of(i))));
    }
    List<Nogood> all = Nogood.resolve(nogoods, encoding.alternatives(), encoding.groups(), meter);
    List<Loop> loops = cycles.stream().map(cycle -> encoding.loop(cycle.arcs())).toList();
    return new Telling(problem, encoding, loops, all, meter);
  }

  /// Converts labels to demands and readings.
  private record Telling(
      SequenceProblem problem,
      Encoding encoding,
      List<Loop> loops,
      List<Nogood> nogoods,
      Meter meter) {

    List<Knot> knots() {
      List<Knot> untold = new ArrayList<>();
      for (Nogood nogood : nogoods) {
        untold.add(
            new Knot(
                demands(nogood),
                readings(nogood),
                nogood.cycles().stream().map(loops::get).toList(),
                List.of()));
      }
      List<Knot> knots = new ArrayList<>();
      for (Knot knot : untold) {
        if (!knot.readings().isEmpty() && meter.heed(untold.size())) {
          continue;
        }
        List<Map<TermId, String>> untiedBy = untiedBy(knot, untold);
        knots.add(new Knot(knot.demands(), knot.readings(), knot.loops(), untiedBy));
      }
      knots.sort(
          Comparator.<Knot>comparingInt(knot -> knot.demands().size())
              .thenComparing(knot -> knot.demands().toString())
              .thenComparing(knot -> new TreeMap<>(knot.readings()).toString()));
      return knots;
    }

    private List<DemandId> demands(Nogood nogood) {
      Set<DemandId> demands = new TreeSet<>();
      for (int label : nogood.labels()) {
        switch (encoding.meaning(label)) {
          case Encoding.Meaning.Whole(int demand) ->
              demands.add(problem.demands().get(demand).id());
          case Encoding.Meaning.OneWay(int demand, _) ->
              demands.add(problem.demands().get(demand).id());
          case Encoding.Meaning.ReadAs _, Encoding.Meaning.SideOf _ -> {}
        }
      }
      return List.copyOf(demands);
    }

    private Map<TermId, String> readings(Nogood nogood) {
      Map<TermId, String> readings = new TreeMap<>();
      for (int label : nogood.labels()) {
        if (encoding.meaning(label) instanceof Encoding.Meaning.ReadAs(int term, int reading)) {
          ContestedTerm contested = problem.terms().get(term);
          readings.put(contested.id(), contested.readings().get(reading).name());
        }
      }
      return readings;
    }

    /// The minimal readings that resolve all knots within these demands.
    private List<Map<TermId, String>> untiedBy(Knot knot, List<Knot> all) {
      if (knot.readings().isEmpty()) {
        return List.of();
      }
      Set<DemandId> demands = new HashSet<>(knot.demands());
      List<Map<TermId, String>> within = new ArrayList<>();
      for (Knot other : all) {
        if (demands.containsAll(other.demands())) {
          within.add(other.readings());
        }
      }
      return Readings.avoiding(within, problem);
    }
  }
}
