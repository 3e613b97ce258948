package org.parley.sequence.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.exact.Rational;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Share;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;

/// The rate of implementation, on the scale of the Peace Accords Matrix (Joshi, Quinn and Regan
/// 2015). Levels: 0 not begun, 1 minimal, 2 intermediate, 3 full.
///
/// @param marks the observations, in any order; the last one counts for a step on a day
public record ImplementationProgress(List<Mark> marks) {

  /// The level of a step as observed on a day; it holds until the next observation.
  public record Mark(StepId step, LocalDate day, int level) {
    public Mark {
      if (level < 0 || level > FULL) {
        throw new IllegalArgumentException(
            "marking the progress of "
                + step
                + ": "
                + level
                + " is not a level. Maybe use 0 not begun, 1 minimal, 2 intermediate or 3 full.");
      }
    }
  }

  /// A step that was reversed.
  public record Reversal(StepId step, LocalDate day, int from, int to) {}

  /// The share carried out by a day.
  ///
  /// @param lenient the levels reached of all attainable: a half-done step counts half
  /// @param strict the share of steps at level 3: a half-done step counts nothing
  public record Rate(Rational lenient, Rational strict) {}

  private static final int FULL = 3;

  public ImplementationProgress {
    marks = List.copyOf(marks);
  }

  /// The observations of a case by a day. A completed step counts as full from its date. A part
  /// performed counts as minimal below a half, and in words; else as intermediate.
  public static ImplementationProgress of(CaseView view, AsOf asOf) {
    return of(view, Acts.of(view).at(asOf));
  }

  /// The same, with the acts of the view by the day.
  public static ImplementationProgress of(CaseView view, ActLedger acts) {
    AsOf asOf = acts.asOf();
    List<Mark> marks = new ArrayList<>();
    for (Step step : view.steps()) {
      for (ActLedger.Entry each : acts.of(step.id())) {
        Share share = each.act().share();
        if (each.act().kind().isPerformance() && share != null && !share.isFull()) {
          marks.add(new Mark(step.id(), each.recorded().doneBy(), level(share)));
        }
      }
      acts.completedOn(step)
          .filter(date -> !date.latestDay().equals(LocalDate.MAX))
          .ifPresent(date -> marks.add(new Mark(step.id(), date.latestDay(), FULL)));
      step.progress().stream()
          .filter(each -> !each.date().isAfter(asOf.date()))
          .forEach(each -> marks.add(new Mark(step.id(), each.date(), level(each.level()))));
    }
    return new ImplementationProgress(marks);
  }

  private static int level(Step.Level level) {
    return switch (level) {
      case NOT_BEGUN -> 0;
      case MINIMAL -> 1;
      case INTERMEDIATE -> 2;
      case FULL -> FULL;
    };
  }

  private static int level(Share share) {
    return share
        .fraction()
        .map(part -> part.part() == 0 ? 0 : 2 * part.part() < part.whole() ? 1 : 2)
        .orElse(1);
  }

  /// The level of each step on a day, 0 without an observation.
  public Map<StepId, Integer> levelsOn(LocalDate day, Set<StepId> steps) {
    Map<StepId, Integer> levels = new TreeMap<>();
    steps.forEach(step -> levels.put(step, 0));
    for (Mark mark : inOrder()) {
      if (!mark.day.isAfter(day)) {
        levels.replace(mark.step, mark.level);
      }
    }
    return levels;
  }

  /// The implementation rate on a day.
  ///
  /// @throws IllegalArgumentException if there are no steps
  public Rate rateOn(LocalDate day, Set<StepId> steps) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(
          "computing an implementation rate of no steps. Maybe the settlement has none yet.");
    }
    long reached = 0;
    long full = 0;
    for (int level : levelsOn(day, steps).values()) {
      reached += level;
      full += level == FULL ? 1 : 0;
    }
    return new Rate(
        Rational.of(reached, (long) FULL * steps.size()), Rational.of(full, steps.size()));
  }

  /// Every fall from one level to a lower one, by day.
  public List<Reversal> reversals() {
    Map<StepId, Integer> level = new TreeMap<>();
    List<Reversal> reversals = new ArrayList<>();
    for (Mark mark : inOrder()) {
      Integer before = level.put(mark.step, mark.level);
      if (before != null && before > mark.level) {
        reversals.add(new Reversal(mark.step, mark.day, before, mark.level));
      }
    }
    return reversals;
  }

  private List<Mark> inOrder() {
    return marks.stream().sorted(Comparator.comparing(Mark::day)).toList();
  }
}
