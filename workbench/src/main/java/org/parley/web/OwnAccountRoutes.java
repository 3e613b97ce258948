package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.PasswordPolicy;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Authenticator;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.cases.OwnPage;
import org.parley.web.cases.ServerAddress;
import org.parley.web.oidc.Connections;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Say;

/// One's own account on a server of many cases: its password and its sessions.
final class OwnAccountRoutes {

  private final AccountAuthenticator authenticator;
  private final Templates templates;
  private final Connections connections;

  OwnAccountRoutes(AccountAuthenticator authenticator, Templates templates) {
    this.authenticator = authenticator;
    this.templates = templates;
    this.connections = new Connections(authenticator);
  }

  void addTo(Routes routes) {
    routes.add(
        new Route("GET", ServerAddress.OWN.path(), Access.READ, Kind.PAGE, "one's own account"),
        (ctx, visitor) -> show(ctx, visitor, ""));
    routes.add(
        new Route(
            "POST", ServerAddress.OWN.path(), Access.READ, Kind.PAGE, "changes one's own account"),
        this::change);
  }

  private void show(Context ctx, Visitor visitor, String trouble) {
    if (!authenticator.caller(ctx).bySession()) {
      ctx.redirect(Link.to(Address.SIGN_IN), HttpStatus.SEE_OTHER);
      return;
    }
    if (!trouble.isEmpty()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    int sessions =
        authenticator
            .identities()
            .countSessions(authenticator.now())
            .getOrDefault(visitor.name(), 0);
    templates.show(
        ctx,
        "cases/own",
        new OwnPage(
            visitor.name(),
            sessions,
            "1".equals(ctx.queryParam("changed")),
            trouble,
            connections.providerOf(visitor.name())));
  }

  private void change(Context ctx, Visitor visitor) {
    if (given(ctx, "_do").equals("sign-out")) {
      authenticator.identities().endAll(visitor.name());
      authenticator.signOut(ctx);
      ctx.redirect(SignIn.signedOut(authenticator), HttpStatus.SEE_OTHER);
      return;
    }
    String trouble = changePassword(ctx, visitor);
    if (trouble.isEmpty()) {
      authenticator.begin(ctx, visitor.name());
      // The forms of the old session are invalid: the page is loaded again with new tokens.
      ctx.redirect(ServerAddress.OWN.link() + "?changed=1", HttpStatus.SEE_OTHER);
    } else {
      show(ctx, visitor, trouble);
    }
  }

  /// The reason why it was not changed; empty if it was.
  private String changePassword(Context ctx, Visitor visitor) {
    Authenticator.Caller caller = authenticator.caller(ctx);
    String password = given(ctx, "password");
    if (!caller.bySession()) {
      return Say.text("cases.own.program");
    }
    if (!password.equals(given(ctx, "again"))) {
      return Say.text("cases.own.differ");
    }
    String weak =
        PasswordPolicy.find(password, List.of(visitor.name())).map(Say::complaint).orElse("");
    if (!weak.isEmpty()) {
      return weak;
    }
    long wait = authenticator.checkOwn(caller, visitor.name(), given(ctx, "old"));
    if (wait != 0) {
      return Say.text("cases.own.wrong", "seconds", Math.max(0, wait));
    }
    authenticator
        .identities()
        .setPassword(
            new AccountEditor(visitor.name(), visitor.role().word()),
            visitor.name(),
            password.toCharArray(),
            authenticator.now());
    return "";
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }
}
