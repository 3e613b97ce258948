package org.parley.model.checks;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.step.Demand;
import org.parley.model.step.Demand.Timing;
import org.parley.model.step.Step;

/// Whether a step and a demand on its timing make sense by themselves.
final class StepChecks {

  /// The largest worth of a step: sums of millions of them stay exact.
  private static final long MOST_WORTH = 1_000_000_000_000L;

  /// The longest period, in years: no date is further from another.
  private static final long MOST_YEARS = 9999;

  private static final long LONGEST_YEAR = 366;
  private static final long LONGEST_MONTH = 31;
  private static final long SHORTEST_YEAR = 365;
  private static final long SHORTEST_MONTH = 28;

  private final Examined records;
  private final int index;

  StepChecks(Examined records, int index) {
    this.records = records;
    this.index = index;
  }

  void step(Step step) {
    records.words(index, "title", step.title());
    Assumptions.check(records, index, Step.class, step.assumed());
    step.worth()
        .forEach(
            (party, worth) -> {
              if (worth > MOST_WORTH || worth < -MOST_WORTH) {
                records.report(
                    index,
                    List.of("worth", party.value()),
                    "a worth is at most " + MOST_WORTH + ", of either sign",
                    worth,
                    "Maybe it has digits too many, or the unit is too small");
              }
            });
    Step.Duration duration = step.duration();
    if (duration != null) {
      notTooLong(List.of("duration", "least"), duration.least());
      notTooLong(List.of("duration", "most"), duration.most());
      if (isBelowNothing(duration.least())) {
        records.report(
            index,
            List.of("duration", "least"),
            "nothing ends before it begins",
            duration.least(),
            "Maybe write P0D");
      } else if (isLonger(duration.least(), duration.most())) {
        records.report(
            index,
            List.of("duration", "most"),
            "the most it takes is less than the least",
            duration.most(),
            "Maybe the two are swapped");
      }
    }
  }

  void demand(Demand demand) {
    records.words(index, "text", demand.text());
    if (demand.allOf().isEmpty() && demand.anyOf().isEmpty()) {
      records.report(
          index,
          List.of("allOf"),
          "the demand asks for nothing",
          demand.id(),
          "Maybe say what is to come after what");
    }
    if (demand.claims().isEmpty() && demand.points().isEmpty() && !demand.inferred()) {
      records.report(
          index,
          List.of("claims"),
          "the demand rests on no claim and no point",
          demand.id(),
          "Maybe name the claim or the point, or mark it inferred");
    }
    timings("allOf", demand.allOf());
    timings("anyOf", demand.anyOf());
  }

  private void timings(String key, List<Timing> timings) {
    for (int i = 0; i < timings.size(); i++) {
      if (timings.get(i) instanceof Timing.After(_, _, Period least, Period most)) {
        notTooLong(List.of(key, Integer.toString(i), "least"), least);
        notTooLong(List.of(key, Integer.toString(i), "most"), most);
      }
    }
  }

  private void notTooLong(List<String> path, @Nullable Period period) {
    if (period != null && Math.abs(longest(period)) > MOST_YEARS * LONGEST_YEAR) {
      records.report(
          index,
          path,
          "a period of more than " + MOST_YEARS + " years",
          period,
          "Maybe it has a digit too many");
    }
  }

  private static boolean isBelowNothing(Period period) {
    return period.isNegative() && shortest(period) < 0;
  }

  /// Whether one period is longer than another whatever the months.
  private static boolean isLonger(Period one, Period other) {
    return shortest(one) > longest(other);
  }

  private static long longest(Period period) {
    return period.getYears() * LONGEST_YEAR + period.getMonths() * LONGEST_MONTH + period.getDays();
  }

  private static long shortest(Period period) {
    return period.getYears() * SHORTEST_YEAR
        + period.getMonths() * SHORTEST_MONTH
        + period.getDays();
  }
}
