package org.parley.model.checks;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.step.Demand;
import org.parley.model.step.Demand.Timing;
import org.parley.model.step.Step;

/// Validates steps and demands on their timing.
final class StepChecks {

  /// The largest worth of a step: sums of millions of them stay exact.
  private static final long MOST_WORTH = 1_000_000_000_000L;

  /// The longest period, in years: the range of dates.
  private static final long MOST_YEARS = 9999;

  private static final long LONGEST_YEAR = 366;
  private static final long LONGEST_MONTH = 31;
  private static final long SHORTEST_YEAR = 365;
  private static final long SHORTEST_MONTH = 28;

  private final RecordsUnderCheck records;
  private final int index;

  StepChecks(RecordsUnderCheck records, int index) {
    this.records = records;
    this.index = index;
  }

  void step(Step step) {
    records.words(index, "title", step.title());
    records.once(index, "places", step.places());
    Topics.check(records, index, List.of("topics"), step.topics());
    Assumptions.check(records, index, step, step.assumed());
    step.worth()
        .forEach(
            (party, worth) -> {
              if (worth > MOST_WORTH || worth < -MOST_WORTH) {
                records.report(
                    index,
                    List.of("worth", party.value()),
                    new Rule.WorthTooLarge(MOST_WORTH),
                    worth);
              }
            });
    Step.Duration duration = step.duration();
    if (duration != null) {
      notTooLong(List.of("duration", "least"), duration.least());
      notTooLong(List.of("duration", "most"), duration.most());
      if (isBelowNothing(duration.least())) {
        records.report(
            index, List.of("duration", "least"), Rule.Plain.NEGATIVE_DURATION, duration.least());
      } else if (isLonger(duration.least(), duration.most())) {
        records.report(
            index, List.of("duration", "most"), Rule.Plain.MOST_BELOW_LEAST, duration.most());
      }
      likely(step, duration);
    }
  }

  /// Few know how long a parliament takes, so an expectation names its source or its assumption.
  private void likely(Step step, Step.Duration duration) {
    Period likely = duration.likely();
    if (likely == null) {
      return;
    }
    List<String> path = List.of("duration", "likely");
    notTooLong(path, likely);
    if (isLonger(duration.least(), likely) || isLonger(likely, duration.most())) {
      records.report(index, path, Rule.Plain.LIKELY_OUT_OF_BOUNDS, likely);
    }
    if (duration.source().isEmpty() && !step.assumed().containsKey("duration")) {
      records.report(index, path, Rule.Plain.LIKELY_RESTS_ON_NOTHING, likely);
    }
  }

  void demand(Demand demand) {
    records.words(index, "text", demand.text());
    if (demand.allOf().isEmpty() && demand.anyOf().isEmpty()) {
      records.report(index, List.of("allOf"), Rule.Plain.DEMAND_FOR_NOTHING, demand.id());
    }
    if (demand.claims().isEmpty() && demand.points().isEmpty() && !demand.inferred()) {
      records.report(index, List.of("claims"), Rule.Plain.DEMAND_RESTS_ON_NOTHING, demand.id());
    }
    records.once(index, "supersedes", demand.supersedes());
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
      records.report(index, path, new Rule.PeriodTooLong(MOST_YEARS), period);
    }
  }

  private static boolean isBelowNothing(Period period) {
    return period.isNegative() && shortest(period) < 0;
  }

  /// Whether one period is longer than another for any lengths of months.
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
