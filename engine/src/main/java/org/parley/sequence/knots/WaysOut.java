package org.parley.sequence.knots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;

/// Enumerates every minimal correction set of all knots.
///
/// Knots that share no demand and no term form independent groups; a way out is one of each group.
/// Within a group the dropped demands are the minimal hitting sets (Berge's algorithm), for each
/// choice of readings. Cost: exponential in the knots of one group in the worst case, as the number
/// of ways out may be.
public final class WaysOut {

  /// A group of connected knots, and the ways to resolve them.
  ///
  /// @param knots the knots
  /// @param ways every minimal way out, fewest changes first, then by id
  public record Group(List<Knot> knots, List<WayOut> ways) {
    public Group {
      knots = List.copyOf(knots);
      ways = List.copyOf(ways);
    }
  }

  /// The knots that ways out resolve.
  public record Untied(List<Group> groups) implements Certificate.OfAnswer {
    public Untied {
      groups = List.copyOf(groups);
    }
  }

  private WaysOut() {}

  /// Finds the ways out of all knots of a problem. A step of the budget is one set of demands
  /// considered.
  public static Finding<List<Group>> of(SequenceProblem problem, List<Knot> knots, Budget budget) {
    var meter = new Meter(budget);
    List<Group> groups = new ArrayList<>();
    for (List<Knot> group : groups(knots)) {
      List<WayOut> ways = ways(problem, group, meter);
      if (meter.stopped()) {
        return new Finding.Bounded<>(
            groups, new SequenceBound.SomeGroups(groups.size()), meter.stoppedBy());
      }
      if (ways.isEmpty()) {
        return new Finding.Impossible<>(new Knots.Tied(group));
      }
      groups.add(new Group(group, ways));
    }
    return new Finding.Proved<>(groups, new Untied(groups));
  }

  /// The problem with the demands of one group alone, as if all other knots were resolved.
  public static SequenceProblem alone(SequenceProblem problem, Group group) {
    Set<DemandId> demands = new HashSet<>();
    group.knots.forEach(knot -> demands.addAll(knot.demands()));
    return problem.withDemands(
        problem.demands().stream().filter(each -> demands.contains(each.id())).toList());
  }

  private static List<List<Knot>> groups(List<Knot> knots) {
    int[] group = new int[knots.size()];
    Arrays.setAll(group, i -> i);
    Map<Id, Integer> firstWith = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      List<Id> ids = new ArrayList<>(knots.get(i).demands());
      ids.addAll(knots.get(i).readings().keySet());
      for (Id id : ids) {
        Integer first = firstWith.putIfAbsent(id, i);
        if (first != null) {
          group[root(group, i)] = root(group, first);
        }
      }
    }
    Map<Integer, List<Knot>> all = new TreeMap<>();
    Map<Integer, Integer> order = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      group[i] = root(group, i);
      int place = order.computeIfAbsent(root(group, i), _ -> order.size());
      all.computeIfAbsent(place, _ -> new ArrayList<>()).add(knots.get(i));
    }
    return List.copyOf(all.values());
  }

  private static int root(int[] group, int i) {
    int at = i;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  private static List<WayOut> ways(SequenceProblem problem, List<Knot> knots, Meter meter) {
    Set<TermId> terms = new TreeSet<>();
    knots.forEach(knot -> terms.addAll(knot.readings().keySet()));
    List<Change> found = new ArrayList<>();
    for (Map<TermId, String> readings : choices(problem, terms, meter)) {
      List<Set<DemandId>> tied =
          knots.stream()
              .filter(knot -> !Readings.conflict(readings, knot.readings()))
              .<Set<DemandId>>map(knot -> new TreeSet<>(knot.demands()))
              .toList();
      for (Set<DemandId> drop : HittingSets.of(tied, meter)) {
        found.add(new Change(readings, drop));
      }
      if (meter.stopped()) {
        return List.of();
      }
    }
    found.sort(
        Comparator.comparingInt(Change::size)
            .thenComparing(change -> change.drop.toString())
            .thenComparing(change -> change.readings.toString()));
    List<Change> minimal = new ArrayList<>();
    for (Change each : found) {
      if (meter.heed((1L + minimal.size()) * each.size())) {
        return List.of();
      }
      if (minimal.stream().noneMatch(each::holds)) {
        minimal.add(each);
      }
    }
    return minimal.stream().map(change -> change.toWayOut(problem)).toList();
  }

  private record Change(Map<TermId, String> readings, Set<DemandId> drop) {
    int size() {
      return readings.size() + drop.size();
    }

    boolean holds(Change other) {
      return drop.containsAll(other.drop)
          && readings.entrySet().containsAll(other.readings.entrySet());
    }

    WayOut toWayOut(SequenceProblem problem) {
      Set<PartyId> touches = new HashSet<>();
      drop.forEach(id -> touches.addAll(problem.get(id).by()));
      return new WayOut(readings, List.copyOf(drop), touches);
    }
  }

  /// Every choice of readings for some of the terms.
  private static List<Map<TermId, String>> choices(
      SequenceProblem problem, Set<TermId> terms, Meter meter) {
    List<Map<TermId, String>> all = List.of(Map.of());
    for (TermId term : terms) {
      List<Map<TermId, String>> next = new ArrayList<>(all);
      for (Map<TermId, String> before : all) {
        for (ContestedTerm.Reading reading : problem.get(term).readings()) {
          if (meter.heed(1 + before.size()) || meter.holds(next.size())) {
            return List.of();
          }
          Map<TermId, String> with = new TreeMap<>(before);
          with.put(term, reading.name());
          next.add(with);
        }
      }
      all = next;
    }
    return all;
  }
}
