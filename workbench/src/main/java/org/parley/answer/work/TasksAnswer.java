package org.parley.answer.work;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.RecordSubject;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.task.Task;
import org.parley.model.task.TaskId;
import org.parley.wording.Messages;

/// Tasks, by the day they are due.
///
/// @param headline how many of all are open and overdue
/// @param open how many of all are open
/// @param overdue how many of all are overdue
/// @param tasks the listed ones
public record TasksAnswer(String headline, int open, int overdue, List<ListedTask> tasks) {

  /// A task.
  ///
  /// @param id its id
  /// @param title what is to be done
  /// @param state how it stands on the day
  /// @param due the day by which it is to be done
  /// @param done the day it was done
  /// @param account the account that is to do it
  /// @param party the delegation that is to do it
  /// @param on the record that it is about
  /// @param note a remark
  public record ListedTask(
      TaskId id,
      String title,
      Task.State state,
      @Nullable Edtf due,
      @Nullable Edtf done,
      @Nullable String account,
      @Nullable PartyId party,
      @Nullable String on,
      @Nullable String note) {}

  /// The tasks listed.
  public enum ShownTasks {
    /// Those not done.
    OPEN,
    /// Those not done of the one who asks.
    MINE,
    /// Those not done past their date.
    OVERDUE,
    /// Those done.
    DONE,
    /// All.
    ALL
  }

  public TasksAnswer {
    tasks = List.copyOf(tasks);
  }

  /// The answer.
  ///
  /// @param mine whether a task is of the one who asks
  public static TasksAnswer of(
      CaseView view, ShownTasks show, Predicate<Task> mine, LocalDate day) {
    int open = 0;
    int overdue = 0;
    for (Task each : view.tasks()) {
      open += each.done() == null ? 1 : 0;
      overdue += each.state(day) == Task.State.OVERDUE ? 1 : 0;
    }
    return new TasksAnswer(
        Messages.current().text("tasks.headline", "count", open, "overdue", overdue),
        open,
        overdue,
        list(view, show, mine, day).stream().map(each -> listed(each, day)).toList());
  }

  /// The tasks that a list shows.
  public static List<Task> list(
      CaseView view, ShownTasks show, Predicate<Task> mine, LocalDate day) {
    return view.tasks().stream()
        .filter(
            each ->
                switch (show) {
                  case OPEN -> each.done() == null;
                  case MINE -> each.done() == null && mine.test(each);
                  case OVERDUE -> each.state(day) == Task.State.OVERDUE;
                  case DONE -> each.done() != null;
                  case ALL -> true;
                })
        .toList();
  }

  private static ListedTask listed(Task task, LocalDate day) {
    RecordSubject on = task.on();
    return new ListedTask(
        task.id(),
        task.title().text(),
        task.state(day),
        task.due(),
        task.done(),
        task.account(),
        task.party(),
        on == null ? null : on.value(),
        task.note());
  }
}
