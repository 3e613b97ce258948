package org.parley.web;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.AuditPage;
import org.parley.web.view.Link;
import org.parley.web.view.SignInPage;

/// Sign-in, sign-out and the audit: the routes of a team server only.
final class SignIn {

  private static final int SHOWN = 500;

  private final AccountAuthenticator authenticator;
  private final Templates templates;
  private final CaseService service;

  SignIn(AccountAuthenticator authenticator, Templates templates, CaseService service) {
    this.authenticator = authenticator;
    this.templates = templates;
    this.service = service;
  }

  void addTo(Routes routes) {
    addDoor(routes);
    routes.add(
        new Route(
            "GET", Address.AUDIT.path(), Access.MEDIATE, Kind.PAGE, "who saw and changed what"),
        this::audit);
  }

  /// Adds sign-in and sign-out alone.
  void addDoor(Routes routes) {
    routes.add(
        new Route("GET", Address.SIGN_IN.path(), Access.EVERYONE, Kind.PAGE, "the form to sign in"),
        (ctx, _) -> templates.show(ctx, "signin", new SignInPage("")));
    routes.add(
        new Route("POST", Address.SIGN_IN.path(), Access.EVERYONE, Kind.PAGE, "signs in"),
        (ctx, _) -> signIn(ctx));
    routes.add(
        new Route("POST", Address.SIGN_OUT.path(), Access.EVERYONE, Kind.PAGE, "signs out"),
        (ctx, _) -> {
          authenticator.signOut(ctx);
          ctx.redirect(Link.to(Address.SIGN_IN), io.javalin.http.HttpStatus.SEE_OTHER);
        });
  }

  private void signIn(Context ctx) {
    String name = given(ctx, "name").strip();
    long wait = authenticator.signIn(ctx, name, given(ctx, "password"));
    if (wait == 0) {
      ctx.redirect(Link.to(Address.BOARD), io.javalin.http.HttpStatus.SEE_OTHER);
      return;
    }
    if (wait > 0) {
      ctx.status(429);
      ctx.header("Retry-After", Long.toString(wait));
    } else {
      ctx.status(401);
    }
    templates.show(
        ctx,
        "signin",
        new SignInPage(
            wait > 0
                ? "Too many wrong passwords. Maybe wait " + wait + " seconds and try again."
                : "That name and password are not known together. Maybe check both."));
  }

  private static String given(Context ctx, String field) {
    @Nullable String value = ctx.formParam(field);
    return value == null ? "" : value;
  }

  private void audit(Context ctx, Visitor visitor) {
    if (service.read(visitor) instanceof CaseService.CaseAccess.Opened(var open)) {
      templates.show(
          ctx,
          "audit",
          new AuditPage(
              open.view().info(),
              authenticator.listSeen(ctx.queryParam("who"), Long.MAX_VALUE, SHOWN)));
    }
  }
}
