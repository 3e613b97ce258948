package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.model.source.SourceId;
import org.parley.model.step.Step.Duration;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.LikelyDates;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.PlanOrder;
import org.parley.web.view.BrokenAxis;
import org.parley.web.view.OpenCase;
import org.parley.wording.PlanWording;
import org.parley.wording.SequenceWording;

/// A Gantt chart: one row per step, with its window and the reasons for it.
///
/// @param ticks the days along the axis
/// @param rows the rows of steps still to come, by earliest day
/// @param over the steps that are done, by day
/// @param broken a sentence on demands that fail with likely durations; empty if there are none
/// @param isLikely whether likely dates are drawn
/// @param breaks the places of breaks of the axis
public record Gantt(
    List<Axis.Tick> ticks,
    List<Row> rows,
    List<Done> over,
    String broken,
    boolean isLikely,
    List<String> breaks) {

  /// How many lengths of the plan are drawn beyond its end.
  private static final long FAR = 20;

  /// A step that is done.
  ///
  /// @param when its day in words
  public record Done(StepId id, String title, String when) {}

  /// Days on which a step cannot end.
  ///
  /// @param x their beginning, in percent of the width
  /// @param width their width
  /// @param words the recess in words
  public record Band(String x, String width, String words, List<SourceId> sources) {
    public Band {
      sources = List.copyOf(sources);
    }
  }

  /// A step.
  ///
  /// @param id its id
  /// @param title its title
  /// @param when its earliest and latest day in words
  /// @param critical whether any delay lengthens the plan
  /// @param windowX the beginning of its window, in percent of the width
  /// @param windowWidth the width of its window
  /// @param open whether it has no latest day
  /// @param barX the beginning of the step at its earliest
  /// @param barWidth its length; 0 if instantaneous
  /// @param likely its likely dates in words; empty if there are none
  /// @param likelyX the beginning of its likely dates
  /// @param likelyWidth their length
  /// @param takes its length with its likely length; empty if none is stated
  /// @param sources the sources of its length
  /// @param recesses when it cannot end, as far as it is drawn
  /// @param whyNotEarlier the chain that forces its earliest day
  /// @param whyNotLater the chain that forces its latest day
  public record Row(
      StepId id,
      String title,
      String when,
      boolean critical,
      String windowX,
      String windowWidth,
      boolean open,
      String barX,
      String barWidth,
      String likely,
      String likelyX,
      String likelyWidth,
      String takes,
      List<SourceId> sources,
      List<Band> recesses,
      List<Reason> whyNotEarlier,
      List<Reason> whyNotLater) {}

  public Gantt {
    ticks = List.copyOf(ticks);
    rows = List.copyOf(rows);
    over = List.copyOf(over);
  }

  static Axis axis(SequenceProblem problem, Plan plan) {
    return axis(problem, plan, _ -> true, List.of());
  }

  /// The axis of some windows and further times, broken where nothing happens for long.
  private static Axis axis(
      SequenceProblem problem, Plan plan, Predicate<Plan.Window> drawn, List<Long> further) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Plan.Window window : plan.times().stream().filter(drawn).toList()) {
      from = Math.min(from, window.earliest());
      to = Math.max(to, window.earliest());
    }
    if (from > to) {
      from = 0;
      to = 0;
    }
    // what lies far beyond the plan itself is cut off at the edge
    long farthest = Math.addExact(to, Math.multiplyExact(FAR, Math.max(1, to - from)));
    TreeSet<Long> events = new TreeSet<>(further);
    for (Plan.Window window : plan.times().stream().filter(drawn).toList()) {
      events.add(window.earliest());
      @Nullable Long latest = window.latest();
      if (latest != null) {
        events.add(latest);
      }
    }
    events.removeIf(each -> each > farthest);
    long end = events.isEmpty() ? to : Math.max(to, events.getLast());
    BrokenAxis broken = BrokenAxis.of(from, end, events);
    long margin = Math.max(1, broken.drawn() / 25);
    events.add(from);
    return new Axis(problem.scale(), BrokenAxis.of(from - margin, end + 2 * margin, events));
  }

  static Gantt of(OpenCase open, SequenceProblem problem, Plan plan) {
    @Nullable LikelyDates dates = LikelyDates.of(problem, plan).orElse(null);
    @Nullable LikelyDates likely = dates == null || !dates.isKept() ? null : dates;
    Predicate<Plan.Window> isOpen = window -> !problem.isOver(window.moment().step());
    List<Long> likelyTimes =
        likely == null
            ? List.of()
            : plan.times().stream().filter(isOpen).map(each -> likely.get(each.moment())).toList();
    Axis axis = axis(problem, plan, isOpen, likelyTimes);
    SequenceWording words = SequenceWording.of(problem);
    var planned = new PlanWording(words);
    List<Row> rows = new ArrayList<>();
    List<Done> over = new ArrayList<>();
    Map<Moment.At, Plan.Window> windows = plan.windows();
    for (PlannedStep step : PlanOrder.steps(problem, plan)) {
      Plan.Window start = Objects.requireNonNull(windows.get(Moment.start(step.id())));
      Plan.Window end = Objects.requireNonNull(windows.get(Moment.end(step.id())));
      Long latest = end.latest();
      if (problem.isOver(step.id())) {
        over.add(new Done(step.id(), step.title(), planned.window(end.earliest(), latest)));
        continue;
      }
      double from = axis.share(start.earliest());
      double to = latest == null ? 100 : axis.share(latest);
      double likelyFrom = likely == null ? 0 : axis.share(likely.get(start.moment()));
      double likelyTo = likely == null ? 0 : axis.share(likely.get(end.moment()));
      @Nullable Duration length = open.view().get(step.id()).duration();
      double bar = axis.share(end.earliest()) - from;
      rows.add(
          new Row(
              step.id(),
              step.title(),
              planned.window(start.earliest(), latest),
              start.isCritical(),
              Axis.percent(from),
              Axis.percent(Math.max(0, to - from)),
              latest == null,
              Axis.percent(from),
              Axis.percent(step.duration().most() == 0 ? 0 : Math.max(0.6, bar)),
              likely == null ? "" : planned.likely(likely, step.id()),
              Axis.percent(Math.min(100, likelyFrom)),
              Axis.percent(Math.clamp(likelyTo - likelyFrom, 0.6, Math.max(0.6, 100 - likelyFrom))),
              planned.takes(step, open.view().get(step.id()).assumed().get("duration")),
              length == null ? List.of() : length.source(),
              recesses(axis, words, step.id()),
              start.whyNotEarlier().stream().map(link -> Reason.of(open, words, link)).toList(),
              end.whyNotLater().stream().map(link -> Reason.of(open, words, link)).toList()));
    }
    return new Gantt(
        axis.ticks(),
        rows,
        over,
        dates == null ? "" : planned.broken(dates),
        likely != null,
        axis.breaks());
  }

  private static List<Band> recesses(Axis axis, SequenceWording words, StepId step) {
    List<Band> bands = new ArrayList<>();
    for (RecessPeriod recess : words.problem().recesses()) {
      if (recess.step().equals(step) && recess.from() <= axis.to() && recess.to() >= axis.from()) {
        double from = axis.share(recess.from());
        double width = axis.share(recess.to() + 1) - from;
        bands.add(
            new Band(
                Axis.percent(from), Axis.percent(width), words.recess(recess), recess.source()));
      }
    }
    return bands;
  }

  /// Whether the recess of some step is drawn.
  public boolean hasRecesses() {
    return rows.stream().anyMatch(row -> !row.recesses().isEmpty());
  }
}
