package org.parley.exchange.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Moments;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Meeting;
import org.parley.model.date.Edtf;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.task.Task;
import org.parley.outlook.ExpectedEvent;
import org.parley.outlook.ScoredWords;
import org.parley.wording.ForecastWording;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.Language;
import org.parley.wording.Messages;
import org.parley.wording.OutlookWording;

/// The dates of a case as iCalendar: meetings, deadlines of rounds, duties that are due, dated
/// expectations and forecasts. See RFC 5545, 2009.
///
/// Entries are stamped with the last day on record, so that the same case gives the same bytes. An
/// imprecise date is the span of days that it may mean.
public final class CaseDates {

  private static final int LAST_YEAR = 9_999;

  private final CaseView view;
  private final LocalDate lastDay;
  private final CalendarFile file;

  private CaseDates(CaseView view, List<String> journals, LocalDate lastDay) {
    this.view = view;
    this.lastDay = lastDay;
    Instant stamp = lastDay.atStartOfDay(ZoneOffset.UTC).toInstant();
    String title = view.info().title().text();
    String language = Language.current().tag().toUpperCase(Locale.ROOT);
    this.file = new CalendarFile("-//Parley//" + title + "//" + language, title, journals, stamp);
  }

  /// The text of the calendar. It has at least the last day on record, since a calendar without
  /// entries is none.
  ///
  /// @param journals the journals of the case; see [CalendarFile]
  /// @param lastDay the last day on record
  /// @param duties where the duties stand
  /// @param words the expectations as they stand on that day
  public static String of(
      CaseView view,
      List<String> journals,
      LocalDate lastDay,
      List<DutyVerdict> duties,
      ScoredWords words) {
    CaseDates calendar = new CaseDates(view, journals, lastDay);
    calendar.addLastDay();
    view.meetings().forEach(calendar::add);
    view.rounds().forEach(calendar::add);
    view.tasks().forEach(calendar::add);
    duties.forEach(calendar::add);
    words.events().forEach(calendar::add);
    view.forecasts().forEach(calendar::add);
    return calendar.file.text(null).orElseThrow();
  }

  private void addLastDay() {
    String words =
        Messages.current().text("calendar.last-day", "title", view.info().title().text());
    addDays("last-day", lastDay, lastDay, words, null, null);
  }

  private void add(Meeting meeting) {
    addDays(
        meeting.id().value(),
        meeting.date().earliestDay(),
        meeting.date().latestDay(),
        meeting.title().text(),
        meeting.note(),
        meeting.place());
  }

  private void add(Round round) {
    ZonedMoment closes = round.closes();
    if (closes != null) {
      VToDo task = new VToDo(false);
      task.add(new Due<>(closes.instant()));
      task.add(
          new Summary(Messages.current().text("calendar.round", "title", round.title().text())));
      file.add(round.id().value(), task);
    }
  }

  private void add(Task each) {
    Edtf due = each.due();
    if (due == null || each.done() != null || due.latestDay().getYear() >= LAST_YEAR) {
      return;
    }
    VToDo task = new VToDo(false);
    task.add(new Due<>(due.latestDay()));
    task.add(new Summary(each.title().text()));
    if (each.note() != null) {
      task.add(new Description(each.note()));
    }
    file.add(each.id().value(), task);
  }

  private void add(DutyVerdict verdict) {
    boolean isDue = verdict.deadline() != Moments.NEVER && verdict.deadline() != Moments.ALWAYS;
    if (isDue && !verdict.isFinal()) {
      VToDo task = new VToDo(false);
      task.add(new Due<>(Instant.ofEpochSecond(verdict.deadline())));
      GuaranteeWording words = GuaranteeWording.of(view);
      task.add(new Summary(words.duty(verdict)));
      task.add(new Description(words.why(verdict)));
      file.add(
          "duty/"
              + verdict.duty().guarantee()
              + "/"
              + verdict.duty().incident()
              + "/"
              + verdict.duty().tier()
              + "/"
              + verdict.duty().obligor(),
          task);
    }
  }

  private void add(ExpectedEvent expected) {
    LocalDate by = expected.by().latestDay();
    String words = OutlookWording.current().expectation(view, expected);
    addDays("expected/" + expected.claim().id(), by, by, words, null, null);
  }

  private void add(Forecast forecast) {
    LocalDate until = forecast.until().latestDay();
    String words = ForecastWording.current().title(view, forecast);
    addDays("forecast/" + forecast.id(), until, until, words, null, null);
  }

  private void addDays(
      String name,
      LocalDate first,
      LocalDate last,
      String words,
      @Nullable String note,
      @Nullable String place) {
    if (first.getYear() < 1 || last.getYear() >= LAST_YEAR) {
      return;
    }
    VEvent event = new VEvent(false);
    event.add(new DtStart<>(first));
    event.add(new DtEnd<>(last.plusDays(1)));
    event.add(new Summary(words));
    event.add(ImmutableTransp.TRANSPARENT);
    if (note != null) {
      event.add(new Description(note));
    }
    if (place != null) {
      event.add(new Location(place));
    }
    file.add(name, event);
  }
}
