package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.parley.casefile.CaseEdit;
import org.parley.model.date.Edtf;
import org.parley.model.task.Task;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.task.TasksPage;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.RoleForbidden;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// The tasks of a case. The page depends on the day and on who asks, so that it is not cached.
final class TaskRoutes {

  private final CaseService service;
  private final Templates templates;
  private final InstantSource clock;

  TaskRoutes(CaseService service, Templates templates, InstantSource clock) {
    this.service = service;
    this.templates = templates;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    WithCase pages = new WithCase(service, templates);
    routes.page(
        Address.TASKS,
        "the tasks of the case",
        pages.shows((ctx, visitor, open) -> show(ctx, visitor, open, "")));
    routes.add(
        new Route(
            "POST",
            Address.TASK_DONE.path(),
            Access.WRITE,
            Kind.PAGE,
            "says that a task is done, or open again"),
        pages.shows(this::finish));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void show(Context ctx, Visitor visitor, OpenCase open, String problem) {
    String shown = new Query(ctx.queryParamMap()).oneOf("show", TasksPage.SHOWN);
    templates.show(
        ctx,
        "tasks",
        new TasksPage(
            open.onPageIn(Language.current()), visitor, TasksPage.show(shown), today(), problem));
  }

  private void finish(Context ctx, Visitor visitor, OpenCase open) {
    String id = ctx.pathParam("id");
    Task task =
        open.view()
            .find(id)
            .filter(Task.class::isInstance)
            .map(Task.class::cast)
            .orElseThrow(() -> NotOnRecord.ofRecord(open.view(), id));
    if (!Rights.mayFinish(visitor, open.view(), task)) {
      throw new RoleForbidden();
    }
    Edtf done = "no".equals(ctx.formParam("done")) ? null : Edtf.of(today().toString());
    List<CaseEdit> edits = List.of(new CaseEdit.Change(task.withDone(done)));
    switch (service.change(visitor, edits, "", Map.of(id, Version.of(task)))) {
      case SaveOutcome.Saved _ ->
          ctx.redirect(Link.to(Address.TASKS) + query(ctx), HttpStatus.SEE_OTHER);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
          refuse(ctx, visitor, open, Say.sentence(troubles.getFirst().sentence()));
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          refuse(ctx, visitor, open, Say.text("comments.again"));
    }
  }

  private static String query(Context ctx) {
    String shown = new Query(ctx.queryParamMap()).oneOf("show", TasksPage.SHOWN);
    return shown == null ? "" : "?show=" + shown;
  }

  private void refuse(Context ctx, Visitor visitor, OpenCase open, String problem) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, visitor, open, problem);
  }
}
