package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.RequestGuard;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.people.FeedAddressService;
import org.parley.web.people.FeedAddressService.SecretMade;
import org.parley.web.people.FeedAddressesPage;
import org.parley.web.people.FeedAddressesPage.MadeAddress;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// The page of one's own secret addresses: of a case, or of all cases of a server.
///
/// @param ofAllCases whether a feed of all cases is read at them, and no calendar
record OwnFeedRoutes(
    AccountAuthenticator authenticator,
    FeedAddressService addresses,
    Templates templates,
    OwnFrame frame,
    boolean ofAllCases) {

  void addTo(Routes routes) {
    routes.page(Address.FEED_ADDRESSES, "one's own secret addresses", this::list);
    routes.add(
        new Route(
            "POST",
            Address.FEED_ADDRESSES.path(),
            Access.READ,
            Kind.PAGE,
            "makes, renews or takes back a secret address"),
        this::change);
  }

  private void list(Context ctx, Visitor visitor) {
    if (isSignedIn(ctx)) {
      show(ctx, visitor, null, "", "");
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
      Context ctx, Visitor visitor, @Nullable MadeAddress made, String typed, String problem) {
    templates.show(
        ctx,
        "people/feeds",
        new FeedAddressesPage(
            frame.of(Say.text("feeds.title"), visitor),
            ofAllCases,
            addresses.list(visitor),
            made,
            typed,
            problem,
            "1".equals(ctx.queryParam("removed"))));
  }

  private void change(Context ctx, Visitor visitor) {
    if (!isSignedIn(ctx)) {
      return;
    }
    String name = given(ctx, "name").strip();
    switch (given(ctx, "_do")) {
      case "renew" -> show(ctx, visitor, made(ctx, name, addresses.renew(visitor, name)), "", "");
      case "remove" -> {
        addresses.remove(visitor, name);
        ctx.redirect(Link.to(Address.FEED_ADDRESSES) + "?removed=1", HttpStatus.SEE_OTHER);
      }
      default -> add(ctx, visitor, name);
    }
  }

  private void add(Context ctx, Visitor visitor, String name) {
    SecretMade added = addresses.add(visitor, name);
    Complaint wrong = added.wrong();
    if (wrong == null) {
      String secret = Objects.requireNonNull(added.secret());
      show(ctx, visitor, made(ctx, name, secret), "", "");
      return;
    }
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, visitor, null, FeedAddressService.shortened(name), Say.sentence(wrong.sentence()));
  }

  private MadeAddress made(Context ctx, String name, String secret) {
    String origin = RequestGuard.origin(ctx);
    return new MadeAddress(
        name,
        ofAllCases ? null : origin + Link.to(Address.SECRET_CALENDAR, secret),
        origin + Link.to(Address.SECRET_FEED, secret));
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }
}
