package org.parley.sequence.knots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.BruteForce;
import org.parley.sequence.Clause;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.Worlds;

class WaysOutOracleTest {

  /// Brute force takes six times as long as the rest.
  private static final int BY_BRUTE_FORCE = 700;

  private static final int CASES = 2000;
  private static final int MANY = 20_000;

  private static final Comparator<WayOut> FEWEST_CHANGES_FIRST =
      Comparator.<WayOut>comparingInt(way -> way.readings().size() + way.drop().size())
          .thenComparing(way -> way.drop().toString())
          .thenComparing(way -> new TreeMap<>(way.readings()).toString());

  @Test
  void findsTheWaysOutOfBruteForce() {
    compare(0, BY_BRUTE_FORCE);
  }

  @Test
  @Tag("long")
  void findsTheWaysOutOfBruteForceInManyCases() {
    compare(BY_BRUTE_FORCE, MANY);
  }

  private static void compare(long from, long to) {
    for (long seed = from; seed < to; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      List<WaysOut.Group> groups = groups(problem);
      Set<String> found = new HashSet<>();
      if (groups.isEmpty()) {
        continue;
      }
      for (WaysOut.Group group : groups) {
        List<WayOut> ways = group.ways();
        assertEquals(ways.stream().sorted(FEWEST_CHANGES_FIRST).toList(), ways, "seed " + seed);
        for (WayOut way : ways) {
          assertEquals(heldBy(problem, way.drop()), way.touches(), "seed " + seed);
        }
      }
      for (WayOut way : together(groups)) {
        found.add(new TreeSet<>(way.drop()) + " " + new TreeMap<>(way.readings()));
      }
      assertEquals(bruteForce(problem), found, "seed " + seed);
    }
  }

  private static Set<PartyId> heldBy(SequenceProblem problem, List<DemandId> demands) {
    Set<PartyId> parties = new HashSet<>();
    demands.forEach(demand -> parties.addAll(problem.get(demand).by()));
    return parties;
  }

  @Test
  void weakensByTheLeastThatUnties() {
    weaken(0, CASES);
  }

  @Test
  @Tag("long")
  void weakensByTheLeastThatUntiesInManyCases() {
    weaken(CASES, MANY);
  }

  private static void weaken(long from, long to) {
    for (long seed = from; seed < to; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      List<WaysOut.Group> groups = groups(problem);
      if (groups.isEmpty()) {
        continue;
      }
      for (WayOut way : together(groups)) {
        Map<DemandId, Long> amounts =
            Weakening.of(problem, way, Budget.unlimited()).findAnswer().orElseThrow().amounts();
        assertTrue(unties(weakened(problem, amounts), way), "seed " + seed);
        for (DemandId demand : way.drop()) {
          assertTrue(amounts.getOrDefault(demand, 0L) > 0, "seed " + seed);
          Map<DemandId, Long> less = new TreeMap<>(amounts);
          less.merge(demand, -1L, Long::sum);
          assertFalse(unties(weakened(problem, less), way), "seed " + seed);
        }
      }
    }
  }

  @Test
  void weakensNothingWhereKnotsMayBeMissing() {
    int cut = 0;
    for (long seed = 0; seed < 200; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      for (int steps = 1; steps < 200; steps *= 2) {
        Finding<List<Knot>> knots = Knots.of(problem, Budget.ofSteps(steps));
        List<Knot> found = knots.findAnswer().orElse(List.of());
        List<WaysOut.Group> groups =
            WaysOut.of(problem, found, Budget.ofSteps(1_000_000)).findAnswer().orElse(List.of());
        for (WaysOut.Group group : groups) {
          for (WayOut way : group.ways()) {
            Finding<Weakening.Gives> gives =
                Weakening.of(problem, knots, group, way, Budget.unlimited());
            boolean all = knots.isComplete();
            assertEquals(all, gives.isComplete(), "seed " + seed);
            cut += all ? 0 : 1;
          }
        }
      }
    }
    assertTrue(cut > 10, cut + " ways out of some of the knots");
  }

  private static boolean unties(SequenceProblem problem, WayOut way) {
    return unties(problem, Set.of(), way.readings());
  }

  private static SequenceProblem weakened(SequenceProblem problem, Map<DemandId, Long> amounts) {
    List<TimedDemand> demands = new ArrayList<>();
    for (TimedDemand demand : problem.demands()) {
      long give = amounts.getOrDefault(demand.id(), 0L);
      List<TimedDemand.Way> ways = new ArrayList<>();
      for (TimedDemand.Way way : demand.anyOf()) {
        List<Clause> clauses = new ArrayList<>();
        for (Clause clause : way.allOf()) {
          Long least = clause.atLeast();
          Long most = clause.atMost();
          clauses.add(
              new Clause(
                  clause.from(),
                  clause.to(),
                  least == null ? null : least - give,
                  most == null ? null : most + give));
        }
        ways.add(new TimedDemand.Way(clauses));
      }
      demands.add(
          new TimedDemand(
              demand.id(),
              demand.text(),
              demand.by(),
              null,
              List.of(),
              ways,
              demand.open(),
              false));
    }
    return problem.withDemands(demands);
  }

  /// One way out of each group, put together in every combination.
  static List<WayOut> together(List<WaysOut.Group> groups) {
    List<WayOut> all = List.of(new WayOut(Map.of(), List.of(), Set.of()));
    for (WaysOut.Group group : groups) {
      List<WayOut> next = new ArrayList<>();
      for (WayOut before : all) {
        for (WayOut way : group.ways()) {
          Map<TermId, String> readings = new TreeMap<>(before.readings());
          readings.putAll(way.readings());
          List<DemandId> drop = new ArrayList<>(before.drop());
          drop.addAll(way.drop());
          next.add(new WayOut(readings, drop, Set.of()));
        }
      }
      all = next;
    }
    return all;
  }

  static List<WaysOut.Group> groups(SequenceProblem problem) {
    return switch (WaysOut.of(problem, Worlds.knots(problem), Budget.unlimited())) {
      case Finding.Exhausted<List<WaysOut.Group>> other -> throw new AssertionError(other);
      case Finding.Proved<List<WaysOut.Group>>(List<WaysOut.Group> groups, _) -> groups;
      case Finding.Bounded<List<WaysOut.Group>> bounded -> throw new AssertionError(bounded);
      case Finding.Impossible<List<WaysOut.Group>> _ -> List.of();
    };
  }

  private static boolean unties(
      SequenceProblem problem, Set<DemandId> drop, Map<TermId, String> readings) {
    Set<DemandId> rest = new HashSet<>();
    problem.demands().forEach(demand -> rest.add(demand.id()));
    rest.removeAll(drop);
    return BruteForce.assignments(problem, false).stream()
        .filter(full -> full.entrySet().containsAll(readings.entrySet()))
        .allMatch(full -> BruteForce.canHold(problem, rest, full));
  }

  private static Set<String> bruteForce(SequenceProblem problem) {
    record Change(Set<DemandId> drop, Map<TermId, String> readings) {
      boolean holds(Change other) {
        return drop.containsAll(other.drop)
            && readings.entrySet().containsAll(other.readings.entrySet());
      }
    }
    List<Change> changes = new ArrayList<>();
    for (Set<DemandId> drop : BruteForce.subsets(problem)) {
      for (Map<TermId, String> readings : BruteForce.assignments(problem, true)) {
        if (unties(problem, drop, readings)) {
          changes.add(new Change(drop, readings));
        }
      }
    }
    Set<String> ways = new HashSet<>();
    for (Change each : changes) {
      if (changes.stream().noneMatch(other -> !other.equals(each) && each.holds(other))) {
        ways.add(new TreeSet<>(each.drop) + " " + new TreeMap<>(each.readings));
      }
    }
    return ways;
  }
}
