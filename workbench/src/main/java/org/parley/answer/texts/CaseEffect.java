package org.parley.answer.texts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;

/// An effect of an edit of a text on coverage or knots of the case. Both are computed with the
/// earlier and with the later text, and compared.
sealed interface CaseEffect {

  /// The ids of the records whose change it comes from.
  List<String> records();

  /// A stretch in which a threat is answered in one text and not in the other.
  ///
  /// @param opens whether it is answered in the earlier one
  /// @param from its first second, inclusive
  /// @param until its end, exclusive
  record HoleChange(
      boolean opens,
      CoverageQuestion question,
      int threat,
      long from,
      long until,
      List<String> records)
      implements CaseEffect {}

  /// A knot of one text that the other does not have.
  ///
  /// @param tied whether the later one has it
  record KnotChange(boolean tied, Knot knot, List<String> records) implements CaseEffect {}

  /// Knots were not compared: the search stopped.
  record Undecided(List<String> records) implements CaseEffect {}

  /// The steps that a search for knots may take.
  long MOST_STEPS = 20_000;

  /// Every effect: holes, then knots.
  static List<CaseEffect> list(EditedCase edited, LocalDate day) {
    List<CaseEffect> found = new ArrayList<>();
    if (!edited.before().guarantees().equals(edited.after().guarantees())) {
      holes(edited, found);
    }
    if (!edited.before().demands().equals(edited.after().demands())) {
      knots(edited, day, found);
    }
    return found;
  }

  private static void holes(EditedCase edited, List<CaseEffect> found) {
    CaseGuarantees before = CaseGuarantees.of(edited.before());
    CaseGuarantees after = CaseGuarantees.of(edited.after());
    for (CoverageQuestion each : edited.before().coverageQuestions()) {
      Optional<CoverageQuestion> then =
          edited.after().coverageQuestions().stream()
              .filter(other -> other.id().equals(each.id()))
              .findFirst();
      if (then.isPresent() && then.get().threats().size() == each.threats().size()) {
        List<Strip> old = coverage(before, each).strips();
        List<Strip> now = coverage(after, then.get()).strips();
        for (int threat = 0; threat < each.threats().size(); threat++) {
          holes(edited, each, threat, old, now, found);
        }
      }
    }
  }

  private static Coverage coverage(CaseGuarantees guarantees, CoverageQuestion question) {
    return Guarantees.coverage(
            guarantees.question(question), guarantees.commitments(), guarantees.contributions())
        .findAnswer()
        .orElseThrow();
  }

  private static void holes(
      EditedCase edited,
      CoverageQuestion question,
      int threat,
      List<Strip> old,
      List<Strip> now,
      List<CaseEffect> found) {
    SortedSet<Long> bounds = new TreeSet<>();
    Stream.concat(old.stream(), now.stream())
        .filter(each -> each.threat() == threat)
        .forEach(
            each -> {
              bounds.add(each.from());
              bounds.add(each.until());
            });
    List<Long> cuts = List.copyOf(bounds);
    for (int i = 0; i + 1 < cuts.size(); i++) {
      Strip then = at(old, threat, cuts.get(i));
      Strip later = at(now, threat, cuts.get(i));
      if (then.isHole() != later.isHole()) {
        boolean opens = later.isHole();
        HoleChange change =
            new HoleChange(
                opens,
                question,
                threat,
                cuts.get(i),
                cuts.get(i + 1),
                answering(edited, opens ? then : later));
        join(change, found);
      }
    }
  }

  private static Strip at(List<Strip> strips, int threat, long moment) {
    return strips.stream()
        .filter(each -> each.threat() == threat)
        .filter(each -> each.from() <= moment && moment < each.until())
        .findFirst()
        .orElseThrow();
  }

  /// The changed guarantees that answer in one of the texts.
  private static List<String> answering(EditedCase edited, Strip strip) {
    return strip.answers().stream()
        .map(each -> each.guarantee().value())
        .filter(edited.changes()::containsKey)
        .distinct()
        .sorted()
        .toList();
  }

  /// Adds a change, as one with the change before it if it goes on.
  private static void join(HoleChange change, List<CaseEffect> found) {
    if (!found.isEmpty()
        && found.getLast() instanceof HoleChange last
        && last.opens == change.opens
        && last.question.equals(change.question)
        && last.threat == change.threat
        && last.until == change.from) {
      SortedSet<String> records = new TreeSet<>(last.records);
      records.addAll(change.records);
      found.removeLast();
      found.add(
          new HoleChange(
              change.opens,
              change.question,
              change.threat,
              last.from,
              change.until,
              List.copyOf(records)));
    } else {
      found.add(change);
    }
  }

  private static void knots(EditedCase edited, LocalDate day, List<CaseEffect> found) {
    Finding<List<Knot>> old = knots(edited.before(), day);
    Finding<List<Knot>> now = knots(edited.after(), day);
    if (!old.isComplete() || !now.isComplete()) {
      found.add(new Undecided(List.copyOf(edited.changes().keySet())));
      return;
    }
    Map<Object, Knot> had = byDemands(old);
    Map<Object, Knot> has = byDemands(now);
    only(has, had.keySet())
        .forEach(each -> found.add(new KnotChange(true, each, of(edited, each))));
    only(had, has.keySet())
        .forEach(each -> found.add(new KnotChange(false, each, of(edited, each))));
  }

  private static Finding<List<Knot>> knots(CaseView view, LocalDate day) {
    return Knots.of(SequenceProblem.of(view, day, true), Budget.ofSteps(MOST_STEPS));
  }

  private static Map<Object, Knot> byDemands(Finding<List<Knot>> found) {
    Map<Object, Knot> knots = new HashMap<>();
    for (Knot each : found.findAnswer().orElse(List.of())) {
      knots.put(List.of(new HashSet<>(each.demands()), each.readings()), each);
    }
    return knots;
  }

  private static List<Knot> only(Map<Object, Knot> knots, Set<Object> others) {
    return knots.entrySet().stream()
        .filter(each -> !others.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(each -> each.demands().toString()))
        .toList();
  }

  private static List<String> of(EditedCase edited, Knot knot) {
    return knot.demands().stream()
        .map(each -> each.value())
        .filter(edited.changes()::containsKey)
        .sorted()
        .toList();
  }

  /// The numbers of the changes that these records come from.
  static List<Integer> changes(EditedCase edited, Collection<String> records) {
    SortedSet<Integer> numbers = new TreeSet<>();
    records.forEach(each -> numbers.addAll(edited.changes().getOrDefault(each, new TreeSet<>())));
    return List.copyOf(numbers);
  }
}
