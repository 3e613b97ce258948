package org.parley.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Completeness;
import org.parley.sequence.knots.Completeness.Witness;
import org.parley.sequence.knots.Knot;

/// Checks that a list of knots has all of them, none larger than it must be.
public final class KnotsCheck {

  private final SequenceProblem problem;
  private final List<Knot> knots;
  private final Map<Map<TermId, String>, List<Witness>> witnesses = new HashMap<>();

  private KnotsCheck(SequenceProblem problem, List<Knot> knots, Completeness proof) {
    this.problem = problem;
    this.knots = knots;
    proof
        .witnesses()
        .forEach(
            each -> witnesses.computeIfAbsent(each.readings(), _ -> new ArrayList<>()).add(each));
  }

  /// What is wrong with the list or its proof; nothing where it is sound. Cost: grows with the
  /// readings and with the sets of demands that meet every knot.
  public static Optional<String> problemWith(
      List<Knot> knots, Completeness proof, SequenceProblem problem) {
    for (Knot knot : knots) {
      Optional<String> wrong = SequenceCheck.problemWith(knot, problem);
      if (wrong.isPresent()) {
        return wrong;
      }
      for (Knot other : knots) {
        if (!other.equals(knot)
            && knot.demands().containsAll(other.demands())
            && knot.readings().entrySet().containsAll(other.readings().entrySet())) {
          return Optional.of(knot.demands() + " holds the knot " + other.demands());
        }
      }
    }
    for (Witness witness : proof.witnesses()) {
      List<String> broken =
          SequenceCheck.broken(
              witness.times(), witness.readings(), without(problem, witness.without()));
      if (!broken.isEmpty()) {
        return Optional.of("dates without " + witness.without() + " break " + broken);
      }
    }
    var check = new KnotsCheck(problem, knots, proof);
    return check.read(new HashMap<>(), 0).or(check::unresolved);
  }

  /// What follows from knots that are tied under each one reading of a term is tied whatever the
  /// term means; it must be in the list, or hold a knot that is.
  private Optional<String> unresolved() {
    for (ContestedTerm term : problem.terms()) {
      List<Tied> following = List.of(new Tied(Set.of(), Map.of()));
      for (ContestedTerm.Reading reading : term.readings()) {
        List<Tied> next = new ArrayList<>();
        for (Knot knot : knots) {
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
          return Optional.of(tied.demands + " with " + tied.readings + " cannot hold either");
        }
      }
    }
    return Optional.empty();
  }

  private record Tied(Set<DemandId> demands, Map<TermId, String> readings) {

    /// Both together, whatever `term` means; nothing where they read another term differently.
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
  private Optional<String> read(Map<TermId, String> readings, int at) {
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
      Optional<String> wrong = read(readings, at + 1);
      if (wrong.isPresent()) {
        return wrong;
      }
      readings.remove(term.id());
    }
    return Optional.empty();
  }

  /// Tries every way of dropping one demand of each knot: dates must keep all others, and may keep
  /// more.
  private Optional<String> meet(
      List<Knot> tied,
      Set<DemandId> dropped,
      Map<TermId, String> readings,
      List<Witness> underThese) {
    if (underThese.stream().anyMatch(each -> dropped.containsAll(each.without()))) {
      return Optional.empty();
    }
    for (Knot knot : tied) {
      if (knot.demands().stream().noneMatch(dropped::contains)) {
        for (DemandId demand : knot.demands()) {
          Set<DemandId> more = new HashSet<>(dropped);
          more.add(demand);
          Optional<String> wrong = meet(tied, more, readings, underThese);
          if (wrong.isPresent()) {
            return wrong;
          }
        }
        return Optional.empty();
      }
    }
    return Optional.of("no dates without " + dropped + " with " + readings);
  }
}
