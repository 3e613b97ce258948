package org.parley.exchange.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mpxj.ConstraintType;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.mspdi.MSPDIWriter;
import org.parley.model.cases.CaseView;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.PlanOrder;
import org.parley.wording.PlanWording;

/// A plan as Microsoft Project XML: every step a task at its earliest, with its id in the field
/// Text1. Steps that are over are complete, with their dates if these are known to the day.
///
/// Every least lag is a predecessor with a lag in elapsed days, an earliest day a constraint, a
/// latest day a deadline. Most lags have no counterpart there: the notes of each task list its
/// constraints.
public final class ProjectWriter {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(17, 0);

  private final SequenceProblem problem;
  private final Plan plan;
  private final Map<StepId, Task> tasks = new LinkedHashMap<>();

  private ProjectWriter(SequenceProblem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
  }

  /// The text of the file.
  ///
  /// @throws IllegalArgumentException if a date is outside the years 1 to 9999
  public static String of(CaseView view, SequenceProblem problem, Plan plan) {
    return new ProjectWriter(problem, plan).write(line(view.info().title().text()));
  }

  /// A name on one line: the library leaves out tabs, and a line end would be read as a space.
  private static String line(String text) {
    return text.replace('\t', ' ').replace('\n', ' ');
  }

  private String write(String title) {
    var file = new ProjectFile();
    file.setDefaultCalendar(file.addDefaultBaseCalendar());
    file.getProjectProperties().setProjectTitle(title);
    file.getProjectProperties().setName(title);
    LocalDateTime origin = problem.scale().origin().atTime(MORNING);
    file.getProjectProperties().setStartDate(origin);
    file.getProjectProperties().setStatusDate(origin);
    file.getProjectProperties().setCreationDate(origin);
    file.getProjectProperties().setLastSaved(origin);
    file.getProjectProperties().setCurrentDate(origin);
    for (PlannedStep step : PlanOrder.steps(problem, plan)) {
      tasks.put(step.id(), task(file, step));
    }
    clauses().forEach(this::relate);
    var bytes = new ByteArrayOutputStream();
    try {
      new MSPDIWriter().write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8) + "\n";
  }

  private Task task(ProjectFile file, PlannedStep step) {
    Plan.Window start = plan.get(Moment.start(step.id()));
    Plan.Window end = plan.get(Moment.end(step.id()));
    LocalDate first = problem.scale().dayOf(start.earliest());
    LocalDate last = problem.scale().dayOf(end.earliest());
    Task task = file.addTask();
    task.setName(line(step.title()));
    task.setText(1, step.id().value());
    task.setStart(first.atTime(MORNING));
    boolean milestone = step.duration().most() == 0;
    task.setFinish(milestone ? first.atTime(MORNING) : last.atTime(EVENING));
    task.setDuration(
        Duration.getInstance((double) (end.earliest() - start.earliest()), TimeUnit.ELAPSED_DAYS));
    task.setMilestone(milestone);
    task.setCreateDate(problem.scale().origin().atTime(MORNING));
    task.setNotes(PlanWording.of(problem).notes(start, end).replace('\t', ' '));
    Long latest = end.latest();
    if (problem.isOver(step.id())) {
      complete(task, end);
    } else if (latest != null) {
      task.setDeadline(problem.scale().dayOf(latest).atTime(EVENING));
    }
    return task;
  }

  private static void complete(Task task, Plan.Window end) {
    task.setPercentageComplete(100);
    Long latest = end.latest();
    if (latest != null && latest == end.earliest()) {
      task.setActualStart(task.getStart());
      task.setActualFinish(task.getFinish());
    }
  }

  /// All clauses of this plan, with contested terms replaced by their readings.
  private List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>(problem.fixed());
    for (TimedDemand demand : problem.demands()) {
      if (!demand.anyOf().isEmpty()) {
        int way = plan.ways().getOrDefault(demand.id(), 0);
        for (Clause clause : demand.anyOf().get(way).allOf()) {
          clauses.add(
              new Clause(
                  read(clause.from()), read(clause.to()), clause.atLeast(), clause.atMost()));
        }
      }
    }
    return clauses;
  }

  private Moment read(Moment moment) {
    return moment instanceof Moment.Read(TermId term)
        ? problem.get(term).reading(plan.readings().getOrDefault(term, "")).moment()
        : moment;
  }

  private void relate(Clause clause) {
    @Nullable Long least = clause.atLeast();
    if (least == null || !(clause.to() instanceof Moment.At(StepId to, Moment.Phase toPhase))) {
      return;
    }
    Task successor = Objects.requireNonNull(tasks.get(to));
    if (clause.from() instanceof Moment.At(StepId from, Moment.Phase fromPhase)) {
      Task predecessor = Objects.requireNonNull(tasks.get(from));
      boolean known =
          from.equals(to)
              || successor.getPredecessors().stream()
                  .anyMatch(each -> each.getPredecessorTask().equals(predecessor));
      if (!known) {
        successor.addPredecessor(
            new Relation.Builder()
                .predecessorTask(predecessor)
                .type(type(fromPhase, toPhase))
                .lag(Duration.getInstance((double) least, TimeUnit.ELAPSED_DAYS)));
      }
    } else if (toPhase == Moment.Phase.START || problem.get(to).duration().most() == 0) {
      successor.setConstraintType(ConstraintType.START_NO_EARLIER_THAN);
      successor.setConstraintDate(problem.scale().dayOf(least).atTime(MORNING));
    }
  }

  private static RelationType type(Moment.Phase from, Moment.Phase to) {
    return switch (from) {
      case START -> to == Moment.Phase.START ? RelationType.START_START : RelationType.START_FINISH;
      case END -> to == Moment.Phase.START ? RelationType.FINISH_START : RelationType.FINISH_FINISH;
    };
  }
}
