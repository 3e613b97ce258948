package org.parley.sequence.bounds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.parley.exact.Meter;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.Loop;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;

/// A choice of readings of terms, ways of demands, and sides of recesses.
///
/// @param readings by term, the reading
/// @param ways by demand with several ways, the way
/// @param sides the sides on which steps are to end
public record Interpretation(
    Map<TermId, String> readings, Map<DemandId, Integer> ways, Set<Loop.Reason.Recess> sides) {

  public static final Interpretation NONE = new Interpretation(Map.of(), Map.of());

  /// A choice with every side open.
  public Interpretation(Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    this(readings, ways, Set.of());
  }

  public Interpretation with(TermId term, String reading) {
    Map<TermId, String> more = new HashMap<>(readings);
    more.put(term, reading);
    return new Interpretation(more, ways, sides);
  }

  public Interpretation with(DemandId demand, int way) {
    Map<DemandId, Integer> more = new HashMap<>(ways);
    more.put(demand, way);
    return new Interpretation(readings, more, sides);
  }

  public Interpretation with(Collection<Loop.Reason.Recess> others) {
    Set<Loop.Reason.Recess> more = new HashSet<>(sides);
    more.addAll(others);
    return new Interpretation(readings, ways, more);
  }

  /// The arcs under this choice, without those of open choices.
  public int[] arcs(Encoding encoding, Predicate<DemandId> counts, SequenceProblem problem) {
    Map<DemandId, Integer> waysOf = new HashMap<>();
    problem.demands().forEach(demand -> waysOf.put(demand.id(), demand.anyOf().size()));
    List<Integer> arcs = new ArrayList<>();
    for (int arc = 0; arc < encoding.arcCount(); arc++) {
      boolean holds =
          switch (encoding.link(arc).reason()) {
            case Loop.Reason.Demanded(DemandId demand, int way, _, Map<TermId, String> read) ->
                counts.test(demand)
                    && (waysOf.getOrDefault(demand, 0) == 1
                        || Integer.valueOf(way).equals(ways.get(demand)))
                    && readings.entrySet().containsAll(read.entrySet());
            case Loop.Reason.Recess recess -> sides.contains(recess);
            case Loop.Reason.Lasts _, Loop.Reason.Fixed _, Loop.Reason.Past _ -> true;
          };
      if (holds) {
        arcs.add(arc);
      }
    }
    return arcs.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Every completion of `start` by ways, in order; none if the meter stopped.
  public static List<Interpretation> allWays(
      Interpretation start, SequenceProblem problem, Meter meter) {
    List<Interpretation> all = List.of(start);
    for (TimedDemand demand : problem.demands()) {
      if (demand.anyOf().size() > 1) {
        List<Interpretation> next = new ArrayList<>();
        for (Interpretation each : all) {
          for (int way = 0; way < demand.anyOf().size(); way++) {
            if (meter.heed(1 + each.ways.size()) || meter.holds(next.size())) {
              return List.of();
            }
            next.add(each.with(demand.id(), way));
          }
        }
        all = next;
      }
    }
    return all;
  }

  /// Every completion of `start` by readings, in order; none if the meter stopped.
  public static List<Interpretation> allReadings(
      Interpretation start, SequenceProblem problem, Meter meter) {
    List<Interpretation> all = List.of(start);
    for (ContestedTerm term : problem.terms()) {
      if (!start.readings.containsKey(term.id())) {
        List<Interpretation> next = new ArrayList<>();
        for (Interpretation each : all) {
          for (ContestedTerm.Reading reading : term.readings()) {
            if (meter.heed(1 + each.readings.size()) || meter.holds(next.size())) {
              return List.of();
            }
            next.add(each.with(term.id(), reading.name()));
          }
        }
        all = next;
      }
    }
    return all;
  }
}
