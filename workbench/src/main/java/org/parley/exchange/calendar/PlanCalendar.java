package org.parley.exchange.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.parley.model.CaseView;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;

/// A plan as iCalendar: every step an event of whole days at its earliest, every open decision a
/// task with the day by which it does not delay the plan.
///
/// The stamp of every entry is the day the plan counts from, so that the same plan gives the same
/// bytes.
public final class PlanCalendar {

  private PlanCalendar() {}

  /// The text of the calendar, lines ended as RFC 5545 asks.
  ///
  /// @throws IllegalArgumentException where a date lies beyond the years 1 to 9999
  public static String of(CaseView view, SequenceProblem problem, Plan plan) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Parley//" + view.info().title() + "//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    Instant stamp = problem.scale().origin().atStartOfDay(ZoneOffset.UTC).toInstant();
    var told = new Told(problem);
    for (PlannedStep step : problem.steps()) {
      Plan.Window start = Told.start(plan, step.id());
      Plan.Window end = Told.end(plan, step.id());
      LocalDate first = problem.scale().dayOf(start.earliest());
      LocalDate last = problem.scale().dayOf(end.earliest());
      VEvent event = new VEvent(false);
      event.add(new DtStamp(stamp));
      event.add(new Uid(step.id() + "@parley"));
      event.add(new DtStart<>(first));
      event.add(new DtEnd<>(last.plusDays(1)));
      event.add(new Summary(step.title()));
      event.add(new Description(told.notes(start, end)));
      calendar.add(event);
    }
    for (Plan.Decision decision : plan.decisions()) {
      VToDo task = new VToDo(false);
      task.add(new DtStamp(stamp));
      task.add(new Uid(decision.demand() + "@parley"));
      task.add(new Due<>(problem.scale().dayOf(decision.byWithoutDelay())));
      task.add(new Summary(decision.decidedBy() + " to decide"));
      task.add(new Description(problem.get(decision.demand()).text()));
      calendar.add(task);
    }
    var text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
