package org.parley.wording;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.control.Strategy;
import org.parley.sequence.plan.LikelyDates;
import org.parley.sequence.plan.Plan;

/// The wording of plans, control and delays, in one language.
public final class PlanWording {

  private final SequenceWording words;
  private final Messages messages;

  public PlanWording(SequenceWording words) {
    this.words = words;
    this.messages = words.messages();
  }

  /// In the current language.
  public static PlanWording of(SequenceProblem problem) {
    return new PlanWording(SequenceWording.of(problem));
  }

  /// A statement that knots prevent a plan, with advice.
  public String none(int knots) {
    return messages.text("sequence.plan.none", "knots", knots);
  }

  /// How long a plan lasts, in a sentence.
  public String lasting(Plan plan) {
    return words.problem().steps().stream().allMatch(each -> words.problem().isOver(each.id()))
        ? messages.text("sequence.plan.over")
        : messages.text("sequence.plan.lasting", "day", words.dated(plan.lasting()));
  }

  /// The steps that are done and no longer planned, on a line of its own; empty if there are none.
  public String done() {
    List<String> over =
        words.problem().steps().stream()
            .filter(each -> words.problem().isOver(each.id()))
            .map(each -> words.quoted(each.title()))
            .toList();
    return over.isEmpty()
        ? ""
        : messages.text("sequence.plan.done", "count", over.size(), "steps", messages.all(over))
            + "\n";
  }

  /// When a step can begin and must be over: "1 May 2026 to 3 June 2026".
  public String window(long earliest, @Nullable Long latest) {
    return latest == null
        ? messages.text("sequence.plan.open", "day", words.day(earliest))
        : latest == earliest
            ? words.day(earliest)
            : messages.text("date.interval", "from", words.day(earliest), "to", words.day(latest));
  }

  /// When a step likely begins and ends, never as certain.
  public String likely(LikelyDates dates, StepId step) {
    long start = dates.get(Moment.start(step));
    long end = dates.get(Moment.end(step));
    return messages.text("sequence.plan.likely", "window", window(start, end));
  }

  /// When a moment likely comes, for a column.
  public String likely(long day) {
    return messages.text("sequence.plan.likely", "window", words.iso(day));
  }

  /// The demands that cannot all be kept with likely durations; empty if they can.
  public String broken(LikelyDates dates) {
    return dates.isKept()
        ? ""
        : messages.text(
            "sequence.plan.likely-broken",
            "count",
            dates.broken().size(),
            "demands",
            messages.all(
                dates.broken().stream()
                    .map(each -> words.quoted(words.problem().get(each).text()))
                    .toList()));
  }

  /// The length of a step with its likely length; empty if none is stated.
  public String takes(PlannedStep step, @Nullable String assumed) {
    Long likely = step.duration().likely();
    if (likely == null) {
      return "";
    }
    String takes =
        messages.text(
            "sequence.plan.takes",
            "least",
            words.length(step.duration().least()),
            "most",
            words.length(step.duration().most()),
            "likely",
            words.length(likely));
    return assumed == null
        ? takes
        : messages.text("sequence.plan.takes-assumed", "takes", takes, "reason", assumed);
  }

  /// The same for a column.
  public String column(long earliest, @Nullable Long latest) {
    return latest == null
        ? words.iso(earliest)
        : messages.text("date.interval", "from", words.iso(earliest), "to", words.iso(latest));
  }

  /// The dates of a step and the chains that force them, for a calendar.
  public String notes(Plan.Window start, Plan.Window end) {
    Long latest = end.latest();
    StringBuilder notes =
        new StringBuilder(
            messages.text(
                "sequence.plan.notes",
                "earliest",
                words.dated(start.earliest()),
                "bounded",
                latest != null,
                "latest",
                latest == null ? "" : words.dated(latest)));
    if (!start.whyNotEarlier().isEmpty()) {
      notes.append('\n').append(messages.text("sequence.plan.not-earlier"));
      start.whyNotEarlier().forEach(link -> notes.append('\n').append(words.link(link)));
    }
    if (!end.whyNotLater().isEmpty()) {
      notes.append('\n').append(messages.text("sequence.plan.not-later"));
      end.whyNotLater().forEach(link -> notes.append('\n').append(words.link(link)));
    }
    return notes.toString();
  }

  /// In which of its ways a demand is met.
  ///
  /// @param way the way, from 0
  public String way(DemandId id, int way) {
    TimedDemand demand = words.problem().get(id);
    return messages.text(
        "sequence.plan.way",
        "demand",
        words.quoted(demand.text()),
        "way",
        way + 1,
        "of",
        demand.anyOf().size());
  }

  /// A pending decision with its body and date, in a sentence.
  public String decision(Plan.Decision decision) {
    Long latest = decision.byLatest();
    String later = latest == null || latest <= decision.byWithoutDelay() ? "" : words.dated(latest);
    return messages.text(
        "sequence.plan.decision",
        "who",
        SequenceWording.sentence(decision.decidedBy()),
        "day",
        words.dated(decision.byWithoutDelay()),
        "later",
        !later.isEmpty(),
        "latest",
        later,
        "demand",
        words.problem().get(decision.demand()).text());
  }

  /// Whose decision is due, for a task: "the observers to decide".
  public String task(Plan.Decision decision) {
    return messages.text("sequence.plan.task", "who", decision.decidedBy());
  }

  /// Controllability: whether every clause can be kept whatever others decide, in a sentence.
  ///
  /// @param durations the number of contingent durations
  /// @param checked whether the proof was checked
  public String control(Finding<Strategy> finding, int durations, boolean checked) {
    return switch (finding) {
      case Finding.Proved<Strategy> _, Finding.Exhausted<Strategy> _ ->
          messages.text("sequence.control.kept", "durations", durations, "checked", checked);
      case Finding.Bounded<Strategy>(_, var bound, _) ->
          new BoundWording(messages).say(bound).text();
      case Finding.Impossible<Strategy> _ -> messages.text("sequence.control.lost");
    };
  }

  /// That controllability does not model recesses; empty if there are none.
  public String controlWithoutRecesses() {
    return words.problem().recesses().isEmpty() ? "" : messages.text("sequence.control.recesses");
  }

  /// The recesses that begin before a plan ends, each once, by first day.
  public List<RecessPeriod> recesses(Plan plan) {
    Map<List<Object>, RecessPeriod> distinct = new LinkedHashMap<>();
    words.problem().recesses().stream()
        .filter(recess -> recess.from() <= plan.lasting())
        .sorted(Comparator.comparingLong(RecessPeriod::from).thenComparing(RecessPeriod::body))
        .forEach(
            recess ->
                distinct.putIfAbsent(List.of(recess.body(), recess.from(), recess.to()), recess));
    return List.copyOf(distinct.values());
  }

  /// How long a step takes that others decide.
  public String lasts(PlannedStep step) {
    return messages.text(
        "sequence.control.lasts",
        "step",
        step.title(),
        "least",
        words.length(step.duration().least()),
        "most",
        words.length(step.duration().most()));
  }

  /// The first step of a strategy.
  public String first(Moment moment, long time) {
    return messages.text(
        "sequence.control.first", "moment", words.moment(moment), "day", words.dated(time));
  }

  /// By how much one demand alone would have to give.
  public String enough(DemandId demand, long units) {
    return messages.text(
        "sequence.control.enough",
        "id",
        demand,
        "length",
        words.length(units),
        "demand",
        words.whose(demand));
  }

  /// When a step ended or will, and when it was planned.
  public String ended(StepId step, long time, long planned) {
    return messages.text(
        "sequence.slip.ended",
        "step",
        words.title(step),
        "day",
        words.dated(time),
        "planned",
        words.dated(planned));
  }

  /// The head of a list of demands of which one breaks.
  public String breaks(List<DemandId> demands) {
    return messages.text("sequence.slip.breaks", "demands", demands.size());
  }
}
