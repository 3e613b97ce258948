package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.parley.model.cases.CaseView;
import org.parley.web.access.Authenticator;
import org.parley.web.access.Authenticator.Guest;
import org.parley.web.access.Languages;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.access.ViewSwitch;
import org.parley.web.edit.Presence;
import org.parley.web.service.CaseService;
import org.parley.web.service.CaseService.CaseAccess;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.RoleForbidden;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;
import org.parley.web.view.Visit.OtherView;
import org.parley.wording.Language;

/// Who looks at a page, and in whose view. Colleagues on the same page are named to each other. A
/// mediator may look as others see the case.
final class ViewRoutes {

  private static final int LONGEST_PATH = 500;
  private static final int LONGEST_WORD = 60;

  private final Authenticator authenticator;
  private final CaseService service;
  private final Presence readers = Presence.ofReaders(InstantSource.system());

  ViewRoutes(Authenticator authenticator, CaseService service) {
    this.authenticator = authenticator;
    this.service = service;
  }

  void addTo(Routes routes) {
    routes.add(
        new Route(
            "POST",
            Address.SEE_AS.path(),
            Access.READ,
            Kind.PAGE,
            "shows a mediator the case as others see it"),
        (ctx, _) -> seeAs(ctx));
    routes.add(
        new Route(
            "POST",
            Address.PRESENT.path(),
            Access.READ,
            Kind.PAGE,
            "that a page is open; who of one's own is on it too"),
        this::present);
  }

  /// The views that a mediator may look at; none while the case cannot be read.
  static List<OtherView> views(CaseService service, Visitor visitor) {
    try {
      return service.read(visitor) instanceof CaseAccess.Opened(OpenCase open)
          ? views(open.onPageIn(Language.current()).view())
          : List.of();
    } catch (RuntimeException e) {
      // whatever it is, the page that is made says it
      return List.of();
    }
  }

  private static List<OtherView> views(CaseView view) {
    List<OtherView> views = new ArrayList<>();
    views.add(new OtherView(ViewSwitch.PUBLIC, Say.text("frame.see-as.public")));
    view.parties().forEach(each -> views.add(new OtherView(each.id().value(), each.name().text())));
    return views;
  }

  /// The visitor may have chosen another view already, so it is asked anew who they are.
  private void seeAs(Context ctx) {
    Visitor own =
        authenticator
            .admit(ctx)
            .filter(Guest::byForm)
            .map(Guest::visitor)
            .filter(each -> each.role() == Role.MEDIATOR)
            .orElseThrow(RoleForbidden::new);
    String word = ctx.formParam("as");
    List<OtherView> offered = views(service, own);
    if (word == null || (!word.isEmpty() && ViewSwitch.find(word, offered).isEmpty())) {
      String given = Objects.requireNonNullElse(word, "");
      throw new BadQuery(
          "as",
          given.substring(0, Math.min(given.length(), LONGEST_WORD)),
          "there is no such view",
          "Maybe choose one on the page.");
    }
    ViewSwitch.choose(ctx, word, authenticator.isSecure(ctx));
    ctx.redirect(Languages.back(ctx.header("Referer")), HttpStatus.SEE_OTHER);
  }

  /// Pages of sealed answers are left out: who is on one may be about to answer.
  private void present(Context ctx, Visitor visitor) {
    String window = Objects.requireNonNullElse(ctx.formParam("window"), "");
    String page = Objects.requireNonNullElse(ctx.formParam("page"), "");
    ctx.contentType("text/plain; charset=utf-8");
    if (ctx.formParam("leave") != null) {
      readers.leave(window);
    }
    if (ctx.formParam("leave") != null
        || !Visit.current().meets()
        || !window.matches("[0-9a-f]{32}")
        || !isShared(page)) {
      ctx.result("");
      return;
    }
    List<String> others =
        readers.confirm(window, page, visitor).stream()
            .filter(each -> !each.isSelf())
            .map(Presence.Other::name)
            .toList();
    ctx.result(
        others.isEmpty()
            ? ""
            : Say.text(
                "frame.present",
                "count",
                others.size(),
                "names",
                others.stream().collect(Collectors.joining(", "))));
  }

  private static boolean isShared(String page) {
    String base = Link.toPresent(Address.BOARD);
    return page.length() <= LONGEST_PATH
        && page.startsWith(base)
        && !Routes.isSecret("/" + page.substring(base.length()));
  }
}
