package org.parley.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.KnotsCompleteness;
import org.parley.sequence.knots.KnotsCompleteness.Witness;
import org.parley.sequence.knots.WayOut;
import org.parley.sequence.knots.WaysOut;

/// Checks that a list of knots is complete and that each is minimal.
public final class KnotsCheck {

  private final SequenceProblem problem;
  private final List<Knot> knots;
  private final Map<Map<TermId, String>, List<Witness>> witnesses = new HashMap<>();
  private final Meter meter;

  private KnotsCheck(
      SequenceProblem problem, List<Knot> knots, KnotsCompleteness proof, Meter meter) {
    this.problem = problem;
    this.meter = meter;
    this.knots = knots;
    proof
        .witnesses()
        .forEach(
            each -> witnesses.computeIfAbsent(each.readings(), _ -> new ArrayList<>()).add(each));
  }

  /// Verifies that the list is complete. Cost: grows with the readings and with the hitting sets of
  /// the knots.
  ///
  /// @param budget a step is one knot, date or choice
  public static Verdict verify(KnotsCompleteness proof, SequenceProblem problem, Budget budget) {
    var meter = new Meter(budget);
    List<Knot> knots = proof.knots();
    try {
      for (Knot knot : knots) {
        Verdict verdict = SequenceCheck.verify(knot, problem, budget);
        if (!verdict.holds()) {
          return verdict;
        }
      }
      return Verdict.of(wrong(knots, proof, problem, meter), meter);
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  /// Verifies that the ways out of each group of knots are the minimal ones.
  ///
  /// Every choice of readings for its terms is enumerated. The demands to drop must then be every
  /// minimal hitting set of the knots left.
  public static Verdict verify(WaysOut.Untied proof, SequenceProblem problem, Budget budget) {
    var meter = new Meter(budget);
    try {
      Set<Id> taken = new HashSet<>();
      for (WaysOut.Group group : proof.groups()) {
        Set<Id> own = new HashSet<>();
        for (Knot knot : group.knots()) {
          Verdict verdict = SequenceCheck.verify(knot, problem, budget);
          if (!verdict.holds()) {
            return verdict;
          }
          own.addAll(knot.demands());
          own.addAll(knot.readings().keySet());
        }
        Optional<Flaw> wrong = waysOut(group, problem, meter);
        if (wrong.isEmpty() && own.stream().anyMatch(taken::contains)) {
          wrong = Optional.of(Flaw.of(Flaw.Code.OTHER_MEMBERS, own));
        }
        taken.addAll(own);
        if (wrong.isPresent() || meter.stopped()) {
          return Verdict.of(wrong, meter);
        }
      }
      return new Verdict.Holds();
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  /// Demands to drop and readings to agree on.
  private record Change(Set<DemandId> drop, Map<TermId, String> readings) {
    boolean isWithin(Change other) {
      return other.drop.containsAll(drop)
          && other.readings.entrySet().containsAll(readings.entrySet());
    }
  }

  private static Optional<Flaw> waysOut(WaysOut.Group group, SequenceProblem problem, Meter meter) {
    Set<Change> stated = new HashSet<>();
    for (WayOut way : group.ways()) {
      Set<PartyId> touches = new HashSet<>();
      way.drop().forEach(id -> touches.addAll(problem.get(id).by()));
      if (!stated.add(new Change(Set.copyOf(way.drop()), way.readings()))
          || Set.copyOf(way.drop()).size() < way.drop().size()
          || !touches.equals(way.touches())) {
        return Optional.of(Flaw.of(Flaw.Code.OTHER_MEMBERS, way.drop()));
      }
    }
    List<TermId> terms =
        group.knots().stream()
            .flatMap(knot -> knot.readings().keySet().stream())
            .distinct()
            .toList();
    Set<Change> all = new HashSet<>();
    changes(group, problem, terms, 0, new HashMap<>(), all, meter);
    Set<Change> minimal = new HashSet<>(all);
    minimal.removeIf(
        each ->
            meter.spend(all.size())
                || all.stream().anyMatch(other -> !other.equals(each) && other.isWithin(each)));
    return stated.equals(minimal)
        ? Optional.empty()
        : Optional.of(
            Flaw.of(
                Flaw.Code.OTHER_WAYS_OUT,
                group.knots().stream()
                    .flatMap(knot -> knot.demands().stream())
                    .distinct()
                    .toList()));
  }

  private static void changes(
      WaysOut.Group group,
      SequenceProblem problem,
      List<TermId> terms,
      int at,
      Map<TermId, String> readings,
      Set<Change> all,
      Meter meter) {
    if (meter.spend(1)) {
      return;
    }
    if (at == terms.size()) {
      List<Knot> left = group.knots().stream().filter(knot -> knot.isUnder(readings)).toList();
      drops(left, Set.of(), Set.of(), Map.copyOf(readings), all, meter);
      return;
    }
    changes(group, problem, terms, at + 1, readings, all, meter);
    for (ContestedTerm.Reading reading : problem.get(terms.get(at)).readings()) {
      readings.put(terms.get(at), reading.name());
      changes(group, problem, terms, at + 1, readings, all, meter);
    }
    readings.remove(terms.get(at));
  }

  /// Enumerates minimal hitting sets, by choosing one demand of each knot not hit yet. Demands
  /// tried before are kept; each one dropped alone hits some knot.
  private static void drops(
      List<Knot> left,
      Set<DemandId> dropped,
      Set<DemandId> kept,
      Map<TermId, String> readings,
      Set<Change> all,
      Meter meter) {
    if (meter.spend(left.size() + 1L)
        || !dropped.stream().allMatch(each -> isAloneSomewhere(each, left, dropped))) {
      return;
    }
    for (Knot knot : left) {
      if (knot.demands().stream().noneMatch(dropped::contains)) {
        Set<DemandId> tried = new HashSet<>(kept);
        for (DemandId demand : knot.demands()) {
          if (tried.add(demand)) {
            Set<DemandId> more = new HashSet<>(dropped);
            more.add(demand);
            drops(left, more, tried, readings, all, meter);
          }
        }
        return;
      }
    }
    all.add(new Change(Set.copyOf(dropped), readings));
  }

  private static boolean isAloneSomewhere(
      DemandId demand, List<Knot> knots, Set<DemandId> dropped) {
    return knots.stream()
        .anyMatch(
            knot ->
                knot.demands().contains(demand)
                    && knot.demands().stream()
                        .noneMatch(each -> !each.equals(demand) && dropped.contains(each)));
  }

  private static Optional<Flaw> wrong(
      List<Knot> knots, KnotsCompleteness proof, SequenceProblem problem, Meter meter) {
    for (int at = 0; at < knots.size(); at++) {
      Knot knot = knots.get(at);
      for (int place = 0; place < knots.size(); place++) {
        Knot other = knots.get(place);
        if (meter.spend(1)) {
          return Optional.empty();
        }
        if (place != at
            && knot.demands().containsAll(other.demands())
            && knot.readings().entrySet().containsAll(other.readings().entrySet())) {
          return Optional.of(Flaw.of(Flaw.Code.KNOT_NOT_MINIMAL, knot.demands(), other.demands()));
        }
      }
    }
    for (Witness witness : proof.witnesses()) {
      if (meter.spend(problem.demands().size() + 1)) {
        return Optional.empty();
      }
      List<Flaw> broken =
          PlanCheck.broken(
              witness.times(), witness.readings(), without(problem, witness.without()));
      if (!broken.isEmpty()) {
        return Optional.of(broken.getFirst());
      }
    }
    var check = new KnotsCheck(problem, knots, proof, meter);
    return check.read(new HashMap<>(), 0).or(check::unresolved).or(check::untied);
  }

  /// A knot that follows by case distinction over the readings of a term must be in the list, or
  /// contain a listed knot.
  private Optional<Flaw> unresolved() {
    for (ContestedTerm term : problem.terms()) {
      List<Tied> following = List.of(new Tied(Set.of(), Map.of()));
      for (ContestedTerm.Reading reading : term.readings()) {
        List<Tied> next = new ArrayList<>();
        for (Knot knot : knots) {
          if (meter.spend(following.size())) {
            return Optional.empty();
          }
          if (reading.name().equals(knot.readings().get(term.id()))) {
            following.forEach(before -> before.with(knot, term.id()).ifPresent(next::add));
          }
        }
        following = next.stream().distinct().toList();
      }
      for (Tied tied : following) {
        if (knots.stream()
            .noneMatch(
                knot ->
                    tied.demands.containsAll(knot.demands())
                        && tied.readings.entrySet().containsAll(knot.readings().entrySet()))) {
          return Optional.of(Flaw.of(Flaw.Code.KNOT_UNRESOLVED, tied.demands, tied.readings));
        }
      }
    }
    return Optional.empty();
  }

  /// The readings that resolve a knot must be all the shortest ones that differ from those of each
  /// knot within its demands.
  private Optional<Flaw> untied() {
    for (Knot knot : knots) {
      List<Map<TermId, String>> within =
          knots.stream()
              .filter(other -> knot.demands().containsAll(other.demands()))
              .map(Knot::readings)
              .toList();
      Set<Map<TermId, String>> shortest = new HashSet<>();
      if (within.stream().noneMatch(Map::isEmpty)) {
        List<TermId> terms =
            within.stream().flatMap(each -> each.keySet().stream()).distinct().toList();
        untying(terms, 0, new HashMap<>(), within, shortest);
      }
      if (meter.stopped()) {
        return Optional.empty();
      }
      if (knot.untiedBy().size() != shortest.size()
          || !shortest.equals(new HashSet<>(knot.untiedBy()))) {
        return Optional.of(Flaw.of(Flaw.Code.OTHER_READINGS, knot.demands()));
      }
    }
    return Optional.empty();
  }

  private void untying(
      List<TermId> terms,
      int at,
      Map<TermId, String> made,
      List<Map<TermId, String>> within,
      Set<Map<TermId, String>> shortest) {
    if (meter.spend(within.size())) {
      return;
    }
    if (at == terms.size()) {
      if (differs(made, within)
          && made.keySet().stream().noneMatch(term -> differs(without(made, term), within))) {
        shortest.add(Map.copyOf(made));
      }
      return;
    }
    untying(terms, at + 1, made, within, shortest);
    for (ContestedTerm.Reading reading : problem.get(terms.get(at)).readings()) {
      made.put(terms.get(at), reading.name());
      untying(terms, at + 1, made, within, shortest);
      made.remove(terms.get(at));
    }
  }

  private static Map<TermId, String> without(Map<TermId, String> readings, TermId term) {
    Map<TermId, String> rest = new HashMap<>(readings);
    rest.remove(term);
    return rest;
  }

  private static boolean differs(Map<TermId, String> made, List<Map<TermId, String>> within) {
    return within.stream()
        .allMatch(
            each ->
                each.entrySet().stream()
                    .anyMatch(
                        read -> {
                          String other = made.get(read.getKey());
                          return other != null && !other.equals(read.getValue());
                        }));
  }

  private record Tied(Set<DemandId> demands, Map<TermId, String> readings) {

    /// Both knots combined over all readings of `term`; empty if they read another term
    /// differently.
    Optional<Tied> with(Knot knot, TermId term) {
      Set<DemandId> all = new HashSet<>(demands);
      all.addAll(knot.demands());
      Map<TermId, String> read = new HashMap<>(readings);
      for (Map.Entry<TermId, String> each : knot.readings().entrySet()) {
        if (!each.getKey().equals(term)) {
          String before = read.put(each.getKey(), each.getValue());
          if (before != null && !before.equals(each.getValue())) {
            return Optional.empty();
          }
        }
      }
      return Optional.of(new Tied(all, read));
    }
  }

  private static SequenceProblem without(SequenceProblem problem, Set<DemandId> dropped) {
    return problem.withDemands(
        problem.demands().stream().filter(each -> !dropped.contains(each.id())).toList());
  }

  /// Tries every reading of the terms from `at` on.
  private Optional<Flaw> read(Map<TermId, String> readings, int at) {
    if (at == problem.terms().size()) {
      List<Knot> tied =
          knots.stream()
              .filter(knot -> readings.entrySet().containsAll(knot.readings().entrySet()))
              .toList();
      return meet(tied, new HashSet<>(), readings, witnesses.getOrDefault(readings, List.of()));
    }
    ContestedTerm term = problem.terms().get(at);
    for (ContestedTerm.Reading reading : term.readings()) {
      readings.put(term.id(), reading.name());
      Optional<Flaw> wrong = read(readings, at + 1);
      if (wrong.isPresent()) {
        return wrong;
      }
      readings.remove(term.id());
    }
    return Optional.empty();
  }

  /// Tries every way of dropping one demand of each knot; dates must keep all others, and may keep
  /// more.
  private Optional<Flaw> meet(
      List<Knot> tied,
      Set<DemandId> dropped,
      Map<TermId, String> readings,
      List<Witness> underThese) {
    if (meter.spend(underThese.size() + tied.size())) {
      return Optional.empty();
    }
    if (underThese.stream().anyMatch(each -> dropped.containsAll(each.without()))) {
      return Optional.empty();
    }
    for (Knot knot : tied) {
      if (knot.demands().stream().noneMatch(dropped::contains)) {
        for (DemandId demand : knot.demands()) {
          Set<DemandId> more = new HashSet<>(dropped);
          more.add(demand);
          Optional<Flaw> wrong = meet(tied, more, readings, underThese);
          if (wrong.isPresent()) {
            return wrong;
          }
        }
        return Optional.empty();
      }
    }
    return Optional.of(Flaw.of(Flaw.Code.KNOT_MISSING, dropped, readings));
  }
}
