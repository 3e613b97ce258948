package org.parley.exchange.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.CaseView;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.wording.Language;
import org.parley.wording.PlanWording;
import org.parley.wording.SequenceWording;

/// A plan as iCalendar: every open step an all-day event at its earliest, every pending decision a
/// task. A task is due on the day that does not delay the plan. Recesses of bodies are events that
/// leave their days free. Steps that are over are left out: a calendar has no word for done events.
///
/// Changed entries are stamped with the origin of the plan, so that the same plan gives the same
/// bytes.
public final class PlanCalendar {

  private PlanCalendar() {}

  /// The text of the calendar; empty if the plan has no open step.
  ///
  /// @param journals the journals of the case; see [CalendarFile]
  /// @param before the previous calendar, revised by this one; null if there is none
  /// @throws IllegalArgumentException if a date is outside the years 1 to 9999
  public static Optional<String> of(
      CaseView view,
      List<String> journals,
      SequenceProblem problem,
      Plan plan,
      @Nullable Calendar before) {
    Instant stamp = problem.scale().origin().atStartOfDay(ZoneOffset.UTC).toInstant();
    String title = view.info().title().text();
    String language = Language.current().tag().toUpperCase(Locale.ROOT);
    var file = new CalendarFile("-//Parley//" + title + "//" + language, title, journals, stamp);
    PlanWording words = PlanWording.of(problem);
    Map<Moment.At, Plan.Window> windows = plan.windows();
    for (PlannedStep step : problem.steps()) {
      if (problem.isOver(step.id())) {
        file.keep(step.id().value());
        continue;
      }
      Plan.Window start = Objects.requireNonNull(windows.get(Moment.start(step.id())));
      Plan.Window end = Objects.requireNonNull(windows.get(Moment.end(step.id())));
      LocalDate first = problem.scale().dayOf(start.earliest());
      LocalDate last = problem.scale().dayOf(end.earliest());
      VEvent event = new VEvent(false);
      event.add(new DtStart<>(first));
      event.add(new DtEnd<>(last.plusDays(1)));
      event.add(new Summary(step.title()));
      event.add(new Description(words.notes(start, end)));
      file.add(step.id().value(), event);
    }
    for (RecessPeriod recess : words.recesses(plan)) {
      VEvent event = new VEvent(false);
      event.add(new DtStart<>(problem.scale().dayOf(recess.from())));
      event.add(new DtEnd<>(problem.scale().dayOf(recess.to()).plusDays(1)));
      event.add(new Summary(SequenceWording.of(problem).recess(recess)));
      event.add(ImmutableTransp.TRANSPARENT);
      file.add("recess-" + recess.body() + "-" + problem.scale().dayOf(recess.from()), event);
    }
    for (Plan.Decision decision : plan.decisions()) {
      if (problem.isDecided(decision.demand())) {
        file.keep(decision.demand().value());
        continue;
      }
      VToDo task = new VToDo(false);
      task.add(new Due<>(problem.scale().dayOf(decision.byWithoutDelay())));
      task.add(new Summary(words.task(decision)));
      task.add(new Description(problem.get(decision.demand()).text()));
      file.add(decision.demand().value(), task);
    }
    return file.text(before);
  }
}
