package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.FederatedSignIn;
import org.parley.web.access.FederatedSignIn.PasswordForm;
import org.parley.web.access.FederatedSignIn.Refused;
import org.parley.web.access.FederatedSignIn.SentThere;
import org.parley.web.access.FederatedSignIn.SignedIn;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Say;
import org.parley.web.view.SignedInPage;
import org.parley.wording.Messages;

/// Sign-in by another service: a browser is sent there, and comes back with an answer.
///
/// No parameter says where somebody goes after it: it is always the first page.
final class FederatedRoutes {

  /// A little longer than an attempt is good for, so that one that is late is told so.
  private static final Duration KEPT = Duration.ofMinutes(15);

  private static final Set<String> OF_OTHERS = Set.of("cross-site", "same-site");

  private final AccountAuthenticator authenticator;
  private final Templates templates;

  FederatedRoutes(AccountAuthenticator authenticator, Templates templates) {
    this.authenticator = authenticator;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    routes.add(
        new Route(
            "GET",
            Address.PROVIDER_SIGN_IN.path(),
            Access.EVERYONE,
            Kind.PAGE,
            "begins a sign-in by a provider of identities"),
        (ctx, _) -> begin(ctx));
    routes.add(
        new Route(
            "GET",
            Address.PROVIDER_ANSWER.path(),
            Access.EVERYONE,
            Kind.PAGE,
            "takes the answer of the provider"),
        (ctx, _) -> conclude(ctx));
  }

  private FederatedSignIn service() {
    return authenticator.federation().orElseThrow();
  }

  /// Another site cannot begin a sign-in: nobody is signed in without having wanted it.
  private void begin(Context ctx) {
    if (OF_OTHERS.contains(Objects.requireNonNullElse(ctx.header("Sec-Fetch-Site"), ""))) {
      ctx.redirect(Link.to(Address.SIGN_IN), HttpStatus.SEE_OTHER);
      return;
    }
    switch (service().begin()) {
      case SentThere(var address, String secret) -> {
        keep(ctx, secret, KEPT);
        ctx.redirect(address.toString(), HttpStatus.SEE_OTHER);
      }
      case Refused refused ->
          templates.show(
              ctx, "signin", SignIn.page(authenticator, ctx, words(ctx, refused), false));
    }
  }

  private void conclude(Context ctx) {
    String secret = ctx.cookie(cookie());
    keep(ctx, "", Duration.ZERO);
    // the address holds a code
    ctx.header("Referrer-Policy", "no-referrer");
    switch (service().conclude(secret, ctx.queryParamMap())) {
      case SignedIn signedIn -> welcome(ctx, signedIn);
      case Refused refused -> refuse(ctx, refused);
    }
  }

  private void welcome(Context ctx, SignedIn signedIn) {
    authenticator.begin(ctx, signedIn.account());
    authenticator.noteFederated(
        signedIn.account(),
        "signed in as " + signedIn.subject() + " of " + service().service(),
        200);
    // A redirect that another site led to carries no cookie of the session, and a page does.
    String next = Link.to(Address.BOARD);
    ctx.header("Refresh", "0; url=" + next);
    templates.show(ctx, "signedin", new SignedInPage(next));
  }

  private void refuse(Context ctx, Refused refused) {
    String words = words(ctx, refused);
    templates.show(ctx, "signin", SignIn.page(authenticator, ctx, words, false).fromElsewhere());
    if (refused.subject().isEmpty()) {
      authenticator.noteForeign(Address.PROVIDER_ANSWER.path(), ctx.statusCode());
    } else {
      authenticator.noteFederated(
          refused.account(),
          "was refused as "
              + refused.subject()
              + " of "
              + service().service()
              + ": "
              + (refused.why().equals("unknown") ? "no account" : "no group gives a role"),
          ctx.statusCode());
    }
  }

  /// Why nobody signed in, with the status that says so.
  private String words(Context ctx, Refused refused) {
    ctx.status(refused.isOutage() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.FORBIDDEN);
    return Say.text(
        "signin.refused",
        "why",
        new Messages.Select(refused.why()),
        "provider",
        service().label(),
        "hasPasswords",
        service().passwordForm() != PasswordForm.NONE,
        "detail",
        refused.detail(),
        "subject",
        refused.subject());
  }

  private String cookie() {
    return authenticator.cookie() + "-oidc";
  }

  /// Lax, since the provider sends the browser back.
  private void keep(Context ctx, String secret, Duration longest) {
    Cookie cookie = new Cookie(cookie(), secret);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(authenticator.isSecure(ctx));
    cookie.setSameSite(SameSite.LAX);
    cookie.setMaxAge((int) longest.toSeconds());
    ctx.cookie(cookie);
  }
}
