package org.parley.web.sequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.AsOf;
import org.parley.model.source.SourceId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.sequence.plan.ImplementationProgress;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ViewedDay;
import org.parley.wording.Messages;
import org.parley.wording.ProgressWording;

/// How much of a settlement was carried out by a day.
///
/// @param rate that day, and the shares carried out by it, in sentences
/// @param rows a row a step
public record ProgressView(String rate, List<Row> rows) {

  /// A step.
  ///
  /// @param title its title
  /// @param level the level reached, from 0 to 3
  /// @param word the level in a word
  /// @param back each fall to a lower level, in words
  /// @param sources its sources
  public record Row(
      StepId id, String title, int level, String word, List<String> back, List<SourceId> sources) {
    public Row {
      back = List.copyOf(back);
      sources = List.copyOf(sources);
    }
  }

  public ProgressView {
    rows = List.copyOf(rows);
  }

  /// The observations by the day looked at, by default all; null if there are none.
  static @Nullable ProgressView of(OpenCase open, ViewedDay moment) {
    LocalDate asked = moment.asked();
    ImplementationProgress progress =
        ImplementationProgress.of(
            open.view(),
            open.acts(new AsOf(asked != null ? asked : LocalDate.MAX, moment.asOf().knownAt())));
    @Nullable LocalDate last =
        progress.marks().stream()
            .map(ImplementationProgress.Mark::day)
            .max(LocalDate::compareTo)
            .orElse(null);
    if (last == null) {
      return null;
    }
    LocalDate day = asked != null ? asked : last;
    Set<StepId> steps = new LinkedHashSet<>();
    open.view().steps().forEach(step -> steps.add(step.id()));
    Map<StepId, Integer> levels = progress.levelsOn(day, steps);
    ImplementationProgress.Rate rate = progress.rateOn(day, steps);
    var words = new ProgressWording(Messages.current());
    Map<StepId, List<String>> reversals = new HashMap<>();
    for (ImplementationProgress.Reversal each : progress.reversals()) {
      reversals.computeIfAbsent(each.step(), _ -> new ArrayList<>()).add(words.reversal(each));
    }
    List<Row> rows = new ArrayList<>();
    for (Step step : open.view().steps()) {
      int level = levels.getOrDefault(step.id(), 0);
      Set<SourceId> sources = new LinkedHashSet<>();
      step.progress().stream()
          .filter(each -> !each.date().isAfter(day))
          .forEach(each -> sources.addAll(each.source()));
      rows.add(
          new Row(
              step.id(),
              step.title().text(),
              level,
              words.level(level),
              reversals.getOrDefault(step.id(), List.of()),
              List.copyOf(sources)));
    }
    return new ProgressView(words.rate(day, rate), rows);
  }
}
