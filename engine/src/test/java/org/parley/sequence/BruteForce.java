package org.parley.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;

/// Whether demands can all hold, by trying every way and reading and closing all distances; written
/// straight from the clauses.
public final class BruteForce {

  private static final long FAR = Long.MAX_VALUE / 8;

  private BruteForce() {}

  /// Whether these demands can hold under some full reading that agrees with `readings`.
  public static boolean canHold(
      SequenceProblem problem, Set<DemandId> demands, Map<TermId, String> readings) {
    for (Map<TermId, String> full : assignments(problem, false)) {
      if (full.entrySet().containsAll(readings.entrySet())
          && someWay(problem, demands, full, new ArrayList<>(), 0)) {
        return true;
      }
    }
    return false;
  }

  /// All readings of all terms; with `partial`, some may be left open.
  public static List<Map<TermId, String>> assignments(SequenceProblem problem, boolean partial) {
    List<Map<TermId, String>> all = List.of(Map.of());
    for (ContestedTerm term : problem.terms()) {
      List<Map<TermId, String>> next = new ArrayList<>(partial ? all : List.of());
      for (Map<TermId, String> before : all) {
        for (ContestedTerm.Reading reading : term.readings()) {
          Map<TermId, String> with = new TreeMap<>(before);
          with.put(term.id(), reading.name());
          next.add(with);
        }
      }
      all = next;
    }
    return all;
  }

  private static boolean someWay(
      SequenceProblem problem,
      Set<DemandId> demands,
      Map<TermId, String> readings,
      List<Clause> chosen,
      int at) {
    if (at == problem.demands().size()) {
      return someSide(problem, readings, chosen, 0);
    }
    TimedDemand demand = problem.demands().get(at);
    if (!demands.contains(demand.id()) || demand.anyOf().isEmpty()) {
      return someWay(problem, demands, readings, chosen, at + 1);
    }
    for (TimedDemand.Way way : demand.anyOf()) {
      List<Clause> more = new ArrayList<>(chosen);
      more.addAll(way.allOf());
      if (someWay(problem, demands, readings, more, at + 1)) {
        return true;
      }
    }
    return false;
  }

  /// Every step ends before or after each recess, unless its end is dated.
  private static boolean someSide(
      SequenceProblem problem, Map<TermId, String> readings, List<Clause> chosen, int at) {
    if (at == problem.recesses().size()) {
      return holds(problem, readings, chosen);
    }
    RecessPeriod recess = problem.recesses().get(at);
    Moment end = Moment.end(recess.step());
    boolean isDated =
        problem.fixed().stream()
            .anyMatch(
                c ->
                    c.from().equals(Moment.ORIGIN)
                        && c.to().equals(end)
                        && c.atLeast() != null
                        && c.atLeast().equals(c.atMost()));
    if (isDated) {
      return someSide(problem, readings, chosen, at + 1);
    }
    List<Clause> before = new ArrayList<>(chosen);
    before.add(Clause.notAfter(end, recess.from() - 1));
    List<Clause> after = new ArrayList<>(chosen);
    after.add(Clause.notBefore(end, recess.to() + 1));
    return someSide(problem, readings, before, at + 1)
        || someSide(problem, readings, after, at + 1);
  }

  private static boolean holds(
      SequenceProblem problem, Map<TermId, String> readings, List<Clause> chosen) {
    Map<Moment, Integer> nodes = new HashMap<>();
    nodes.put(Moment.ORIGIN, 0);
    List<Clause> clauses = new ArrayList<>(problem.fixed());
    clauses.addAll(chosen);
    for (PlannedStep step : problem.steps()) {
      nodes.put(Moment.start(step.id()), nodes.size());
      nodes.put(Moment.end(step.id()), nodes.size());
      clauses.add(
          Clause.between(
              Moment.start(step.id()),
              Moment.end(step.id()),
              step.duration().least(),
              step.duration().most()));
      Long notBefore = problem.notBefore();
      boolean dated =
          problem.fixed().stream()
              .anyMatch(
                  c ->
                      c.from().equals(Moment.ORIGIN)
                          && c.to() instanceof Moment.At at
                          && at.step().equals(step.id())
                          && c.atMost() != null
                          && c.atLeast() != null
                          && (c.atMost().equals(c.atLeast())
                              || (notBefore != null && c.atMost() < notBefore)));
      if (notBefore != null && !dated) {
        clauses.add(Clause.notBefore(Moment.start(step.id()), notBefore));
      }
    }
    int n = nodes.size();
    long[][] distance = new long[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        distance[i][j] = i == j ? 0 : FAR;
      }
    }
    for (Clause clause : clauses) {
      int from = nodes.getOrDefault(resolve(problem, clause.from(), readings), -1);
      int to = nodes.getOrDefault(resolve(problem, clause.to(), readings), -1);
      Long most = clause.atMost();
      Long least = clause.atLeast();
      if (most != null) {
        distance[from][to] = Math.min(distance[from][to], most);
      }
      if (least != null) {
        distance[to][from] = Math.min(distance[to][from], -least);
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          distance[i][j] = Math.min(distance[i][j], distance[i][k] + distance[k][j]);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      if (distance[i][i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static Moment resolve(
      SequenceProblem problem, Moment moment, Map<TermId, String> readings) {
    return moment instanceof Moment.Read(TermId term)
        ? problem.get(term).reading(readings.getOrDefault(term, "")).moment()
        : moment;
  }

  /// Every subset of the demands.
  public static List<Set<DemandId>> subsets(SequenceProblem problem) {
    List<Set<DemandId>> all = new ArrayList<>();
    int count = problem.demands().size();
    for (int mask = 0; mask < 1 << count; mask++) {
      Set<DemandId> subset = new HashSet<>();
      for (int i = 0; i < count; i++) {
        if ((mask >> i & 1) == 1) {
          subset.add(problem.demands().get(i).id());
        }
      }
      all.add(subset);
    }
    return all;
  }

  /// Every knot: minimal demands and readings that cannot hold together.
  public static Set<String> knots(SequenceProblem problem) {
    record Candidate(Set<DemandId> demands, Map<TermId, String> readings) {
      boolean holds(Candidate other) {
        return demands.containsAll(other.demands)
            && readings.entrySet().containsAll(other.readings.entrySet());
      }
    }
    List<Candidate> tied = new ArrayList<>();
    for (Set<DemandId> demands : subsets(problem)) {
      for (Map<TermId, String> readings : assignments(problem, true)) {
        if (!canHold(problem, demands, readings)) {
          tied.add(new Candidate(demands, readings));
        }
      }
    }
    Set<String> knots = new HashSet<>();
    for (Candidate each : tied) {
      if (tied.stream().noneMatch(other -> !other.equals(each) && each.holds(other))) {
        knots.add(
            each.demands.stream().map(DemandId::value).sorted().toList()
                + " "
                + new TreeMap<>(each.readings));
      }
    }
    return knots;
  }
}
