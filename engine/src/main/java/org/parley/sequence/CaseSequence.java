package org.parley.sequence;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.model.CaseCalendar;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.Recess;
import org.parley.model.source.SourceId;
import org.parley.model.step.Demand;
import org.parley.model.step.Demand.Timing;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.step.Term;
import org.parley.model.step.TermId;
import org.parley.model.step.When;
import org.parley.model.text.InstrumentStatus;

/// Reads the sequence of a case: its steps, contested terms and demands, in days.
///
/// "After" is at least one day after. A lag in months from a step on a known day is counted from
/// that day, with the rounding of the case. Otherwise a least lag takes the fewest possible days
/// and a most lag the most. An imprecise date counts at its first day as a lower bound and at its
/// last as an upper bound. An instrument is signed, ratified, in force and activated in this order,
/// or simultaneously.
final class CaseSequence {

  private static final List<InstrumentStatus> LIFE =
      List.of(
          InstrumentStatus.SIGNED,
          InstrumentStatus.RATIFIED,
          InstrumentStatus.IN_FORCE,
          InstrumentStatus.ACTIVATED);

  private final CaseView view;
  private final LocalDate knownAt;
  private final TimeScale scale;

  /// By step, the date of its completion, if that was by the origin.
  private final Map<StepId, Edtf> completed = new HashMap<>();

  private final Rounding rounding;
  private final DemandOutcomes outcomes;

  private CaseSequence(CaseView view, ActLedger acts) {
    this.view = view;
    this.knownAt = acts.asOf().knownAt();
    CaseCalendar calendar = view.info().calendar();
    CaseCalendar stated = calendar == null ? CaseCalendar.UTC : calendar;
    scale = new TimeScale(TimeScale.Unit.DAY, acts.asOf().date(), stated.zone());
    rounding = rounding(view);
    for (Step step : view.steps()) {
      acts.completedOn(step).ifPresent(date -> completed.put(step.id(), date));
    }
    outcomes = new DemandOutcomes(view, acts, rounding);
  }

  static Rounding rounding(CaseView view) {
    CaseCalendar calendar = view.info().calendar();
    return switch (calendar == null ? CaseCalendar.UTC.rounding() : calendar.rounding()) {
      case DOWN -> Rounding.DOWN;
      case UP -> Rounding.UP;
    };
  }

  /// The outcomes of the demands on the day of the acts.
  static DemandOutcomes outcomes(CaseView view, ActLedger acts) {
    return new DemandOutcomes(view, acts, rounding(view));
  }

  /// Reads the problem, with days counted from the day of the acts.
  static SequenceProblem of(CaseView view, ActLedger acts, boolean fromOriginOn) {
    var sequence = new CaseSequence(view, acts);
    return new SequenceProblem(
        sequence.scale,
        view.steps().stream().map(sequence::step).toList(),
        view.terms().stream().map(CaseSequence::term).toList(),
        view.demands().stream().filter(sequence.outcomes::stands).map(sequence::demand).toList(),
        sequence.fixed(),
        sequence.recesses(),
        fromOriginOn ? 0L : null);
  }

  private PlannedStep step(Step step) {
    Step.Duration duration = step.duration();
    return new PlannedStep(
        step.id(),
        step.title().text(),
        step.by(),
        duration == null
            ? PlannedStep.Duration.NONE
            : new PlannedStep.Duration(
                lag(duration.least()).fewestDays(),
                likely(duration),
                lag(duration.most()).mostDays(),
                duration.contingent()
                    ? PlannedStep.ChosenBy.OTHERS
                    : PlannedStep.ChosenBy.PLANNERS),
        !step.irreversible(),
        step.worth());
  }

  /// The likely length in days; months of unknown length keep it within the bounds.
  private @Nullable Long likely(Step.Duration duration) {
    Period likely = duration.likely();
    return likely == null
        ? null
        : Long.valueOf(
            Math.clamp(
                lag(likely).fewestDays(),
                lag(duration.least()).fewestDays(),
                lag(duration.most()).mostDays()));
  }

  private Lag lag(Period period) {
    return new Lag(period.getYears(), period.getMonths(), period.getDays(), rounding);
  }

  /// The known date of a step or term.
  private Optional<LocalDate> happenedOn(When when) {
    Edtf happened = when instanceof StepId step ? completed.get(step) : null;
    return happened != null && happened.earliestDay().equals(happened.latestDay())
        ? Optional.of(happened.earliestDay())
        : Optional.empty();
  }

  private long least(Period period, When of) {
    Lag lag = lag(period);
    return happenedOn(of).map(day -> days(lag, day)).orElseGet(lag::fewestDays);
  }

  private long most(Period period, When of) {
    Lag lag = lag(period);
    return happenedOn(of).map(day -> days(lag, day)).orElseGet(lag::mostDays);
  }

  private static long days(Lag lag, LocalDate from) {
    return ChronoUnit.DAYS.between(from, lag.after(from));
  }

  private static ContestedTerm term(Term term) {
    return new ContestedTerm(
        term.id(),
        term.words(),
        term.readings().stream()
            .map(
                reading ->
                    new ContestedTerm.Reading(
                        reading.name(), Moment.end(reading.step()), reading.claims()))
            .toList());
  }

  private TimedDemand demand(Demand demand) {
    List<Clause> all = new ArrayList<>();
    demand.allOf().forEach(timing -> clause(timing).ifPresent(all::add));
    List<TimedDemand.Way> ways = new ArrayList<>();
    for (Timing timing : waysLeft(demand)) {
      List<Clause> way = new ArrayList<>(all);
      clause(timing).ifPresent(way::add);
      ways.add(new TimedDemand.Way(way));
    }
    TimedDemand.@Nullable Open open = null;
    for (Timing timing : demand.allOf()) {
      switch (timing) {
        case Timing.ToBeDetermined(StepId step, String by) ->
            open = new TimedDemand.Open(Moment.start(step), by, false);
        case Timing.Escalated(StepId step, String to) ->
            open = new TimedDemand.Open(Moment.start(step), to, true);
        case Timing.After _, Timing.Once _, Timing.Together _, Timing.NotBefore _, Timing.By _ -> {}
      }
    }
    if (ways.isEmpty() && !all.isEmpty()) {
      ways.add(new TimedDemand.Way(all));
    }
    if (ways.isEmpty() && open == null) {
      ways.add(new TimedDemand.Way(List.of()));
    }
    return new TimedDemand(
        demand.id(),
        demand.text(),
        demand.by(),
        said(demand),
        demand.claims(),
        ways,
        open,
        demand.inferred());
  }

  /// The alternatives that are still to be met; none if one was met, or if none can be any more.
  private List<Timing> waysLeft(Demand demand) {
    List<Timing> left = new ArrayList<>();
    for (Timing timing : demand.anyOf()) {
      switch (outcomes.judge(timing).verdict()) {
        case KEPT -> {
          return List.of();
        }
        case OPEN -> left.add(timing);
        case REPLACED, LATE, OVERDUE, BROKEN -> {}
      }
    }
    return left;
  }

  /// The clause that a timing puts on what is still to happen. The past constrains nothing: a
  /// missed deadline is a fact.
  private Optional<Clause> clause(Timing timing) {
    return outcomes.judge(timing).verdict() == DemandVerdict.OPEN
        ? demanded(timing)
        : Optional.empty();
  }

  private @Nullable Edtf said(Demand demand) {
    List<Edtf> dates = new ArrayList<>();
    for (ClaimId id : demand.claims()) {
      Claim claim = view.get(id);
      dates.add(claim.said());
    }
    return dates.stream().min(Comparator.naturalOrder()).orElse(null);
  }

  private Optional<Clause> demanded(Timing timing) {
    return switch (timing) {
      case Timing.After(When step, When of, Period least, Period most) ->
          Optional.of(
              new Clause(
                  ended(of),
                  begun(step),
                  least == null ? 1L : Long.valueOf(least(least, of)),
                  most == null ? null : Long.valueOf(most(most, of))));
      case Timing.Once(When step, When of) -> Optional.of(Clause.after(ended(of), begun(step)));
      case Timing.Together(When step, When with) ->
          Optional.of(Clause.together(ended(with), ended(step)));
      case Timing.NotBefore(When step, Edtf date) ->
          Optional.of(new Clause(Moment.ORIGIN, begun(step), at(date.earliestDay()), null));
      case Timing.By(When step, Edtf date) ->
          Optional.of(new Clause(Moment.ORIGIN, ended(step), null, at(date.latestDay())));
      case Timing.ToBeDetermined _, Timing.Escalated _ -> Optional.empty();
    };
  }

  /// The number of a day; null for the open end of an interval.
  private @Nullable Long at(LocalDate day) {
    return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? null : scale.at(day);
  }

  private static Moment begun(When when) {
    return switch (when) {
      case StepId step -> Moment.start(step);
      case TermId term -> new Moment.Read(term);
    };
  }

  private static Moment ended(When when) {
    return switch (when) {
      case StepId step -> Moment.end(step);
      case TermId term -> new Moment.Read(term);
    };
  }

  private List<Clause> fixed() {
    List<Clause> fixed = new ArrayList<>();
    for (Step step : view.steps()) {
      Edtf happened = completed.get(step.id());
      if (happened != null) {
        fixed.add(
            new Clause(
                Moment.ORIGIN,
                Moment.end(step.id()),
                at(isOpen(happened) ? past(happened) : happened.earliestDay()),
                at(past(happened))));
      }
      for (Step other : view.steps()) {
        if (precedes(step, other) && !outcomes.isCompleted(other.id())) {
          fixed.add(Clause.after(Moment.end(step.id()), Moment.start(other.id())));
        }
      }
    }
    return fixed;
  }

  /// The recesses that can still prevent a step, each in the order of its occurrences.
  private List<RecessPeriod> recesses() {
    List<RecessPeriod> recesses = new ArrayList<>();
    for (Step step : view.steps()) {
      if (outcomes.isCompleted(step.id())) {
        continue;
      }
      for (PartyId by : step.by()) {
        Party body = view.get(by);
        for (Recess recess : body.recesses()) {
          if (!isKnown(recess)) {
            continue;
          }
          for (Recess.Occurrence days : recess.occurrences()) {
            if (!days.to().isBefore(scale.origin())) {
              recesses.add(
                  new RecessPeriod(
                      step.id(),
                      by,
                      body.label().text(),
                      scale.at(days.from()),
                      scale.at(days.to()),
                      sources(recess)));
            }
          }
        }
      }
    }
    return recesses;
  }

  /// Whether a source of a recess was published by the day of knowledge.
  private boolean isKnown(Recess recess) {
    return sources(recess).stream()
        .map(each -> view.get(each).date())
        .anyMatch(date -> date == null || !date.earliestDay().isAfter(knownAt));
  }

  private static List<SourceId> sources(Recess recess) {
    return recess.source().stream().map(SourceId.class::cast).toList();
  }

  /// The last day of a completion that lies in the past: it was done by the origin.
  private LocalDate past(Edtf happened) {
    LocalDate last = happened.latestDay();
    return last.isAfter(scale.origin()) ? scale.origin() : last;
  }

  /// Whether a date has no beginning: it counts at the day by which it had certainly passed.
  private static boolean isOpen(Edtf date) {
    return date.earliestDay().equals(LocalDate.MIN);
  }

  /// Whether the two are events of one instrument, the first earlier in its life.
  private static boolean precedes(Step one, Step other) {
    InstrumentStatus first = one.event();
    InstrumentStatus second = other.event();
    return first != null
        && second != null
        && one.instrument() != null
        && one.instrument().equals(other.instrument())
        && LIFE.contains(first)
        && LIFE.indexOf(first) < LIFE.indexOf(second);
  }
}
