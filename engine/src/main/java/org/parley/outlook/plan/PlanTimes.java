package org.parley.outlook.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.model.act.ActKind;
import org.parley.model.cases.CaseView;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;
import org.parley.outlook.TimeToDone;
import org.parley.reference.CodeProvisions;
import org.parley.reference.DoneTimes;
import org.parley.reference.Provision;
import org.parley.reference.ReferenceFigures;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;

/// Reads from a case how the time of each open step of a plan is drawn.
///
/// A duration of the case goes before the time that others took. The provisions about the topics of
/// a step are counted together. Their time counts from the signature of the instrument of the step:
/// an act on record, or an open step of the plan. Else it counts from the first day of the plan.
public final class PlanTimes {

  private final CaseView view;
  private final ActLedger acts;
  private final SequenceProblem problem;
  private final ReferenceFigures figures;

  private PlanTimes(
      CaseView view, ActLedger acts, SequenceProblem problem, ReferenceFigures figures) {
    this.view = view;
    this.acts = acts;
    this.problem = problem;
    this.figures = figures;
  }

  /// The times of a plan.
  ///
  /// @param acts the acts of the first day of the plan
  /// @param problem the problem of the plan, in days
  public static TimedPlan of(
      CaseView view, ActLedger acts, SequenceProblem problem, Plan plan, ReferenceFigures figures) {
    PlanTimes times = new PlanTimes(view, acts, problem, figures);
    Map<StepId, StepTime> byStep = new TreeMap<>();
    for (PlannedStep step : problem.steps()) {
      if (!problem.isOver(step.id())) {
        byStep.put(step.id(), times.time(step));
      }
    }
    return new TimedPlan(problem, plan.readings(), plan.ways(), byStep);
  }

  private StepTime time(PlannedStep planned) {
    if (planned.duration().most() > 0) {
      return new StepTime.OfCase(view.get(planned.id()).assumed().containsKey("duration"));
    }
    Step step = view.get(planned.id());
    if (step.topics().isEmpty()) {
      return new StepTime.Untold(StepTime.UntoldReason.NO_TOPIC);
    }
    Set<Provision> provisions = CodeProvisions.of(step.topics());
    DoneTimes counts = figures.times(provisions);
    if (provisions.isEmpty()) {
      return new StepTime.Untold(StepTime.UntoldReason.NO_COUNTERPART);
    }
    if (counts.accords() < TimeToDone.LEAST_ACCORDS) {
      return new StepTime.Untold(StepTime.UntoldReason.TOO_FEW);
    }
    StepTime.AccordDay accord = accord(step);
    return TimeToDone.of(counts).knows(accord.elapsedDays())
        ? new StepTime.OfOthers(List.copyOf(provisions), counts, accord)
        : new StepTime.Untold(StepTime.UntoldReason.BEYOND_RECORD);
  }

  private StepTime.AccordDay accord(Step step) {
    InstrumentId instrument = step.instrument();
    if (instrument == null) {
      return new StepTime.AccordDay(null, 0, false);
    }
    Optional<Long> elapsed = elapsed(instrument);
    if (elapsed.isPresent()) {
      return new StepTime.AccordDay(null, elapsed.get(), true);
    }
    @Nullable StepId signing =
        view.steps().stream()
            .filter(
                each ->
                    instrument.equals(each.instrument())
                        && each.event() == InstrumentStatus.SIGNED
                        && !each.id().equals(step.id())
                        && !problem.isOver(each.id()))
            .map(Step::id)
            .findFirst()
            .orElse(null);
    return new StepTime.AccordDay(signing, 0, signing != null);
  }

  /// How long ago an instrument was first signed.
  private Optional<Long> elapsed(InstrumentId instrument) {
    LocalDate today = problem.scale().origin();
    return acts.stateOf(instrument).acts().stream()
        .filter(each -> each.act().kind() == ActKind.SIGNED)
        .map(each -> each.act().date().latestDay())
        .filter(day -> !day.isAfter(today))
        .min(LocalDate::compareTo)
        .map(day -> ChronoUnit.DAYS.between(day, today));
  }
}
