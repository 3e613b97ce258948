package org.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.parley.web.access.Routes;
import org.parley.web.edit.NewCasePage;
import org.parley.web.export.ShownState;
import org.parley.web.service.CaseService;
import org.parley.web.service.RecordedState;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ProblemsPage;
import org.parley.web.view.Visit;

/// Answers that need a case that is open. Where it has faults the page lists them, for those who
/// see all of it.
record WithCase(CaseService service, Templates templates) {

  /// Answers with a case that is open.
  interface Shown {
    void show(Context ctx, Visitor visitor, OpenCase open) throws IOException;
  }

  /// The same, whether or not it is open.
  Routes.Handler shows(Shown shown) {
    return (ctx, visitor) -> show(ctx, visitor, shown);
  }

  private ShownState shown(Context ctx, Visitor visitor, OpenCase open) {
    ShownState state = ShownState.of(open, ctx.queryParamMap());
    RecordedState entry = visitor.role() == Role.MEDIATOR ? service.recorded().orElse(null) : null;
    // another entry may have come since the case was read
    return entry == null
            || !(service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase still))
            || still != open
        ? state
        : state.after(entry.number(), entry.hash());
  }

  void show(Context ctx, Visitor visitor, Shown shown) throws IOException {
    switch (service.read(visitor)) {
      case CaseService.CaseAccess.Opened(OpenCase open) -> {
        ShownState state = shown(ctx, visitor, open);
        ScopedValue.where(ShownState.CURRENT, state)
            .<Context, IOException>call(
                () -> {
                  shown.show(ctx, visitor, open);
                  return ctx;
                });
      }
      case CaseService.CaseAccess.Empty(var name, _) ->
          templates.show(ctx, "edit/new", NewCasePage.of(name));
      case CaseService.CaseAccess.Faulty faulty -> {
        ctx.status(503);
        templates.show(
            ctx,
            "problems",
            new ProblemsPage(
                faulty.name(), Visit.current().seesAll() ? faulty.faults() : List.of()));
      }
    }
  }
}
