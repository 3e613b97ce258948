package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.RequestGuard;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.api.line.Download;
import org.parley.web.people.FeedAddressService;
import org.parley.web.people.FeedAddressService.SecretMade;
import org.parley.web.people.FeedAddressesPage;
import org.parley.web.people.FeedAddressesPage.MadeAddress;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// One's own secret addresses, and the calendar and feed that are read at them.
final class FeedRoutes {

  private final AccountAuthenticator authenticator;
  private final FeedAddressService addresses;
  private final CaseService service;
  private final CaseFeeds feeds;
  private final Templates templates;

  FeedRoutes(
      AccountAuthenticator authenticator,
      FeedAddressService addresses,
      CaseService service,
      Templates templates) {
    this.authenticator = authenticator;
    this.addresses = addresses;
    this.service = service;
    this.feeds = new CaseFeeds(service);
    this.templates = templates;
  }

  void addTo(Routes routes) {
    WithCase pages = new WithCase(service, templates);
    routes.page(Address.FEED_ADDRESSES, "one's own secret addresses", pages.shows(this::list));
    routes.add(
        new Route(
            "POST",
            Address.FEED_ADDRESSES.path(),
            Access.READ,
            Kind.PAGE,
            "makes, renews or takes back a secret address"),
        pages.shows(this::change));
    read(routes, Address.SECRET_CALENDAR, Download.CALENDAR);
    read(routes, Address.SECRET_FEED, Download.FEED);
  }

  private void read(Routes routes, Address address, Download file) {
    routes.add(
        new Route(
            "GET",
            address.path(),
            Access.ADDRESS,
            Kind.FILE,
            file.shows() + ", at a secret address"),
        (ctx, visitor) -> {
          if (!(service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase open))) {
            Answers.later(ctx);
            return;
          }
          // the answer is its reader's alone, and is asked for anew each time
          ctx.header("Cache-Control", "private, no-cache");
          ctx.contentType(file.type())
              .result(content(file, open, visitor, ctx).getBytes(StandardCharsets.UTF_8));
        });
  }

  private String content(Download file, OpenCase open, Visitor visitor, Context ctx) {
    return file == Download.CALENDAR
        ? feeds.dates(open, visitor)
        : feeds.changes(open, visitor, RequestGuard.origin(ctx), ctx.path());
  }

  private void list(Context ctx, Visitor visitor, OpenCase open) {
    if (isSignedIn(ctx)) {
      show(ctx, visitor, open, null, "", "");
    }
  }

  /// An address is that of an account: programs with a token, and those without an account, have
  /// none.
  private boolean isSignedIn(Context ctx) {
    boolean isSignedIn = authenticator.caller(ctx).bySession();
    if (!isSignedIn) {
      ctx.redirect(Link.to(Address.SIGN_IN), HttpStatus.SEE_OTHER);
    }
    return isSignedIn;
  }

  private void show(
      Context ctx,
      Visitor visitor,
      OpenCase open,
      @Nullable MadeAddress made,
      String typed,
      String problem) {
    templates.show(
        ctx,
        "people/feeds",
        new FeedAddressesPage(
            open.view().info(),
            addresses.list(visitor),
            made,
            typed,
            problem,
            "1".equals(ctx.queryParam("removed"))));
  }

  private void change(Context ctx, Visitor visitor, OpenCase open) {
    if (!isSignedIn(ctx)) {
      return;
    }
    String name = given(ctx, "name").strip();
    switch (given(ctx, "_do")) {
      case "renew" ->
          show(ctx, visitor, open, made(ctx, name, addresses.renew(visitor, name)), "", "");
      case "remove" -> {
        addresses.remove(visitor, name);
        ctx.redirect(Link.to(Address.FEED_ADDRESSES) + "?removed=1", HttpStatus.SEE_OTHER);
      }
      default -> add(ctx, visitor, open, name);
    }
  }

  private void add(Context ctx, Visitor visitor, OpenCase open, String name) {
    SecretMade added = addresses.add(visitor, name);
    Complaint wrong = added.wrong();
    if (wrong == null) {
      String secret = Objects.requireNonNull(added.secret());
      show(ctx, visitor, open, made(ctx, name, secret), "", "");
      return;
    }
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(
        ctx,
        visitor,
        open,
        null,
        FeedAddressService.shortened(name),
        Say.sentence(wrong.sentence()));
  }

  private static MadeAddress made(Context ctx, String name, String secret) {
    String origin = RequestGuard.origin(ctx);
    return new MadeAddress(
        name,
        origin + Link.to(Address.SECRET_CALENDAR, secret),
        origin + Link.to(Address.SECRET_FEED, secret));
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }
}
