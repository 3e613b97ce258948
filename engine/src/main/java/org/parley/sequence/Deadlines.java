package org.parley.sequence;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.acts.ActLedger;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.step.Demand;
import org.parley.model.step.Demand.Timing;
import org.parley.model.step.StepId;

/// The deadlines of demands, computed from what was completed by a day: "within 30 days of D-day"
/// is a day once D-day has come.
public final class Deadlines {

  private final CaseView view;
  private final ActLedger acts;
  private final Rounding rounding;

  /// @param acts what was completed by the day
  public Deadlines(CaseView view, ActLedger acts) {
    this.view = view;
    this.acts = acts;
    this.rounding = CaseSequence.rounding(view);
  }

  /// The last day on which a demand can still be met in time; empty if none follows yet. Of timings
  /// demanded together the first, of alternatives the last.
  public Optional<LocalDate> of(Demand demand) {
    List<LocalDate> all = new ArrayList<>();
    demand.allOf().forEach(timing -> of(timing).ifPresent(all::add));
    List<Optional<LocalDate>> any = demand.anyOf().stream().map(this::of).toList();
    if (any.stream().allMatch(Optional::isPresent)) {
      any.stream().flatMap(Optional::stream).max(Comparator.naturalOrder()).ifPresent(all::add);
    }
    return all.stream().min(Comparator.naturalOrder());
  }

  private Optional<LocalDate> of(Timing timing) {
    return switch (timing) {
      case Timing.By(StepId step, Edtf date) when !isCompleted(step) ->
          Optional.of(date.latestDay()).filter(day -> day.isBefore(LocalDate.MAX));
      case Timing.After(StepId step, StepId of, _, Period most)
          when most != null && !isCompleted(step) ->
          acts.completedOn(view.get(of))
              .map(Edtf::latestDay)
              .filter(day -> day.isBefore(LocalDate.MAX))
              .map(
                  day ->
                      new Lag(most.getYears(), most.getMonths(), most.getDays(), rounding)
                          .after(day));
      case Timing.By _,
          Timing.After _,
          Timing.NotBefore _,
          Timing.Once _,
          Timing.Together _,
          Timing.ToBeDetermined _,
          Timing.Escalated _ ->
          Optional.empty();
    };
  }

  private boolean isCompleted(StepId step) {
    return acts.completionOf(view.get(step)).isPresent();
  }
}
