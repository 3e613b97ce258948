package org.parley.outlook.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.outlook.TimeToDone;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.TimedDemand;

/// The moments of a plan with what each waits for, ready to be drawn many times. Immutable.
///
/// In a run every moment comes as early as its own time, the moments before it and the recesses
/// allow. Upper bounds hold nothing back: they are deadlines, and are looked at afterwards. Only
/// "together" holds both moments.
final class SimulatedNetwork {

  /// Longer than any plan; sums of several stay below it.
  static final long NEVER = Long.MAX_VALUE / 4;

  /// A clause with an upper bound, as nodes.
  record Deadline(DemandId demand, int way, int clause, int from, int to, long atMost) {}

  /// The times of one run. By open step they are its end and the time drawn for it, [#NEVER] for
  /// never; by node, its time. A run may contradict the order demanded.
  @SuppressWarnings("ArrayRecordComponent") // Internal arrays, never compared.
  record Run(long[] ends, long[] drawn, long[] nodes, boolean isContradicted) {}

  private final TimedPlan plan;
  private final Map<Moment, Integer> nodes = new HashMap<>();
  private final List<PlannedStep> open = new ArrayList<>();
  private final List<Deadline> deadlines = new ArrayList<>();
  private final List<long[]> recesses = new ArrayList<>();
  private final long[] floors;

  /// The lower bounds: from, to, lag, and the open step whose drawn time it is; -1 for none.
  private final int[] from;

  private final int[] to;
  private final long[] lag;
  private final int[] lasts;

  /// By open step, how its time is drawn.
  private final @Nullable DrawnDays[] days;

  private final @Nullable TimeToDone[] others;
  private final long[] elapsed;
  private final int[] ends;
  private final int rounds;

  /// A lower bound.
  private record Arc(int from, int to, long lag, int lasts) {}

  SimulatedNetwork(TimedPlan plan) {
    this.plan = plan;
    nodes.put(Moment.ORIGIN, 0);
    int count = 1;
    Map<StepId, Long> settled = settled(plan);
    for (PlannedStep step : plan.problem().steps()) {
      nodes.put(Moment.start(step.id()), count);
      boolean isInstant = step.duration().most() == 0 || settled.containsKey(step.id());
      count += isInstant ? 0 : 1;
      nodes.put(Moment.end(step.id()), count);
      count++;
      if (!settled.containsKey(step.id())) {
        open.add(step);
      }
    }
    floors = new long[count];
    Arrays.fill(floors, Math.negateExact(Clause.LARGEST));
    floors[0] = 0;
    boolean[] isFixed = new boolean[count];
    isFixed[0] = true;
    settled.forEach(
        (step, end) -> {
          int node = node(Moment.end(step));
          floors[node] = end;
          isFixed[node] = true;
        });
    Long notBefore = plan.problem().notBefore();
    for (PlannedStep step : open) {
      floors[node(Moment.start(step.id()))] = notBefore == null ? 0 : notBefore;
    }
    List<Arc> arcs = new ArrayList<>();
    plan.problem().fixed().forEach(clause -> addLower(clause, arcs));
    for (TimedDemand demand : plan.problem().demands()) {
      if (!demand.anyOf().isEmpty()) {
        add(demand, plan.ways().getOrDefault(demand.id(), 0), arcs);
      }
    }
    days = new DrawnDays[open.size()];
    others = new TimeToDone[open.size()];
    elapsed = new long[open.size()];
    ends = new int[open.size()];
    for (int i = 0; i < open.size(); i++) {
      addTime(i, arcs);
    }
    List<Arc> sorted =
        inOrder(
            arcs.stream()
                .filter(arc -> !isFixed[arc.to] && (arc.from != arc.to || arc.lag > 0))
                .toList(),
            count);
    from = sorted.stream().mapToInt(Arc::from).toArray();
    to = sorted.stream().mapToInt(Arc::to).toArray();
    lag = sorted.stream().mapToLong(Arc::lag).toArray();
    lasts = sorted.stream().mapToInt(Arc::lasts).toArray();
    for (RecessPeriod recess : plan.problem().recesses()) {
      int node = node(recess.moment());
      if (!isFixed[node]) {
        recesses.add(new long[] {node, recess.from(), recess.to()});
      }
    }
    rounds = Math.addExact(1, Math.multiplyExact(count, recesses.size() + 1));
  }

  /// The ends of steps that are dated, and so no longer drawn.
  private static Map<StepId, Long> settled(TimedPlan plan) {
    Map<StepId, Long> settled = new HashMap<>();
    for (Clause clause : plan.problem().fixed()) {
      Long atMost = clause.atMost();
      if (clause.from().equals(Moment.ORIGIN)
          && clause.to() instanceof Moment.At(StepId step, Moment.Phase phase)
          && phase == Moment.Phase.END
          && atMost != null) {
        Long atLeast = clause.atLeast();
        settled.merge(step, atLeast == null ? atMost : atLeast, Math::max);
      }
    }
    return settled;
  }

  private void add(TimedDemand demand, int way, List<Arc> arcs) {
    List<Clause> clauses = demand.anyOf().get(way).allOf();
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      addLower(clause, arcs);
      Long atMost = clause.atMost();
      if (atMost == null) {
        continue;
      }
      int start = node(clause.from());
      int end = node(clause.to());
      if (isTogether(clause)) {
        arcs.add(new Arc(end, start, 0, -1));
      } else {
        deadlines.add(new Deadline(demand.id(), way, i, start, end, atMost));
      }
    }
  }

  private static boolean isTogether(Clause clause) {
    return Long.valueOf(0).equals(clause.atLeast()) && Long.valueOf(0).equals(clause.atMost());
  }

  private void addLower(Clause clause, List<Arc> arcs) {
    Long atLeast = clause.atLeast();
    if (atLeast != null) {
      arcs.add(new Arc(node(clause.from()), node(clause.to()), atLeast, -1));
    }
  }

  private void addTime(int index, List<Arc> arcs) {
    PlannedStep step = open.get(index);
    int start = node(Moment.start(step.id()));
    ends[index] = node(Moment.end(step.id()));
    if (start != ends[index]) {
      arcs.add(new Arc(start, ends[index], 0, -1));
    }
    switch (plan.times().get(step.id())) {
      case StepTime.OfCase _ -> {
        days[index] = DrawnDays.of(step.duration());
        arcs.add(new Arc(start, ends[index], 0, index));
      }
      case StepTime.OfOthers(_, var counts, StepTime.AccordDay accord) -> {
        others[index] = TimeToDone.of(counts);
        StepId signing = accord.signing();
        elapsed[index] = signing == null ? accord.elapsedDays() : 0;
        int from = signing == null ? 0 : node(Moment.end(signing));
        arcs.add(new Arc(from, ends[index], 0, index));
      }
      case StepTime.Untold _ -> {}
      case null -> {}
    }
  }

  private int node(Moment moment) {
    Moment read =
        moment instanceof Moment.Read(var term)
            ? plan.problem().get(term).reading(plan.readings().getOrDefault(term, "")).moment()
            : moment;
    Integer node = nodes.get(read);
    if (node == null) {
      throw new IllegalArgumentException("no moment " + moment + " in this plan");
    }
    return node;
  }

  /// The arcs with those of earlier moments first, as far as there is an order: then one pass is
  /// enough for most runs.
  private static List<Arc> inOrder(List<Arc> arcs, int count) {
    int[] depth = new int[count];
    boolean isMoved = true;
    for (int round = 0; isMoved && round < count; round++) {
      isMoved = false;
      for (Arc arc : arcs) {
        int next = depth[arc.from] + 1;
        if (depth[arc.to] < next && next < count) {
          depth[arc.to] = next;
          isMoved = true;
        }
      }
    }
    return arcs.stream().sorted(Comparator.comparingInt(arc -> depth[arc.from])).toList();
  }

  /// The open steps, in the order of the plan.
  List<PlannedStep> open() {
    return open;
  }

  List<Deadline> deadlines() {
    return deadlines;
  }

  /// Whether the time of an open step is drawn.
  boolean isDrawn(int index) {
    return days[index] != null || others[index] != null;
  }

  /// One run. Each open step takes one draw, whether it needs it or not, so that plans with the
  /// same steps share their draws.
  Run run(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] drawn = new long[open.size()];
    for (int i = 0; i < drawn.length; i++) {
      long draw = random.nextLong() >>> 33;
      DrawnDays length = days[i];
      TimeToDone time = others[i];
      if (length != null) {
        drawn[i] = length.day(draw);
      } else if (time != null) {
        long day = time.day(draw, elapsed[i]);
        drawn[i] = day == TimeToDone.NEVER ? NEVER : day - elapsed[i];
      }
    }
    long[] times = floors.clone();
    boolean isMoved = true;
    for (int round = 0; isMoved && round < rounds; round++) {
      isMoved = false;
      for (int i = 0; i < from.length; i++) {
        isMoved |=
            raise(times, to[i], sum(times[from[i]], lasts[i] < 0 ? lag[i] : drawn[lasts[i]]));
      }
      for (long[] recess : recesses) {
        if (recess[1] <= times[(int) recess[0]] && times[(int) recess[0]] <= recess[2]) {
          times[(int) recess[0]] = recess[2] + 1;
          isMoved = true;
        }
      }
    }
    long[] done = new long[drawn.length];
    for (int i = 0; i < done.length; i++) {
      done[i] = isMoved ? NEVER : times[ends[i]];
    }
    return new Run(done, drawn, times, isMoved);
  }

  private static long sum(long time, long lag) {
    return time >= NEVER || lag >= NEVER ? NEVER : time + lag;
  }

  private static boolean raise(long[] times, int node, long to) {
    if (times[node] < to) {
      times[node] = to;
      return true;
    }
    return false;
  }
}
