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
import org.parley.acts.Acts;
import org.parley.acts.Acts.TextDay;
import org.parley.acts.Performance;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.step.Demand;
import org.parley.model.step.Demand.Timing;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.PointId;

/// Judges demands on order and dates by the acts of a day.
///
/// A step with a duration counts by its completion. A demand is late or broken only if it certainly
/// is, whatever an imprecise date means. Contested terms stay open.
public final class DemandOutcomes {

  private static final DemandId NOBODYS = new DemandId("none");

  private final CaseView view;
  private final Acts prepared;
  private final ActLedger acts;
  private final LocalDate day;
  private final Rounding rounding;
  private final Map<StepId, Edtf> completed = new HashMap<>();
  private final List<DemandOutcome> all = new ArrayList<>();

  private final Map<DemandId, LocalDate> starts = new HashMap<>();
  private final Map<DemandId, DemandId> replacements = new HashMap<>();

  DemandOutcomes(CaseView view, ActLedger acts, Rounding rounding) {
    this.view = view;
    this.acts = acts;
    this.prepared = acts.prepared();
    this.day = acts.asOf().date();
    this.rounding = rounding;
    complete();
    for (Demand demand : view.demands()) {
      start(demand).ifPresent(start -> starts.put(demand.id(), start));
    }
    for (Demand demand : inForce()) {
      demand.supersedes().forEach(earlier -> replacements.putIfAbsent(earlier, demand.id()));
    }
    inForce().forEach(demand -> all.add(judged(demand)));
  }

  /// The demands made by the day, in the order of the view.
  private List<Demand> inForce() {
    return view.demands().stream()
        .filter(demand -> !starts.getOrDefault(demand.id(), LocalDate.MIN).isAfter(day))
        .toList();
  }

  /// Whether a demand was made by the day and not replaced.
  boolean stands(Demand demand) {
    return !starts.getOrDefault(demand.id(), LocalDate.MIN).isAfter(day)
        && !replacements.containsKey(demand.id());
  }

  /// The day from which something is demanded, as known. It is stated, or that of the first of its
  /// claims, or of the first act or version of its text. Empty if nothing dates it.
  private Optional<LocalDate> start(Demand demand) {
    Edtf since = demand.since();
    if (since != null) {
      return Optional.of(since.latestDay());
    }
    AsOf known = new AsOf(LocalDate.MAX, acts.asOf().knownAt());
    List<LocalDate> days = new ArrayList<>();
    boolean isDated = !demand.claims().isEmpty();
    for (ClaimId id : demand.claims()) {
      Claim claim = view.get(id);
      if (known.covers(claim)) {
        days.add(AsOf.saidBy(claim));
      }
    }
    for (PointId id : demand.points()) {
      List<TextDay> texts = prepared.texts(view.get(id));
      isDated |= !texts.isEmpty();
      texts.stream()
          .filter(text -> !text.known().isAfter(known.knownAt()))
          .forEach(text -> days.add(text.day()));
    }
    return isDated
        ? Optional.of(days.stream().min(Comparator.naturalOrder()).orElse(LocalDate.MAX))
        : Optional.empty();
  }

  /// The outcome of a demand; of a replaced one, what had become of it by then.
  private DemandOutcome judged(Demand demand) {
    DemandId by = replacements.get(demand.id());
    LocalDate start = by == null ? null : starts.get(by);
    if (by == null || start == null || start.equals(LocalDate.MIN)) {
      return by == null ? judge(demand) : replaced(demand, day, 0);
    }
    AsOf before = new AsOf(start.minusDays(1), acts.asOf().knownAt());
    DemandOutcome then = new DemandOutcomes(this, before).judge(demand);
    return switch (then.verdict()) {
      case KEPT, LATE, BROKEN, REPLACED -> then;
      case OPEN -> replaced(demand, start, 0);
      case OVERDUE -> replaced(demand, start, then.days() + 1);
    };
  }

  private DemandOutcome replaced(Demand demand, LocalDate on, long days) {
    return new DemandOutcome(
        demand.id(),
        starts.get(demand.id()),
        DemandVerdict.REPLACED,
        null,
        on,
        days,
        days,
        List.of());
  }

  /// The same records on an earlier day, to judge single demands.
  private DemandOutcomes(DemandOutcomes later, AsOf asOf) {
    view = later.view;
    prepared = later.prepared;
    acts = prepared.at(asOf);
    day = asOf.date();
    rounding = later.rounding;
    starts.putAll(later.starts);
    complete();
  }

  private void complete() {
    for (Step step : view.steps()) {
      acts.completedOn(step).ifPresent(date -> completed.put(step.id(), bounded(date)));
    }
  }

  /// By step, the outcome of the demand that it is furthest behind; of steps that are in time,
  /// none.
  static Map<StepId, DemandOutcome> delays(CaseView view, ActLedger acts) {
    DemandOutcomes outcomes = new DemandOutcomes(view, acts, CaseSequence.rounding(view));
    Map<StepId, DemandOutcome> delays = new HashMap<>();
    for (Demand demand : view.demands()) {
      if (!outcomes.stands(demand)) {
        continue;
      }
      for (Timing timing : demand.allOf()) {
        DemandOutcome each = outcomes.judge(timing);
        StepId step = each.step();
        boolean isBehind =
            each.verdict() == DemandVerdict.LATE || each.verdict() == DemandVerdict.OVERDUE;
        if (step != null && isBehind) {
          delays.merge(step, each, (one, other) -> one.days() >= other.days() ? one : other);
        }
      }
    }
    return delays;
  }

  /// The outcomes of all demands, in the order of the view.
  ///
  /// @param day the day looked at
  /// @param knownAt the day of knowledge
  public static List<DemandOutcome> of(CaseView view, LocalDate day, LocalDate knownAt) {
    return of(view, Acts.of(view).at(new AsOf(day, knownAt)));
  }

  /// The same, with the acts of the view on the day looked at.
  public static List<DemandOutcome> of(CaseView view, ActLedger acts) {
    return CaseSequence.outcomes(view, acts).all;
  }

  /// A date without a beginning counts at the day by which it had certainly passed. One that ends
  /// after the day looked at ends on it: it is known to have happened.
  private Edtf bounded(Edtf date) {
    LocalDate last = date.latestDay().isAfter(day) ? day : date.latestDay();
    return date.earliestDay().equals(LocalDate.MIN) || date.earliestDay().equals(last)
        ? Edtf.of(last)
        : last.equals(date.latestDay()) ? date : Edtf.of(date.earliestDay() + "/" + last);
  }

  /// Whether a step was completed by the day.
  boolean isCompleted(StepId step) {
    return completed.containsKey(step);
  }

  private DemandOutcome judge(Demand demand) {
    List<DemandOutcome> judged = new ArrayList<>();
    for (Timing timing : demand.allOf()) {
      judged.add(judge(timing));
    }
    demand.anyOf().stream()
        .map(this::judge)
        .min(Comparator.comparing(DemandOutcome::verdict))
        .ifPresent(judged::add);
    DemandOutcome worst =
        judged.stream().max(Comparator.comparing(DemandOutcome::verdict)).orElseGet(this::open);
    return new DemandOutcome(
        demand.id(),
        starts.get(demand.id()),
        worst.verdict(),
        worst.step(),
        worst.on(),
        worst.days(),
        worst.mostDays(),
        worst.by());
  }

  private DemandOutcome open() {
    return outcome(DemandVerdict.OPEN, null, null, 0, List.of());
  }

  private static DemandOutcome outcome(
      DemandVerdict verdict,
      @Nullable StepId step,
      @Nullable LocalDate on,
      long days,
      List<PartyId> by) {
    return new DemandOutcome(NOBODYS, null, verdict, step, on, days, days, by);
  }

  /// The outcome of one timing.
  DemandOutcome judge(Timing timing) {
    return switch (timing) {
      case Timing.By(StepId step, Edtf date) -> by(step, date.latestDay());
      case Timing.NotBefore(StepId step, Edtf date) -> after(step, date.earliestDay());
      case Timing.After(StepId step, StepId of, Period least, Period most) ->
          after(step, of, least == null ? Period.ofDays(1) : least, most);
      case Timing.Once(StepId step, StepId of) -> after(step, of, Period.ZERO, null);
      case Timing.Together(StepId step, StepId with) -> together(step, with);
      case Timing.By _,
          Timing.NotBefore _,
          Timing.After _,
          Timing.Once _,
          Timing.Together _,
          Timing.ToBeDetermined _,
          Timing.Escalated _ ->
          open();
    };
  }

  /// A breach of a step that was not made good since.
  private @Nullable DemandOutcome breach(StepId step) {
    Performance performance = acts.performanceOf(step);
    return performance.status() == Performance.Status.BREACHED && performance.date() != null
        ? outcome(
            DemandVerdict.BROKEN, step, performance.date().latestDay(), 0, performance.breachedBy())
        : null;
  }

  private DemandOutcome by(StepId step, LocalDate deadline) {
    DemandOutcome breach = breach(step);
    if (breach != null) {
      return breach;
    }
    Edtf done = completed.get(step);
    if (done == null) {
      return day.isAfter(deadline)
          ? outcome(DemandVerdict.OVERDUE, step, deadline, days(deadline, day), List.of())
          : open();
    }
    LocalDate earliest = done.earliestDay();
    return earliest.isAfter(deadline)
        ? new DemandOutcome(
            NOBODYS,
            null,
            DemandVerdict.LATE,
            step,
            earliest,
            days(deadline, earliest),
            days(deadline, done.latestDay()),
            List.of())
        : outcome(DemandVerdict.KEPT, step, done.latestDay(), 0, List.of());
  }

  private DemandOutcome after(StepId step, LocalDate earliest) {
    DemandOutcome breach = breach(step);
    Edtf done = completed.get(step);
    if (breach != null || done == null) {
      return breach != null ? breach : open();
    }
    return done.latestDay().isBefore(earliest)
        ? outcome(DemandVerdict.BROKEN, step, done.latestDay(), 0, List.of())
        : outcome(DemandVerdict.KEPT, step, done.latestDay(), 0, List.of());
  }

  private DemandOutcome after(StepId step, StepId of, Period least, @Nullable Period most) {
    Edtf done = completed.get(step);
    Edtf before = completed.get(of);
    DemandOutcome breach = breach(step);
    if (breach != null) {
      return breach;
    }
    if (before == null) {
      return done == null
          ? open()
          : outcome(DemandVerdict.BROKEN, step, done.latestDay(), 0, List.of());
    }
    LocalDate deadline = most == null ? null : lag(most).after(before.latestDay());
    if (deadline != null) {
      DemandOutcome intime = by(step, deadline);
      if (intime.verdict() != DemandVerdict.KEPT) {
        return intime;
      }
    }
    return done == null ? open() : after(step, lag(least).after(before.earliestDay()));
  }

  private DemandOutcome together(StepId step, StepId with) {
    Edtf one = completed.get(step);
    Edtf other = completed.get(with);
    if (one == null) {
      return other == null ? open() : alone(step, other);
    }
    if (other == null) {
      return alone(with, one);
    }
    boolean mayCoincide =
        !one.earliestDay().isAfter(other.latestDay())
            && !other.earliestDay().isAfter(one.latestDay());
    return outcome(
        mayCoincide ? DemandVerdict.KEPT : DemandVerdict.BROKEN,
        step,
        one.latestDay(),
        0,
        List.of());
  }

  /// One of two steps that belong together is not completed.
  private DemandOutcome alone(StepId lacking, Edtf done) {
    LocalDate on = done.latestDay();
    return day.isAfter(on)
        ? outcome(DemandVerdict.OVERDUE, lacking, on, days(on, day), List.of())
        : open();
  }

  private Lag lag(Period period) {
    return new Lag(period.getYears(), period.getMonths(), period.getDays(), rounding);
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }
}
