package org.parley.web.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.answer.work.TasksAnswer;
import org.parley.answer.work.TasksAnswer.ShownTasks;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.RecordSubject;
import org.parley.model.cases.CaseView;
import org.parley.model.task.Task;
import org.parley.web.edit.RecordTitles;
import org.parley.web.service.Rights;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;

/// The tasks of a case as a visitor sees them, by the day they are due.
///
/// @param open the case
/// @param visitor the visitor
/// @param show which are shown
/// @param day the day they are judged by
/// @param problem why a task was not changed; empty for none
public record TasksPage(
    OpenCase open, Visitor visitor, ShownTasks show, LocalDate day, String problem) {

  /// The words of addresses for what is shown, the default first.
  public static final List<String> SHOWN =
      List.of(ShownTasks.values()).stream().map(TasksPage::word).toList();

  /// The tasks that an address asks for.
  ///
  /// @param word one of [#SHOWN]; null for the default
  public static ShownTasks show(@Nullable String word) {
    return List.of(ShownTasks.values()).stream()
        .filter(each -> word(each).equals(word))
        .findFirst()
        .orElse(ShownTasks.OPEN);
  }

  private static String word(ShownTasks show) {
    return show.name().toLowerCase(Locale.ROOT);
  }

  public Frame frame() {
    return Frame.of(Say.text("tasks.title"), open.view().info(), "tasks");
  }

  /// How many are open and overdue.
  public String headline() {
    return answer(view(), show, visitor, day).headline();
  }

  /// The answer for a visitor.
  public static TasksAnswer answer(CaseView view, ShownTasks show, Visitor visitor, LocalDate day) {
    return TasksAnswer.of(view, show, each -> isOf(visitor, each), day);
  }

  private static boolean isOf(Visitor visitor, Task task) {
    return task.isOf(
        visitor.name(),
        visitor.role() == Role.DELEGATION ? visitor.party() : null,
        visitor.role() == Role.MEDIATOR);
  }

  private CaseView view() {
    return open.view();
  }

  /// The tasks shown.
  public List<Task> shown() {
    return TasksAnswer.list(view(), show, each -> isOf(visitor, each), day);
  }

  /// The filters with their labels.
  public List<Choice> choices() {
    return SHOWN.stream()
        .map(each -> new Choice(each, Say.text("tasks.show", "show", each)))
        .toList();
  }

  /// Whether a filter is the one shown.
  public boolean isShown(Choice choice) {
    return choice.value().equals(word(show));
  }

  /// Its state in words.
  public String state(Task task) {
    return Say.text("tasks.state", "state", task.state(day));
  }

  /// Who is to do it.
  public String who(Task task) {
    PartyId party = task.party();
    if (task.account() != null) {
      return task.account();
    }
    return party == null ? Say.text("tasks.mediators") : Say.party(view(), party);
  }

  /// The title of the record that it is about; empty for none.
  public String about(Task task) {
    CaseRecord record = record(task);
    return record == null ? "" : RecordTitles.of(view(), record);
  }

  /// The address of that record.
  public String address(Task task) {
    return Link.to(Address.RECORD, Objects.requireNonNull(record(task)).id());
  }

  private @Nullable CaseRecord record(Task task) {
    RecordSubject on = task.on();
    return on == null ? null : view().find(on.value()).orElse(null);
  }

  /// Whether the visitor may say that it is done, or open again.
  public boolean mayFinish(Task task) {
    return Rights.mayFinish(visitor, view(), task);
  }

  /// The address that a form about a task is sent to.
  public String action(Task task) {
    return Link.to(Address.TASK_DONE, task.id()) + "?show=" + word(show);
  }
}
