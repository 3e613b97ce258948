package org.parley.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.parley.answer.work.WorkAnswer;
import org.parley.answer.work.WorkAnswer.AuthorAccount;
import org.parley.store.Journal;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.journal.WorkPage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.wording.Language;

/// Monitoring of the work, for mediators.
///
/// @param accounts the accounts of the case, by name
record WorkRoutes(
    CaseService service,
    Templates templates,
    Supplier<Map<String, AuthorAccount>> accounts,
    InstantSource clock) {

  void addTo(Routes routes) {
    routes.add(
        new Route(
            "GET",
            Address.WORK.path(),
            Access.MEDIATE,
            Kind.PAGE,
            "who did how much, and how long things waited"),
        new WithCase(service, templates).shows(this::show));
  }

  private void show(Context ctx, Visitor visitor, OpenCase open) {
    int weeks =
        new Query(ctx.queryParamMap())
            .number("weeks", 1, WorkAnswer.MOST_WEEKS, WorkAnswer.USUAL_WEEKS);
    Journal journal = service.history().journal();
    templates.show(
        ctx,
        "work",
        new WorkPage(
            open.onPageIn(Language.current()),
            journal == null
                ? null
                : WorkPage.answer(open, journal, accounts.get(), weeks, clock.instant()),
            weeks));
  }
}
