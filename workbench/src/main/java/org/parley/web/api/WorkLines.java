package org.parley.web.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.parley.answer.texts.CommentsAnswer;
import org.parley.answer.work.TasksAnswer;
import org.parley.answer.work.WorkAnswer;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.journal.WorkPage;
import org.parley.web.people.AccountService;
import org.parley.web.task.TasksPage;
import org.parley.wording.Language;

/// The work of people on a case: comments, tasks, and its monitoring.
final class WorkLines {

  private WorkLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/comments", "case", "listComments", "the comments of the case")
            .with(
                Parameter.text("on", "The id of the record they are on. Default: any."),
                Parameter.oneOf(
                    "show",
                    List.of("open", "all"),
                    "All, or the open ones alone. Default: the open ones."))
            .answers(CommentsAnswer.class, WorkLines::comments),
        Line.get("/api/tasks", "case", "listTasks", "the tasks of the case")
            .with(Parameter.oneOf("show", TasksPage.SHOWN, "Which. Default: the open ones."))
            .answers(TasksAnswer.class, WorkLines::tasks),
        Line.get("/api/work", "case", "monitorWork", "who did how much, and how long things waited")
            .forMediators()
            .with(
                Parameter.number(
                    "weeks",
                    1,
                    WorkAnswer.MOST_WEEKS,
                    "How many weeks, this one among them. Default: "
                        + WorkAnswer.USUAL_WEEKS
                        + "."))
            .answers(WorkAnswer.class, WorkLines::work));
  }

  private static Reply work(Asked asked) {
    AccountService people = asked.services().people();
    return Reply.of(
        WorkPage.answer(
            asked.open(),
            JournalLines.journal(asked),
            people == null ? Map.of() : people.authors(),
            asked.query().number("weeks", 1, WorkAnswer.MOST_WEEKS, WorkAnswer.USUAL_WEEKS),
            asked.at()));
  }

  private static Reply tasks(Asked asked) {
    return Reply.of(
        TasksPage.answer(
            asked.open().onPageIn(Language.current()).view(),
            TasksPage.show(asked.query().oneOf("show", TasksPage.SHOWN)),
            asked.visitor(),
            LocalDate.ofInstant(asked.at(), ZoneOffset.UTC)));
  }

  private static Reply comments(Asked asked) {
    return Reply.of(
        CommentsAnswer.of(
            asked.open().onPageIn(Language.current()).view(),
            asked.query().text("on"),
            "all".equals(asked.query().oneOf("show", List.of("open", "all")))));
  }
}
