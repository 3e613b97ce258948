package org.parley.web.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.parley.answer.texts.CommentsAnswer;
import org.parley.answer.work.TasksAnswer;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.task.TasksPage;
import org.parley.wording.Language;

/// The work of people on a case: comments and tasks.
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
            .answers(TasksAnswer.class, WorkLines::tasks));
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
