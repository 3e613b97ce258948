package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.parley.store.people.AccessToken;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.round.WaitingPage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// The page of things that wait for the reader. It depends on the hour and on who asks, so that it
/// is not cached.
final class WaitingRoutes {

  private final CaseService service;
  private final Templates templates;

  private final Supplier<List<AccessToken>> expiring;

  /// @param expiring the tokens that expire soon
  WaitingRoutes(CaseService service, Templates templates, Supplier<List<AccessToken>> expiring) {
    this.service = service;
    this.templates = templates;
    this.expiring = expiring;
  }

  void addTo(Routes routes) {
    WithCase pages = new WithCase(service, templates);
    routes.page(
        Address.WAITING,
        "what waits for the reader",
        pages.shows((ctx, visitor, open) -> show(ctx, visitor, open, "")));
    routes.add(
        new Route(
            "POST",
            Address.WAITING.path(),
            Access.WRITE,
            Kind.PAGE,
            "dismisses a thing that waits for the reader"),
        pages.shows(this::dismiss));
  }

  private void show(Context ctx, Visitor visitor, OpenCase open, String problem) {
    List<AccessToken> tokens = visitor.role() == Role.MEDIATOR ? expiring.get() : List.of();
    templates.show(ctx, "waiting", WaitingPage.of(open, service.waiting(visitor), tokens, problem));
  }

  private void dismiss(Context ctx, Visitor visitor, OpenCase open) {
    String thing = Objects.requireNonNullElse(ctx.formParam("thing"), "");
    if (service.dismiss(visitor, thing)) {
      ctx.redirect(Link.to(Address.WAITING), HttpStatus.SEE_OTHER);
      return;
    }
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, visitor, open, Say.text("waiting.not-dismissed"));
  }
}
