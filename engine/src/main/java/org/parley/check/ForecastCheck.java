package org.parley.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.step.StepId;
import org.parley.outlook.plan.PlanForecast;
import org.parley.outlook.plan.PlanForecast.AskedShare;
import org.parley.outlook.plan.PlanForecast.DayBands;
import org.parley.outlook.plan.PlanForecast.DeadlineChance;
import org.parley.outlook.plan.PlanForecast.StepForecast;
import org.parley.outlook.plan.PlanForecast.TimeDriver;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.outlook.plan.StepTime;
import org.parley.outlook.plan.TimedPlan;
import org.parley.reference.DoneTimes;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.TimedDemand;

/// Simulates a plan again from its seed, run by run and moment by moment.
///
/// Clauses are read from the problem and raised until nothing moves, with no order and no
/// preparation. Days of a triangle come from a table of their weights, times of others from a
/// product over single accords. Nothing is shared with the simulation but the seeds. Moments have
/// numbers, since a run looks each of them up many times.
final class ForecastCheck {

  private static final BigInteger DRAWS = BigInteger.ONE.shiftLeft(31);

  /// The days of ten years, and never.
  private static final int RECORD = 3652;

  /// `to` is at least `lag` after `from`.
  private record After(int from, int to, long lag) {}

  private static final long NO_DAY = Long.MIN_VALUE;

  /// Whether and when a moment comes in a run; it never does without a day.
  private static final class Outcome {

    private final long[] days;
    private final boolean isKept;

    Outcome(long[] days, boolean isKept) {
      this.days = days;
      this.isKept = isKept;
    }

    private @Nullable Long day(int moment) {
      return moment < days.length && days[moment] != NO_DAY ? days[moment] : null;
    }
  }

  private final TimedPlan plan;
  private final Meter meter;
  private final Map<Moment, Integer> numbers = new HashMap<>();
  private final Map<StepId, Long> settled = new HashMap<>();
  private final Map<StepId, Boolean> instantaneous = new HashMap<>();
  private final List<PlannedStep> open = new ArrayList<>();
  private final List<After> lower = new ArrayList<>();
  private final Map<StepId, long[]> tables = new HashMap<>();
  private final boolean[] isSettled;

  private ForecastCheck(TimedPlan plan, Meter meter) {
    this.plan = plan;
    this.meter = meter;
    for (Clause clause : plan.problem().fixed()) {
      if (clause.from().equals(Moment.ORIGIN)
          && clause.to() instanceof Moment.At(StepId step, var phase)
          && phase == Moment.Phase.END
          && clause.atMost() != null) {
        Long day = clause.atLeast() == null ? clause.atMost() : clause.atLeast();
        settled.merge(step, day, Math::max);
      }
    }
    for (PlannedStep step : plan.problem().steps()) {
      if (!settled.containsKey(step.id())) {
        open.add(step);
        lower.add(new After(number(Moment.start(step.id())), number(Moment.end(step.id())), 0));
      }
    }
    plan.problem().fixed().forEach(this::follow);
    for (TimedDemand demand : plan.problem().demands()) {
      for (Clause clause : clauses(demand)) {
        follow(clause);
        if (isTogether(clause)) {
          lower.add(new After(number(clause.to()), number(clause.from()), 0));
        }
      }
    }
    settled.keySet().forEach(step -> number(Moment.end(step)));
    open.forEach(this::begin);
    plan.problem().recesses().forEach(each -> number(each.moment()));
    number(Moment.ORIGIN);
    isSettled = new boolean[numbers.size()];
    numbers.forEach((moment, number) -> isSettled[number] |= isSettled(moment));
  }

  private boolean isSettled(Moment moment) {
    return moment.equals(Moment.ORIGIN)
        || (moment instanceof Moment.At(StepId step, _) && settled.containsKey(step));
  }

  private void follow(Clause clause) {
    Long atLeast = clause.atLeast();
    if (atLeast != null) {
      lower.add(new After(number(clause.from()), number(clause.to()), atLeast));
    }
  }

  private List<Clause> clauses(TimedDemand demand) {
    return demand.anyOf().isEmpty()
        ? List.of()
        : demand.anyOf().get(plan.ways().getOrDefault(demand.id(), 0)).allOf();
  }

  private static boolean isTogether(Clause clause) {
    return clause.atLeast() != null
        && clause.atMost() != null
        && clause.atLeast() == 0
        && clause.atMost() == 0;
  }

  /// Whether the runs give this forecast.
  static Verdict verify(PlanForecasts.Simulated simulated, TimedPlan plan, Budget budget) {
    PlanForecast stated = simulated.forecast();
    ForecastCheck check = new ForecastCheck(plan, new Meter(budget));
    List<Outcome> runs = new ArrayList<>();
    List<Map<StepId, Long>> drawn = new ArrayList<>();
    for (int run = 0; run < stated.runs(); run++) {
      if (check.meter.spend(1) || check.meter.look()) {
        return new Verdict.Open(Verdict.Reason.BUDGET);
      }
      Map<StepId, Long> draws = check.draws(stated.seed() + run);
      drawn.add(draws);
      runs.add(check.run(draws));
    }
    if (runs.isEmpty()) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
    PlanForecast again = check.counted(stated.seed(), runs, drawn);
    if (again.equals(stated)) {
      return new Verdict.Holds();
    }
    for (int i = 0; i < Math.min(again.steps().size(), stated.steps().size()); i++) {
      if (!again.steps().get(i).equals(stated.steps().get(i))) {
        return Verdict.fails(Flaw.Code.OTHER_RUNS, again.steps().get(i).step());
      }
    }
    for (int i = 0; i < Math.min(again.deadlines().size(), stated.deadlines().size()); i++) {
      if (!again.deadlines().get(i).equals(stated.deadlines().get(i))) {
        return Verdict.fails(Flaw.Code.OTHER_RUNS, again.deadlines().get(i).demand());
      }
    }
    return Verdict.fails(Flaw.Code.OTHER_RUNS, stated.runs());
  }

  /// The number of what a moment is read as.
  private int number(Moment moment) {
    Integer known = numbers.get(moment);
    if (known != null) {
      return known;
    }
    Moment placed = place(moment);
    int number = placed.equals(moment) ? numbers.size() : number(placed);
    numbers.put(moment, number);
    return number;
  }

  /// An instantaneous or settled step is one moment; a term is the moment that it is read as.
  private Moment place(Moment moment) {
    return switch (moment) {
      case Moment.Origin origin -> origin;
      case Moment.Read(var term) ->
          place(plan.problem().get(term).reading(plan.readings().getOrDefault(term, "")).moment());
      case Moment.At(StepId step, var phase) ->
          phase == Moment.Phase.END || settled.containsKey(step) || isInstantaneous(step)
              ? Moment.end(step)
              : moment;
    };
  }

  private boolean isInstantaneous(StepId step) {
    return instantaneous.computeIfAbsent(
        step, each -> plan.problem().get(each).duration().most() == 0);
  }

  /// The time of each open step that is drawn; -1 for never.
  private Map<StepId, Long> draws(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<StepId, Long> drawn = new HashMap<>();
    for (PlannedStep step : open) {
      long draw = random.nextLong() >>> 33;
      switch (plan.times().get(step.id())) {
        case StepTime.OfCase _ -> drawn.put(step.id(), ofCase(step, draw));
        case StepTime.OfOthers others -> drawn.put(step.id(), ofOthers(step.id(), others, draw));
        case StepTime.Untold _ -> {}
        case null -> {}
      }
    }
    return drawn;
  }

  /// The first day up to which the weights add up to more than the draw is of all of them.
  private long ofCase(PlannedStep step, long draw) {
    PlannedStep.Duration duration = step.duration();
    long[] sums = tables.computeIfAbsent(step.id(), _ -> sums(duration));
    long target =
        BigInteger.valueOf(draw)
            .multiply(BigInteger.valueOf(sums[sums.length - 1]))
            .divide(DRAWS)
            .longValueExact();
    return duration.least() + above(sums, target);
  }

  private static int above(long[] sums, long target) {
    int day = 0;
    for (int step = Integer.highestOneBit(Math.max(1, sums.length)); step > 0; step /= 2) {
      while (day + step <= sums.length && sums[day + step - 1] <= target) {
        day += step;
      }
    }
    return day;
  }

  private static long[] sums(PlannedStep.Duration duration) {
    long[] sums = new long[Math.toIntExact(duration.most() - duration.least() + 1)];
    Long likely = duration.likely();
    long sum = 0;
    for (int i = 0; i < sums.length; i++) {
      long day = duration.least() + i;
      long weight = 1;
      if (likely != null) {
        long rising = day - duration.least() + 1;
        long falling = duration.most() - day + 1;
        weight =
            day <= likely
                ? rising * (duration.most() - likely + 1)
                : falling * (likely - duration.least() + 1);
      }
      sum = Math.addExact(sum, weight);
      sums[i] = sum;
    }
    return sums;
  }

  private long ofOthers(StepId step, StepTime.OfOthers others, long draw) {
    long elapsed = others.accord().signing() == null ? others.accord().elapsedDays() : 0;
    long[] byYear = tables.computeIfAbsent(step, _ -> byYear(others.counts()));
    long before = elapsed == 0 ? 0 : draws(byYear, elapsed);
    long whole = DRAWS.longValueExact();
    long at = before + draw * (whole - before) / whole;
    int year = 1;
    while (year < byYear.length && byYear[year] <= at) {
      year++;
    }
    if (year == byYear.length) {
      return -1;
    }
    long length = day(year) - day(year - 1);
    long within = (at - byYear[year - 1]) * length / (byYear[year] - byYear[year - 1]);
    return Math.max(elapsed, day(year - 1) + 1 + within) - elapsed;
  }

  /// How many draws lead to a day by this one, if the days of a year share them evenly.
  private static long draws(long[] byYear, long day) {
    for (int year = 1; year < byYear.length; year++) {
      if (day < day(year)) {
        return byYear[year - 1]
            + (byYear[year] - byYear[year - 1])
                * (day - day(year - 1))
                / (day(year) - day(year - 1));
      }
    }
    return byYear[byYear.length - 1];
  }

  private static long day(int year) {
    return 1461L * year / 4;
  }

  /// The draws by the end of each year: a product over single accords.
  private static long[] byYear(DoneTimes counts) {
    long[] byYear = new long[counts.done().size() + 1];
    BigInteger part = BigInteger.ONE;
    BigInteger whole = BigInteger.ONE;
    long atRisk =
        counts.done().stream().mapToLong(Integer::longValue).sum()
            + counts.left().stream().mapToLong(Integer::longValue).sum();
    for (int year = 1; year < byYear.length; year++) {
      for (int i = counts.done().get(year - 1); i > 0; i--) {
        part = part.multiply(BigInteger.valueOf(atRisk - 1));
        whole = whole.multiply(BigInteger.valueOf(atRisk));
        atRisk--;
      }
      atRisk -= counts.left().get(year - 1);
      byYear[year] =
          whole
              .subtract(part)
              .multiply(DRAWS)
              .shiftLeft(1)
              .add(whole)
              .divide(whole.shiftLeft(1))
              .longValueExact();
    }
    return byYear;
  }

  /// Raises every moment until nothing moves.
  private Outcome run(Map<StepId, Long> drawn) {
    long[] days = new long[numbers.size()];
    boolean[] never = new boolean[days.length];
    List<After> all = new ArrayList<>(lower);
    begin(days);
    for (PlannedStep step : open) {
      Long time = drawn.get(step.id());
      int end = number(Moment.end(step.id()));
      if (time != null && time < 0) {
        never[end] = true;
      } else if (time != null) {
        all.add(new After(begin(step), end, time));
      }
    }
    long begun = Arrays.stream(days).filter(day -> day != NO_DAY).count();
    long most = (begun + all.size()) * (plan.problem().recesses().size() + 2);
    boolean isMoved = true;
    for (int round = 0; isMoved; round++) {
      if (round > most) {
        return new Outcome(new long[0], false);
      }
      isMoved = false;
      for (After each : all) {
        isMoved |= raise(days, never, each);
      }
      for (RecessPeriod recess : plan.problem().recesses()) {
        isMoved |= leave(days, never, recess);
      }
    }
    for (int moment = 0; moment < days.length; moment++) {
      days[moment] = never[moment] ? NO_DAY : days[moment];
    }
    return new Outcome(days, true);
  }

  /// The first days of a run, before anything is raised.
  private void begin(long[] days) {
    Arrays.fill(days, NO_DAY);
    days[number(Moment.ORIGIN)] = 0;
    settled.forEach((step, day) -> days[number(Moment.end(step))] = day);
    Long notBefore = plan.problem().notBefore();
    for (PlannedStep step : open) {
      days[number(Moment.start(step.id()))] = notBefore == null ? 0 : notBefore;
    }
  }

  /// From where the time of a step counts.
  private int begin(PlannedStep step) {
    return switch (plan.times().get(step.id())) {
      case StepTime.OfOthers(_, _, StepTime.AccordDay accord) -> {
        StepId signing = accord.signing();
        yield number(signing == null ? Moment.ORIGIN : Moment.end(signing));
      }
      case StepTime.OfCase _, StepTime.Untold _ -> number(Moment.start(step.id()));
      case null -> number(Moment.start(step.id()));
    };
  }

  private boolean raise(long[] days, boolean[] never, After bound) {
    int to = bound.to;
    if (isSettled[to] || never[to]) {
      return false;
    }
    if (never[bound.from]) {
      never[to] = true;
      return true;
    }
    long from = days[bound.from];
    if (from == NO_DAY || (days[to] != NO_DAY && days[to] >= from + bound.lag)) {
      return false;
    }
    days[to] = from + bound.lag;
    return true;
  }

  /// Moves the end of a step out of a recess.
  private boolean leave(long[] days, boolean[] never, RecessPeriod recess) {
    int end = number(recess.moment());
    if (settled.containsKey(recess.step())
        || days[end] == NO_DAY
        || never[end]
        || !recess.contains(days[end])) {
      return false;
    }
    days[end] = recess.to() + 1;
    return true;
  }

  private PlanForecast counted(long seed, List<Outcome> runs, List<Map<StepId, Long>> drawn) {
    List<StepForecast> steps = new ArrayList<>();
    for (PlannedStep step : open) {
      List<@Nullable Long> ends = new ArrayList<>();
      int end = number(Moment.end(step.id()));
      runs.forEach(run -> ends.add(run.day(end)));
      steps.add(new StepForecast(step.id(), bands(ends), asked(step)));
    }
    List<@Nullable Long> whole = new ArrayList<>();
    runs.forEach(run -> whole.add(whole(run)));
    List<DeadlineChance> deadlines = new ArrayList<>();
    for (TimedDemand demand : plan.problem().demands()) {
      List<Clause> clauses = clauses(demand);
      for (int i = 0; i < clauses.size(); i++) {
        if (clauses.get(i).atMost() != null && !isTogether(clauses.get(i))) {
          deadlines.add(chance(runs, demand, i, clauses.get(i)));
        }
      }
    }
    int contradicted = (int) runs.stream().filter(run -> !run.isKept).count();
    return new PlanForecast(
        seed, runs.size(), contradicted, bands(whole), steps, deadlines, drivers(whole, drawn));
  }

  private @Nullable Long whole(Outcome run) {
    long last = 0;
    boolean isFirst = true;
    for (PlannedStep step : open) {
      Long end = run.day(number(Moment.end(step.id())));
      if (end == null) {
        return null;
      }
      last = isFirst ? end : Math.max(last, end);
      isFirst = false;
    }
    return last;
  }

  private DeadlineChance chance(List<Outcome> runs, TimedDemand demand, int index, Clause clause) {
    Long atMost = clause.atMost();
    int begin = number(clause.from());
    int end = number(clause.to());
    int kept = 0;
    int undue = 0;
    for (Outcome run : runs) {
      if (run.isKept && atMost != null) {
        Long from = run.day(begin);
        Long to = run.day(end);
        undue += from == null ? 1 : 0;
        kept += from != null && to != null && to <= from + atMost ? 1 : 0;
      }
    }
    return new DeadlineChance(
        demand.id(), plan.ways().getOrDefault(demand.id(), 0), index, kept, undue);
  }

  private static DayBands bands(List<@Nullable Long> ends) {
    NavigableMap<Long, Integer> byDay = new TreeMap<>();
    int never = 0;
    for (@Nullable Long end : ends) {
      if (end == null) {
        never++;
      } else {
        byDay.merge(end, 1, Integer::sum);
      }
    }
    int count = ends.size();
    return new DayBands(
        reached(byDay, count, 10),
        reached(byDay, count, 25),
        reached(byDay, count, 50),
        reached(byDay, count, 75),
        reached(byDay, count, 90),
        never);
  }

  /// The first day by which so many per cent of all are counted.
  private static @Nullable Long reached(NavigableMap<Long, Integer> byDay, int count, int percent) {
    long so = 0;
    for (var each : byDay.entrySet()) {
      so += each.getValue();
      if (so * 100 >= (long) count * percent) {
        return each.getKey();
      }
    }
    return null;
  }

  private @Nullable AskedShare asked(PlannedStep step) {
    if (!(plan.times().get(step.id())
        instanceof StepTime.OfOthers(_, DoneTimes counts, StepTime.AccordDay accord))) {
      return null;
    }
    StepId signing = accord.signing();
    Long most = most(signing == null ? Moment.ORIGIN : Moment.end(signing), step.id());
    if (most == null) {
      return null;
    }
    long days = most + (signing == null ? accord.elapsedDays() : 0);
    for (int year = 1; days <= RECORD && year <= counts.done().size(); year++) {
      if (days <= day(year)) {
        int done = counts.done().stream().limit(year).mapToInt(Integer::intValue).sum();
        int later =
            counts.done().stream().skip(year).mapToInt(Integer::intValue).sum()
                + counts.left().stream().skip(year - 1L).mapToInt(Integer::intValue).sum();
        return new AskedShare(year, done, done + later);
      }
    }
    return null;
  }

  /// The most days from a moment to the end of a step; null if there is no limit, or no plan.
  private @Nullable Long most(Moment from, StepId step) {
    SequenceBounds bounds = new SequenceBounds(plan.problem());
    Map<Moment, Long> least = new HashMap<>();
    Map<Moment, Long> distance = new HashMap<>();
    distance.put(bounds.place(from), 0L);
    List<SequenceBounds.Bound> all = bounds.under(plan.readings(), plan.ways());
    for (int round = 0; ; round++) {
      boolean isMoved = false;
      for (SequenceBounds.Bound each : all) {
        long free = least.getOrDefault(each.from(), 0L) + each.atMost();
        if (free < least.getOrDefault(each.to(), 0L)) {
          least.put(each.to(), free);
          isMoved = true;
        }
        Long reached = distance.get(each.from());
        Long before = distance.get(each.to());
        if (reached != null && (before == null || reached + each.atMost() < before)) {
          distance.put(each.to(), reached + each.atMost());
          isMoved = true;
        }
      }
      if (!isMoved) {
        return distance.get(bounds.place(Moment.end(step)));
      }
      if (round > 2 * plan.problem().steps().size() + 2) {
        return null;
      }
    }
  }

  private List<TimeDriver> drivers(List<@Nullable Long> whole, List<Map<StepId, Long>> drawn) {
    Map<Integer, Long> ranks = ranks(whole);
    List<TimeDriver> drivers = new ArrayList<>();
    for (PlannedStep step : open) {
      List<@Nullable Long> own = new ArrayList<>();
      for (Map<StepId, Long> each : drawn) {
        Long time = each.get(step.id());
        own.add(time == null || time < 0 ? null : time);
      }
      if (drawn.getFirst().containsKey(step.id())) {
        drivers.add(new TimeDriver(step.id(), correlation(ranks(own), ranks)));
      }
    }
    drivers.sort(
        Comparator.comparingInt((TimeDriver each) -> -each.correlation())
            .thenComparing(TimeDriver::step));
    return drivers;
  }

  /// By run, how many are less, twice, and how many are the same; never is more than any day.
  private static Map<Integer, Long> ranks(List<@Nullable Long> times) {
    NavigableMap<Long, List<Integer>> byTime = new TreeMap<>();
    for (int run = 0; run < times.size(); run++) {
      Long time = times.get(run);
      byTime.computeIfAbsent(time == null ? Long.MAX_VALUE : time, _ -> new ArrayList<>()).add(run);
    }
    Map<Integer, Long> ranks = new HashMap<>();
    long less = 0;
    for (List<Integer> same : byTime.values()) {
      long rank = 2 * less + same.size() + 1;
      same.forEach(run -> ranks.put(run, rank));
      less += same.size();
    }
    return ranks;
  }

  private static int correlation(Map<Integer, Long> one, Map<Integer, Long> other) {
    BigInteger both = BigInteger.ZERO;
    BigInteger ofOne = BigInteger.ZERO;
    BigInteger ofOther = BigInteger.ZERO;
    long mean = one.size() + 1L;
    for (int run = 0; run < one.size(); run++) {
      BigInteger x = BigInteger.valueOf(one.getOrDefault(run, mean) - mean);
      BigInteger y = BigInteger.valueOf(other.getOrDefault(run, mean) - mean);
      both = both.add(x.multiply(y));
      ofOne = ofOne.add(x.multiply(x));
      ofOther = ofOther.add(y.multiply(y));
    }
    return ofOne.signum() == 0 || ofOther.signum() == 0
        ? 0
        : (int)
            StrictMath.rint(
                100.0
                    * (double) both.longValueExact()
                    / (StrictMath.sqrt((double) ofOne.longValueExact())
                        * StrictMath.sqrt((double) ofOther.longValueExact())));
  }
}
