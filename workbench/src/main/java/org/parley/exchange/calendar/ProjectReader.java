package org.parley.exchange.calendar;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mpxj.ConstraintType;
import org.mpxj.Duration;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.mspdi.MSPDIReader;
import org.parley.exchange.tree.SaidFault;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.file.XmlReader;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.step.Demand;
import org.parley.model.step.Demand.Timing;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;

/// Reads the tasks of a Microsoft Project XML file as steps, and their constraints as demands
/// marked as inferred.
///
/// A finish-to-start predecessor, an earliest start and a deadline become demands. Lags in working
/// days become least lags in calendar days. Other kinds of predecessors, percentages and summary
/// tasks have no counterpart: a note says so.
public final class ProjectReader {

  private static final Visibility OPEN = new Visibility.Public();

  /// The longest duration or lag that is read, in days: from the year 1 to the year 9999.
  private static final long LONGEST = 3_652_058;

  private final String name;
  private final List<Step> steps = new ArrayList<>();
  private final List<Demand> demands = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<Integer, Step> byTask = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private ProjectReader(String name) {
    this.name = name;
  }

  /// Reads a file.
  ///
  /// @throws BadFileException if it is no such file, has a document type or entities, or dates
  ///   outside the years 1 to 9999
  public static ImportedProject read(InputFile in) throws BadFileException {
    // The library resolves document types and entities, so only validated input reaches it (XXE).
    XmlReader.read(in);
    byte[] bytes = new byte[in.bytes().remaining()];
    in.bytes().duplicate().get(bytes);
    ProjectFile file;
    try {
      file = new MSPDIReader().read(new ByteArrayInputStream(bytes));
    } catch (MPXJException | RuntimeException _) {
      throw notOne(in.name());
    }
    if (file == null || file.getTasks().isEmpty()) {
      throw notOne(in.name());
    }
    return new ProjectReader(in.name()).read(file);
  }

  private static BadFileException notOne(String name) {
    return SaidFault.at(
        name,
        0,
        "it is not a Microsoft Project XML file with tasks",
        "save the project as XML first");
  }

  private ImportedProject read(ProjectFile file) throws BadFileException {
    for (Task task : file.getTasks()) {
      if (task.getUniqueID() == null || task.getUniqueID() == 0 || task.getName() == null) {
        continue;
      }
      if (task.getSummary()) {
        notes.add("\"" + task.getName() + "\" only sums up other tasks: left out.");
        continue;
      }
      Step step = step(task);
      steps.add(step);
      byTask.put(task.getUniqueID(), step);
    }
    for (Task task : file.getTasks()) {
      Step step = byTask.get(task.getUniqueID());
      if (step != null) {
        for (Relation relation : task.getPredecessors()) {
          predecessor(step, relation);
        }
        bounds(step, task);
      }
    }
    String title = file.getProjectProperties().getProjectTitle();
    return new ImportedProject(title == null ? "" : title, steps, demands, notes);
  }

  private Step step(Task task) throws BadFileException {
    long days = days(task.getDuration(), "the duration of \"" + task.getName() + "\"");
    Period lasts = Period.ofDays(Math.toIntExact(days));
    return new Step(
        new StepId(id(task)),
        LocalizedText.of(
            task.getName().strip().isEmpty()
                ? "Task " + task.getUniqueID()
                : task.getName().strip()),
        null,
        null,
        List.of(),
        List.of(),
        days == 0 ? null : new Step.Duration(lasts, lasts, false),
        null,
        false,
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        OPEN);
  }

  /// The id in Text1 if valid, else one derived from the name.
  private String id(Task task) {
    String known = task.getText(1);
    String wanted =
        known != null && known.matches("[a-z0-9][a-z0-9-]*")
            ? known
            : task.getName()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    String id =
        wanted.isEmpty() || !Character.isLetter(wanted.charAt(0)) ? "task-" + wanted : wanted;
    return taken.add(id) ? id : unique(id + "-" + task.getUniqueID());
  }

  private String unique(String id) {
    String free = id;
    while (!taken.add(free)) {
      free = free + "-x";
    }
    return free;
  }

  private void predecessor(Step step, Relation relation) throws BadFileException {
    Step before = byTask.get(relation.getPredecessorTask().getUniqueID());
    if (before == null) {
      return;
    }
    if (relation.getType() != RelationType.FINISH_START
        && (step.duration() != null || before.duration() != null)) {
      notes.add(
          "\""
              + step.title()
              + "\" is bound to \""
              + before.title()
              + "\" by other ends than finish to start: left out.");
      return;
    }
    long lag =
        days(
            relation.getLag(),
            "the lag between \"" + before.title() + "\" and \"" + step.title() + "\"");
    if (lag < 0) {
      notes.add(
          "\""
              + step.title()
              + "\" may begin "
              + -lag
              + " days before \""
              + before.title()
              + "\" ends: left out.");
      return;
    }
    demand(
        step.id() + "-after-" + before.id(),
        step.title() + (lag == 0 ? " once " : " at least " + lag + " days after ") + before.title(),
        lag == 0
            ? new Timing.Once(step.id(), before.id())
            : new Timing.After(step.id(), before.id(), Period.ofDays(Math.toIntExact(lag)), null));
  }

  private void bounds(Step step, Task task) throws BadFileException {
    LocalDateTime constraint = task.getConstraintDate();
    if (constraint != null
        && (task.getConstraintType() == ConstraintType.START_NO_EARLIER_THAN
            || task.getConstraintType() == ConstraintType.MUST_START_ON)) {
      LocalDate day = constraint.toLocalDate();
      demand(
          step.id() + "-not-before",
          step.title() + " not before " + day,
          new Timing.NotBefore(step.id(), date(day, step)));
    }
    LocalDateTime deadline = task.getDeadline();
    if (deadline != null) {
      LocalDate day = deadline.toLocalDate();
      demand(
          step.id() + "-by",
          step.title() + " by " + day,
          new Timing.By(step.id(), date(day, step)));
    }
  }

  private Edtf date(LocalDate day, Step step) throws BadFileException {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw SaidFault.at(
          name,
          0,
          "\"" + step.title() + "\" is bound to " + day + ", not in the years 1 to 9999",
          "look for a year with a digit too many");
    }
    return Edtf.of(day);
  }

  private void demand(String id, String text, Timing timing) {
    demands.add(
        new Demand(
            new DemandId(unique(id)),
            text,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(timing),
            List.of(),
            true,
            OPEN));
  }

  private long days(@Nullable Duration length, String what) throws BadFileException {
    if (length == null) {
      return 0;
    }
    double amount = length.getDuration();
    TimeUnit unit = length.getUnits();
    double days =
        switch (unit) {
          case ELAPSED_MINUTES, MINUTES -> amount / 1440;
          case ELAPSED_HOURS -> amount / 24;
          case HOURS -> amount / 8;
          case ELAPSED_WEEKS, WEEKS -> amount * 7;
          case ELAPSED_MONTHS, MONTHS -> amount * 30;
          case ELAPSED_YEARS, YEARS -> amount * 365;
          case DAYS, ELAPSED_DAYS, PERCENT, ELAPSED_PERCENT -> amount;
        };
    long whole = (long) Math.ceil(days);
    if (whole > LONGEST || whole < -LONGEST) {
      throw SaidFault.at(
          name,
          0,
          what + " is " + length + ", longer than any calendar",
          "look for a digit too many");
    }
    boolean exact = whole == days && (unit == TimeUnit.ELAPSED_DAYS || amount == 0);
    if (!exact) {
      notes.add(what + " is " + length + ": taken as " + whole + " days of the calendar.");
    }
    return whole;
  }
}
