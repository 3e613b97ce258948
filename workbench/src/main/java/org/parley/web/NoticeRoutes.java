package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import org.parley.store.notices.Cadence;
import org.parley.store.notices.NoticeSetting;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.people.NoticeService;
import org.parley.web.people.NoticesPage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// One's own notices. The page is not cached: it shows an address.
final class NoticeRoutes {

  private static final int LONGEST_TYPED = 300;

  private final NoticeService notices;
  private final CaseService service;
  private final Templates templates;

  NoticeRoutes(NoticeService notices, CaseService service, Templates templates) {
    this.notices = notices;
    this.service = service;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    WithCase pages = new WithCase(service, templates);
    routes.page(
        Address.NOTICES,
        "one's own notices",
        pages.shows(
            (ctx, visitor, open) ->
                show(ctx, visitor, open, notices.get(visitor), "", isSaved(ctx))));
    routes.add(
        new Route(
            "POST", Address.NOTICES.path(), Access.WRITE, Kind.PAGE, "changes one's own notices"),
        pages.shows(this::change));
  }

  private static boolean isSaved(Context ctx) {
    return "1".equals(ctx.queryParam("saved"));
  }

  private void show(
      Context ctx,
      Visitor visitor,
      OpenCase open,
      NoticeSetting setting,
      String problem,
      boolean isSaved) {
    templates.show(
        ctx,
        "people/notices",
        new NoticesPage(
            open.view().info(),
            setting,
            NoticeService.mayBeTold(visitor),
            notices.status(),
            notices.undelivered(visitor),
            problem,
            isSaved));
  }

  private void change(Context ctx, Visitor visitor, OpenCase open) {
    String address = given(ctx, "address").strip();
    String cadence = given(ctx, "cadence");
    Complaint wrong = notices.change(visitor, address, cadence).orElse(null);
    if (wrong == null) {
      ctx.redirect(Link.to(Address.NOTICES) + "?saved=1", HttpStatus.SEE_OTHER);
      return;
    }
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    NoticeSetting typed =
        new NoticeSetting(
            visitor.name(),
            address.substring(0, Math.min(address.length(), LONGEST_TYPED)),
            Cadence.find(cadence).orElse(Cadence.NEVER));
    show(ctx, visitor, open, typed, Say.sentence(wrong.sentence()), false);
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }
}
