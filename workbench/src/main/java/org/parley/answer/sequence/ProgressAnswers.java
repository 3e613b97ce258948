package org.parley.answer.sequence;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseView;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.sequence.plan.Progress;

/// How much of the settlement was carried out.
public record ProgressAnswers(CaseView view) {

  /// The implementation rate on a day; where none is given, on the day of the last observation.
  public Answer progress(@Nullable LocalDate asked) {
    Progress progress = Progress.of(view);
    Set<StepId> steps = new LinkedHashSet<>();
    view.steps().forEach(step -> steps.add(step.id()));
    LocalDate last =
        progress.marks().stream().map(Progress.Mark::day).max(LocalDate::compareTo).orElse(asked);
    LocalDate day = asked != null ? asked : last;
    if (steps.isEmpty() || day == null) {
      return new Answer(
          "Nothing of how far steps were carried out is on record. Maybe give steps \"progress\""
              + " or \"happened\".\n",
          Map.of("steps", steps.stream().map(StepId::value).toList()),
          false);
    }
    Progress.Rate rate = progress.rateOn(day, steps);
    Map<StepId, Integer> levels = progress.levelsOn(day, steps);
    StringBuilder text = new StringBuilder();
    text.append("Carried out on ").append(day).append(", of ").append(steps.size());
    text.append(steps.size() == 1 ? " step:\n" : " steps:\n");
    text.append("  leniently ").append(rate.lenient()).append(", a step half done counted half\n");
    text.append("  strictly ").append(rate.strict()).append(", only steps done in full counted\n");
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, Integer> byStep = new LinkedHashMap<>();
    for (Step step : view.steps()) {
      int level = levels.getOrDefault(step.id(), 0);
      text.append("  ").append(level).append(" of 3  ").append(step.title()).append('\n');
      byStep.put(step.id().value(), level);
    }
    List<Progress.Reversal> back =
        progress.reversals().stream().filter(each -> !each.day().isAfter(day)).toList();
    for (Progress.Reversal each : back) {
      text.append("Went back on ")
          .append(each.day())
          .append(" from ")
          .append(each.from())
          .append(" to ")
          .append(each.to())
          .append(": ")
          .append(each.step())
          .append('\n');
    }
    json.put("on", day.toString());
    json.put("lenient", rate.lenient().toString());
    json.put("strict", rate.strict().toString());
    json.put("levels", byStep);
    json.put(
        "reversals",
        back.stream()
            .map(
                each ->
                    Map.of(
                        "step", each.step().value(),
                        "on", each.day().toString(),
                        "from", each.from(),
                        "to", each.to()))
            .toList());
    return new Answer(text.toString(), json, true);
  }
}
