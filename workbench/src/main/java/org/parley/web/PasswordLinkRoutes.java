package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;
import org.parley.store.people.PasswordPolicy;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Entrance;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.people.PasswordLinkPage;
import org.parley.web.service.CaseService;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// The page that a link to a password opens. To look at it uses nothing up: programs that check
/// mail do so.
final class PasswordLinkRoutes {

  private final AccountAuthenticator authenticator;
  private final Accounts identities;
  private final Templates templates;
  private final CaseService service;

  PasswordLinkRoutes(AccountAuthenticator authenticator, Templates templates, CaseService service) {
    this.authenticator = authenticator;
    this.identities = authenticator.identities();
    this.templates = templates;
    this.service = service;
  }

  void addTo(Routes routes) {
    String path = Address.PASSWORD_LINK.path();
    routes.add(
        new Route("GET", path, Access.EVERYONE, Kind.PAGE, "the form to choose a password"),
        (ctx, _) -> show(ctx, ""));
    routes.add(
        new Route("POST", path, Access.EVERYONE, Kind.PAGE, "chooses a password"),
        (ctx, _) -> choose(ctx));
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  private void show(Context ctx, String trouble) {
    String link = ctx.pathParam("link");
    String name = authenticator.linked(link).map(Account::name).orElse("");
    if (name.isEmpty()) {
      ctx.status(HttpStatus.NOT_FOUND);
    } else if (!trouble.isEmpty()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    templates.show(ctx, "people/link", new PasswordLinkPage(name, link, trouble));
  }

  private void choose(Context ctx) {
    String link = ctx.pathParam("link");
    Account account = authenticator.linked(link).orElse(null);
    String trouble = account == null ? "" : trouble(ctx, account);
    char[] password = given(ctx, "password").toCharArray();
    if (account == null
        || !trouble.isEmpty()
        || !identities.setPasswordByLink(link, password, authenticator.now())) {
      show(ctx, trouble);
      return;
    }
    ctx.redirect(
        Link.to(SignIn.after(authenticator.signInByLink(ctx, account.name()))),
        HttpStatus.SEE_OTHER);
  }

  private String trouble(Context ctx, Account account) {
    String password = given(ctx, "password");
    if (!password.equals(given(ctx, "again"))) {
      return Say.text("cases.own.differ");
    }
    List<String> around = new ArrayList<>(List.of(account.name()));
    Entrance.asRole(account)
        .map(service::read)
        .ifPresent(
            access -> {
              if (access instanceof CaseService.CaseAccess.Opened(OpenCase open)) {
                around.add(open.view().info().title().text());
              }
            });
    return PasswordPolicy.find(password, around).map(Say::complaint).orElse("");
  }
}
