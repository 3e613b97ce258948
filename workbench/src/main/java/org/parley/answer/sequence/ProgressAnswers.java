package org.parley.answer.sequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.sequence.plan.ImplementationProgress;
import org.parley.wording.Messages;
import org.parley.wording.ProgressWording;

/// How much of the settlement was carried out.
public record ProgressAnswers(CaseView view) {

  /// How much of the settlement was carried out.
  ///
  /// @param lenient the implementation rate, where steps that are under way count in part
  /// @param steps the steps, where nothing was observed of them
  public record ProgressAnswer(
      @Nullable LocalDate on,
      @Nullable Rational lenient,
      @Nullable Rational strict,
      @Nullable Map<String, Integer> levels,
      @Nullable List<StepId> steps,
      @Nullable List<ReversalAnswer> reversals) {}

  /// A step that was taken back in part.
  public record ReversalAnswer(StepId step, LocalDate on, int from, int to) {}

  /// The implementation rate on a day; where none is given, on the day of the last observation.
  ///
  /// @param knownAt the day of knowledge
  public SequenceAnswer progress(@Nullable LocalDate asked, LocalDate knownAt) {
    Messages messages = Messages.current();
    ProgressWording words = new ProgressWording(messages);
    ImplementationProgress progress =
        ImplementationProgress.of(view, new AsOf(asked != null ? asked : LocalDate.MAX, knownAt));
    Set<StepId> steps = new LinkedHashSet<>();
    view.steps().forEach(step -> steps.add(step.id()));
    LocalDate last =
        progress.marks().stream()
            .map(ImplementationProgress.Mark::day)
            .max(LocalDate::compareTo)
            .orElse(asked);
    LocalDate day = asked != null ? asked : last;
    if (steps.isEmpty() || day == null) {
      return new SequenceAnswer(
          messages.text("sequence.progress.none") + "\n",
          new ProgressAnswer(null, null, null, null, List.copyOf(steps), null),
          false);
    }
    ImplementationProgress.Rate rate = progress.rateOn(day, steps);
    Map<StepId, Integer> levels = progress.levelsOn(day, steps);
    List<String> text = new ArrayList<>();
    text.add(words.rate(day, rate));
    Map<String, Integer> byStep = new LinkedHashMap<>();
    for (Step step : view.steps()) {
      int level = levels.getOrDefault(step.id(), 0);
      text.add("  " + messages.text("sequence.progress.of", "level", level) + "  " + step.title());
      byStep.put(step.id().value(), level);
    }
    List<ImplementationProgress.Reversal> back =
        progress.reversals().stream().filter(each -> !each.day().isAfter(day)).toList();
    for (ImplementationProgress.Reversal each : back) {
      text.add(
          messages.text(
              "sequence.progress.step-reversal",
              "step",
              view.get(each.step()).title(),
              "reversal",
              words.reversal(each)));
    }
    return new SequenceAnswer(
        SequenceAnswer.text(text),
        new ProgressAnswer(
            day,
            rate.lenient(),
            rate.strict(),
            byStep,
            null,
            back.stream()
                .map(each -> new ReversalAnswer(each.step(), each.day(), each.from(), each.to()))
                .toList()),
        true);
  }
}
