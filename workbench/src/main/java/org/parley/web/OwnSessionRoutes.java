package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import org.parley.store.people.Accounts;
import org.parley.store.people.OpenSession;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Authenticator.Caller;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.people.CredentialChangesPage;
import org.parley.web.people.OwnSessionsPage;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Say;

/// One's own sessions, and what changed of one's credentials since the last sign-in.
final class OwnSessionRoutes {

  private final AccountAuthenticator authenticator;
  private final Accounts identities;
  private final Templates templates;
  private final OwnFrame frame;

  OwnSessionRoutes(AccountAuthenticator authenticator, Templates templates, OwnFrame frame) {
    this.authenticator = authenticator;
    this.identities = authenticator.identities();
    this.templates = templates;
    this.frame = frame;
  }

  void addTo(Routes routes) {
    String sessions = Address.OWN_SESSIONS.path();
    String changes = Address.CREDENTIAL_CHANGES.path();
    routes.add(
        new Route("GET", sessions, Access.READ, Kind.PAGE, "one's own sessions"),
        (ctx, visitor) -> show(ctx, visitor, false, ""));
    routes.add(
        new Route("POST", sessions, Access.READ, Kind.PAGE, "ends one of one's sessions"),
        this::end);
    routes.add(
        new Route("GET", changes, Access.READ, Kind.PAGE, "what changed of one's credentials"),
        this::changes);
    routes.add(
        new Route("POST", changes, Access.READ, Kind.PAGE, "notes what changed of credentials"),
        this::told);
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  /// Whether a person asks, in a session; others are led to sign in.
  private boolean isSignedIn(Context ctx) {
    boolean isSignedIn = authenticator.caller(ctx).bySession();
    if (!isSignedIn) {
      ctx.redirect(Link.to(Address.SIGN_IN), HttpStatus.SEE_OTHER);
    }
    return isSignedIn;
  }

  private void show(Context ctx, Visitor visitor, boolean isEnded, String trouble) {
    if (!isSignedIn(ctx)) {
      return;
    }
    if (!trouble.isEmpty()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    List<OpenSession> sessions = identities.listSessions(visitor.name(), authenticator.now());
    String secret = authenticator.caller(ctx).session();
    String own =
        sessions.stream()
            .filter(each -> each.isOf(secret))
            .map(OpenSession::id)
            .findFirst()
            .orElse("");
    templates.show(
        ctx,
        "people/sessions",
        new OwnSessionsPage(
            frame.of(Say.text("session.title"), visitor), sessions, own, isEnded, trouble));
  }

  private void end(Context ctx, Visitor visitor) {
    Caller caller = authenticator.caller(ctx);
    if (!caller.bySession()) {
      show(ctx, visitor, false, "");
      return;
    }
    long wait = authenticator.checkOwn(caller, visitor.name(), given(ctx, "password"));
    if (wait != 0) {
      show(ctx, visitor, false, Say.text("cases.own.wrong", "seconds", Math.max(0, wait)));
    } else if (identities.endSession(visitor.name(), given(ctx, "session"))) {
      authenticator.noteDone(visitor, "ended a session of their own");
      show(ctx, visitor, true, "");
    } else {
      show(ctx, visitor, false, Say.text("session.gone"));
    }
  }

  private void changes(Context ctx, Visitor visitor) {
    if (isSignedIn(ctx)) {
      templates.show(
          ctx,
          "people/changes",
          new CredentialChangesPage(
              frame.of(Say.text("credential.title"), visitor),
              visitor.name(),
              identities.credentialChanges().list(visitor.name())));
    }
  }

  private void told(Context ctx, Visitor visitor) {
    if (!isSignedIn(ctx)) {
      return;
    }
    String last = given(ctx, "last");
    if (last.matches("\\d{1,18}")) {
      identities.credentialChanges().told(visitor.name(), Long.parseLong(last));
    }
    ctx.redirect(Link.to(Address.BOARD), HttpStatus.SEE_OTHER);
  }
}
