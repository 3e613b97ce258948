package org.parley.wording;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.model.Id;
import org.parley.model.date.Edtf;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.CalendarTime;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;

/// Moments, dates, bounds and demands of a sequence, in one language.
public final class SequenceWording {

  private final Messages messages;
  private final SequenceProblem problem;

  public SequenceWording(Messages messages, SequenceProblem problem) {
    this.messages = messages;
    this.problem = problem;
  }

  /// In the current language.
  public static SequenceWording of(SequenceProblem problem) {
    return new SequenceWording(Messages.current(), problem);
  }

  Messages messages() {
    return messages;
  }

  public SequenceProblem problem() {
    return problem;
  }

  /// A unit of time for a column, and for programs: `2026-03-26`, `2026-03-29T00:00+02:00`.
  public String iso(long time) {
    return switch (problem.scale().calendarTime(time)) {
      case CalendarTime.Day(LocalDate day) -> day.toString();
      case CalendarTime.Minute(OffsetDateTime moment) -> moment.toString();
      case CalendarTime.AfterCalendar after -> beyond(after);
      case CalendarTime.BeforeCalendar before -> before(before);
    };
  }

  /// A unit of time by itself: "26 March 2026".
  public String day(long time) {
    return switch (problem.scale().calendarTime(time)) {
      case CalendarTime.Day(LocalDate day) -> messages.dates().day(day);
      case CalendarTime.Minute(OffsetDateTime moment) -> messages.dates().say(edtf(moment));
      case CalendarTime.AfterCalendar after -> beyond(after);
      case CalendarTime.BeforeCalendar before -> before(before);
    };
  }

  private static Edtf edtf(OffsetDateTime moment) {
    return Edtf.of(moment.toString());
  }

  /// A unit of time in a sentence: "26 March 2026", "le 26 mars 2026".
  String dated(long time) {
    boolean isIn =
        switch (problem.scale().calendarTime(time)) {
          case CalendarTime.Day _, CalendarTime.Minute _ -> true;
          case CalendarTime.AfterCalendar _, CalendarTime.BeforeCalendar _ -> false;
        };
    return isIn ? messages.text("sequence.dated", "day", day(time)) : day(time);
  }

  private String beyond(CalendarTime.AfterCalendar after) {
    return messages.text(
        "sequence.beyond", "length", length(after.length()), "origin", after.origin());
  }

  private String before(CalendarTime.BeforeCalendar before) {
    return messages.text(
        "sequence.before-calendar", "length", length(before.length()), "origin", before.origin());
  }

  /// So many units: "60 days".
  public String length(long units) {
    return messages.text("sequence.length", "unit", problem.scale().unit(), "count", units);
  }

  /// The title of a step in quotation marks.
  public String title(StepId step) {
    return quoted(problem.get(step).title());
  }

  /// The titles of steps: "“A” and “B”".
  public String titles(List<StepId> steps) {
    return messages.all(steps.stream().map(this::title).toList()).text();
  }

  String quoted(String words) {
    return messages.text("quotation", "words", words);
  }

  /// A moment: the title of the step, or the words of a term.
  public String moment(Moment moment) {
    return switch (moment) {
      case Moment.Origin _ -> day(0);
      case Moment.Read(TermId term) -> quoted(problem.get(term).words());
      case Moment.At(StepId id, Moment.Phase phase) -> {
        PlannedStep step = problem.get(id);
        yield step.duration().most() == 0
            ? quoted(step.title())
            : messages.text("sequence.phase", "phase", phase, "step", quoted(step.title()));
      }
    };
  }

  /// A moment as the beginning of a line: the title of a step without quotation marks, if alone.
  public String heading(Moment moment) {
    return switch (moment) {
      case Moment.At(StepId id, _) when problem.get(id).duration().most() == 0 ->
          problem.get(id).title();
      case Moment.Read(TermId term) -> problem.get(term).words();
      case Moment.At _, Moment.Origin _ -> sentence(moment(moment));
    };
  }

  /// The first letter in capitals.
  static String sentence(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// A bound as a sentence without its full stop.
  public String bound(Loop.Link link) {
    long most = link.atMost();
    if (link.from() instanceof Moment.Origin) {
      return messages.text("sequence.by-day", "moment", moment(link.to()), "day", dated(most));
    }
    if (link.to() instanceof Moment.Origin) {
      return messages.text(
          "sequence.not-before-day", "moment", moment(link.from()), "day", dated(-most));
    }
    if (most == 0) {
      return messages.text(
          "sequence.not-before", "moment", moment(link.from()), "other", moment(link.to()));
    }
    return most < 0
        ? messages.text(
            "sequence.at-least-after",
            "moment",
            moment(link.from()),
            "length",
            length(-most),
            "other",
            moment(link.to()))
        : messages.text(
            "sequence.at-most-after",
            "moment",
            moment(link.to()),
            "length",
            length(most),
            "other",
            moment(link.from()));
  }

  /// The bound between two moments, after these words: "at least 14 days after".
  public String boundInShort(Loop.Link link) {
    if (link.from() instanceof Moment.Origin || link.to() instanceof Moment.Origin) {
      return bound(link);
    }
    long most = link.atMost();
    return most == 0
        ? messages.text("sequence.short.not-before")
        : most < 0
            ? messages.text("sequence.short.at-least", "length", length(-most))
            : messages.text("sequence.short.within", "length", length(most));
  }

  /// Why a bound holds, in a few words.
  public String why(Loop.Link link) {
    return switch (link.reason()) {
      case Loop.Reason.Demanded(DemandId demand, _, _, Map<TermId, String> readings) ->
          readings.isEmpty()
              ? whose(demand)
              : messages.text(
                  "sequence.whose-read", "demand", whose(demand), "readings", readings(readings));
      case Loop.Reason.Lasts _ -> messages.text("sequence.why.lasts");
      case Loop.Reason.Fixed _ -> messages.text("sequence.why.fixed");
      case Loop.Reason.Past _ -> messages.text("sequence.why.past");
      case Loop.Reason.Recess(int index, _) -> recess(problem.recesses().get(index));
    };
  }

  /// A recess in a sentence without its full stop: "Congress is in recess from 1 July 2026 to 31
  /// August 2026".
  public String recess(RecessPeriod recess) {
    return messages.text(
        "sequence.recess",
        "body",
        recess.name(),
        "from",
        day(recess.from()),
        "to",
        day(recess.to()));
  }

  /// A bound of a conflict, whose demands are listed beside it: a recess is named here alone.
  public String boundOfConflict(Loop.Link link) {
    return link.reason() instanceof Loop.Reason.Recess ? link(link) : bound(link);
  }

  /// A bound and why it holds.
  public String link(Loop.Link link) {
    return messages.text("sequence.link", "bound", bound(link), "why", why(link));
  }

  /// A demand with its parties, the day it was made and the claims it rests on.
  public String whose(DemandId id) {
    TimedDemand demand = problem.get(id);
    Edtf said = demand.said();
    return messages.text(
        "sequence.whose",
        "demanded",
        !demand.by().isEmpty(),
        "parties",
        ids(demand.by()),
        "dated",
        said != null,
        "said",
        said == null ? "" : said,
        "text",
        demand.text(),
        "claimed",
        !demand.claims().isEmpty(),
        "claims",
        ids(demand.claims()),
        "inferred",
        demand.inferred());
  }

  static String ids(Collection<? extends Id> ids) {
    return ids.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /// Readings: "“effectively in place” read as ratified".
  public String readings(Map<TermId, String> readings) {
    return messages
        .all(
            new TreeMap<>(readings)
                .entrySet().stream()
                    .map(
                        each ->
                            messages.text(
                                "sequence.read-as",
                                "words",
                                quoted(problem.get(each.getKey()).words()),
                                "reading",
                                each.getValue()))
                    .toList())
        .text();
  }
}
