package org.parley.outlook.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;

/// The runs of a plan as counts and days.
///
/// @param seed of the first run; the others have the seeds after it
/// @param runs how many there were
/// @param contradicted in how many of them the order demanded cannot be kept with the durations
///   drawn: no step counts as done in these
/// @param whole the day by which all steps are done
/// @param steps the open steps, in the order of the case
/// @param deadlines the clauses that demand something by a day, or within a time of something
/// @param drivers the steps whose time is drawn, those that move the end most first
public record PlanForecast(
    long seed,
    int runs,
    int contradicted,
    DayBands whole,
    List<StepForecast> steps,
    List<DeadlineChance> deadlines,
    List<TimeDriver> drivers) {

  /// Days by which so many of the runs have something done, as numbers of the scale of the plan;
  /// null where fewer ever have.
  ///
  /// @param tenth the day of 10 per cent
  /// @param quarter of 25
  /// @param half of 50
  /// @param threeQuarters of 75
  /// @param nineTenths of 90
  /// @param never in how many runs it is never done within the years on record
  public record DayBands(
      @Nullable Long tenth,
      @Nullable Long quarter,
      @Nullable Long half,
      @Nullable Long threeQuarters,
      @Nullable Long nineTenths,
      int never) {}

  /// The end of a step.
  ///
  /// @param asked the time that the demands leave it, compared with others; null if they leave any
  ///   time, or nothing is known of others
  public record StepForecast(StepId step, DayBands end, @Nullable AskedShare asked) {}

  /// The time that is asked for, in whole years, and how many others had done it by then.
  ///
  /// @param years rounded up, from 1 to 10
  /// @param done how many had done it
  /// @param of of how many that is known
  public record AskedShare(int years, int done, int of) {}

  /// A clause that demands something by a day, or within a time of something.
  ///
  /// @param way which way of the demand
  /// @param clause which clause of the way
  /// @param kept in how many runs it is kept
  /// @param undue in how many runs the moment from which it counts never comes
  public record DeadlineChance(DemandId demand, int way, int clause, int kept, int undue) {}

  /// A step whose time moves the end.
  ///
  /// @param correlation the rank correlation of Spearman between its time and the end of the plan,
  ///   in hundredths
  public record TimeDriver(StepId step, int correlation) {}

  public PlanForecast {
    steps = List.copyOf(steps);
    deadlines = List.copyOf(deadlines);
    drivers = List.copyOf(drivers);
  }

  /// The forecast of a step; empty if it is over.
  public Optional<StepForecast> find(StepId step) {
    return steps.stream().filter(each -> each.step().equals(step)).findFirst();
  }
}
