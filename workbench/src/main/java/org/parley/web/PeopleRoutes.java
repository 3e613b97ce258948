package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Authenticator;
import org.parley.web.access.RequestGuard;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.oidc.Connections;
import org.parley.web.oidc.Connections.ConnectionOutcome;
import org.parley.web.people.AccountPage;
import org.parley.web.people.AccountService;
import org.parley.web.people.AccountService.As;
import org.parley.web.people.AccountService.Came;
import org.parley.web.people.PeoplePage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.ConnectedPeople;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// Administration of accounts, roles and tokens by the mediator, and change of one's own password,
/// without restarting the server.
final class PeopleRoutes {

  private static final int LONGEST_ACTION = 40;

  /// The actions that make a link to a password.
  private static final Set<String> LINKS = Set.of("invite", "link");

  private final AccountAuthenticator authenticator;
  private final AccountService people;
  private final Templates templates;
  private final CaseService service;
  private final Connections connections;

  PeopleRoutes(
      AccountAuthenticator authenticator,
      AccountService people,
      Templates templates,
      CaseService service) {
    this.authenticator = authenticator;
    this.people = people;
    this.templates = templates;
    this.service = service;
    this.connections = new Connections(authenticator);
  }

  void addTo(Routes routes) {
    routes.add(
        new Route("GET", Address.PEOPLE.path(), Access.MEDIATE, Kind.PAGE, "who may come in"),
        (ctx, visitor) -> show(ctx, visitor, Came.done("")));
    routes.add(
        new Route(
            "POST", Address.PEOPLE.path(), Access.MEDIATE, Kind.PAGE, "adds an account or a token"),
        (ctx, visitor) -> show(ctx, visitor, add(ctx, visitor)));
    routes.add(
        new Route("POST", Address.PERSON.path(), Access.MEDIATE, Kind.PAGE, "changes an account"),
        (ctx, visitor) -> show(ctx, visitor, change(ctx, visitor)));
    routes.add(
        new Route("GET", Address.ACCOUNT.path(), Access.READ, Kind.PAGE, "one's own account"),
        (ctx, visitor) ->
            showOwn(
                ctx,
                visitor,
                Came.done(
                    "1".equals(ctx.queryParam("changed")) ? Say.text("cases.own.changed") : "")));
    routes.add(
        new Route(
            "POST", Address.ACCOUNT.path(), Access.READ, Kind.PAGE, "changes one's own account"),
        this::changeOwn);
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  private static As as(Context ctx) {
    String party = given(ctx, "party").strip();
    return new As(given(ctx, "role"), party.isEmpty() ? null : party);
  }

  private Came add(Context ctx, Visitor visitor) {
    String name = given(ctx, "name").strip();
    return switch (given(ctx, "_do")) {
      case "token" ->
          people.addToken(
              visitor,
              name,
              as(ctx),
              given(ctx, "days").strip(),
              !given(ctx, "read-only").isEmpty());
      case "invite" -> people.invite(visitor, name, as(ctx), given(ctx, "mail").strip());
      default -> people.addAccount(visitor, name, as(ctx), given(ctx, "password"));
    };
  }

  private Came change(Context ctx, Visitor visitor) {
    String name = ctx.pathParam("id");
    String action = given(ctx, "passkey").isEmpty() ? given(ctx, "_do") : "factor";
    return switch (action) {
      case "rotate-token" ->
          people.rotateToken(
              visitor, name, given(ctx, "days").strip(), given(ctx, "hours").strip());
      case "remove-token" -> people.removeToken(visitor, name);
      case "role" -> people.changeRole(visitor, name, as(ctx));
      case "password" ->
          people.setPassword(
              visitor, authenticator.caller(ctx), name, given(ctx, "password"), given(ctx, "own"));
      case "link" ->
          people.makeLink(
              visitor,
              authenticator.caller(ctx),
              name,
              given(ctx, "own"),
              given(ctx, "mail").strip());
      case "factor" ->
          people.removeFactor(
              visitor, authenticator.caller(ctx), name, given(ctx, "passkey"), given(ctx, "own"));
      case "end-session" -> people.endSession(visitor, name, given(ctx, "session"));
      case "sign-out" -> people.signOut(visitor, name);
      case "remove" -> people.remove(visitor, name);
      case "connect", "disconnect" -> connect(ctx, visitor, name);
      default ->
          new Came(
              "",
              Say.text(
                  "accounts.no-action",
                  "action",
                  action.substring(0, Math.min(action.length(), LONGEST_ACTION))),
              null);
    };
  }

  private void show(Context ctx, Visitor visitor, Came came) {
    if (!(service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase open))) {
      ctx.redirect(Link.to(Address.BOARD));
      return;
    }
    Map<String, String> typed = new LinkedHashMap<>();
    if (!came.isDone()) {
      ctx.status(422);
      for (String field : List.of("name", "role", "party", "days", "mail")) {
        typed.put(field, given(ctx, field));
      }
    }
    boolean isLink = LINKS.contains(given(ctx, "_do"));
    String secret = came.secret();
    templates.show(
        ctx,
        "people/people",
        new PeoplePage(
            open.view().info(),
            people.accounts(),
            people.openSessions(),
            people.withFactor(),
            people.passkeys(),
            people.links(),
            people.mailsLinks(),
            people.tokens(),
            authenticator.now(),
            people.parties(visitor),
            came.done(),
            came.trouble(),
            isLink ? null : secret,
            isLink && secret != null
                ? RequestGuard.origin(ctx) + Link.to(Address.PASSWORD_LINK, secret)
                : null,
            typed,
            connected(visitor)));
  }

  /// On a server of many cases, people are connected where they sign in.
  private ConnectedPeople connected(Visitor visitor) {
    return authenticator.isShared()
        ? ConnectedPeople.NONE
        : new ConnectedPeople(
            connections.provider(),
            connections.subjects(),
            connections.providerOf(visitor.name()).isEmpty());
  }

  private Came connect(Context ctx, Visitor visitor, String name) {
    String account = people.get(name).name();
    AccountEditor by = new AccountEditor(visitor.name(), visitor.role().word());
    ConnectionOutcome outcome =
        authenticator.isShared()
            ? new ConnectionOutcome("", Say.text("cases.shared-people"))
            : given(ctx, "_do").equals("connect")
                ? connections.connect(
                    by,
                    authenticator.caller(ctx),
                    account,
                    given(ctx, "subject").strip(),
                    given(ctx, "own"))
                : connections.disconnect(by, account);
    return new Came(outcome.done(), outcome.trouble(), null);
  }

  private void changeOwn(Context ctx, Visitor visitor) {
    Authenticator.Caller caller = authenticator.caller(ctx);
    if (!caller.bySession()) {
      showOwn(ctx, visitor, Came.done(""));
      return;
    }
    if (given(ctx, "_do").equals("sign-out")) {
      people.signOut(visitor, visitor.name());
      authenticator.signOut(ctx);
      ctx.redirect(SignIn.signedOut(authenticator), HttpStatus.SEE_OTHER);
      return;
    }
    String password = given(ctx, "password");
    Came came =
        password.equals(given(ctx, "again"))
            ? people.changeOwn(visitor, caller, given(ctx, "old"), password)
            : new Came("", Say.text("cases.own.differ"), null);
    if (came.isDone()) {
      authenticator.begin(ctx, visitor.name());
      // The forms of the old session are invalid: the page is reloaded with new tokens.
      ctx.redirect(Link.to(Address.ACCOUNT) + "?changed=1", HttpStatus.SEE_OTHER);
    } else {
      showOwn(ctx, visitor, came);
    }
  }

  private void showOwn(Context ctx, Visitor visitor, Came came) {
    Account account = people.find(visitor.name()).orElse(null);
    if (account == null
        || !authenticator.caller(ctx).bySession()
        || !(service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase open))) {
      ctx.redirect(Link.to(Address.SIGN_IN), HttpStatus.SEE_OTHER);
      return;
    }
    if (!came.isDone()) {
      ctx.status(422);
    }
    templates.show(
        ctx,
        "people/own",
        new AccountPage(
            open.view().info(),
            account,
            people.ownSessions(account.name()),
            came.done(),
            came.trouble(),
            connections.providerOf(account.name())));
  }
}
