package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.FederatedSignIn;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.access.SignInSteps;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.AuditPage;
import org.parley.web.view.Link;
import org.parley.web.view.Say;
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

  /// Adds those of a case. Among others, people sign in to the server that lists them.
  void addTo(Routes routes) {
    if (authenticator.isShared()) {
      addForms(routes);
    } else {
      addDoor(routes);
    }
    routes.add(
        new Route(
            "GET", Address.AUDIT.path(), Access.MEDIATE, Kind.PAGE, "who saw and changed what"),
        this::audit);
  }

  /// Adds sign-in and sign-out alone.
  void addDoor(Routes routes) {
    addForms(routes);
    if (authenticator.federation().isPresent()) {
      new FederatedRoutes(authenticator, templates).addTo(routes);
    }
  }

  private void addForms(Routes routes) {
    new SignInStepRoutes(authenticator, templates).addTo(routes);
    new PasskeyRoutes(authenticator, templates).addTo(routes);
    new PasswordLinkRoutes(authenticator, templates, service).addTo(routes);
    routes.add(
        new Route("GET", Address.SIGN_IN.path(), Access.EVERYONE, Kind.PAGE, "the form to sign in"),
        (ctx, _) -> templates.show(ctx, "signin", page(authenticator, ctx, "", isOut(ctx))));
    routes.add(
        new Route("POST", Address.SIGN_IN.path(), Access.EVERYONE, Kind.PAGE, "signs in"),
        (ctx, _) -> signIn(ctx));
    routes.add(
        new Route("POST", Address.SIGN_OUT.path(), Access.EVERYONE, Kind.PAGE, "signs out"),
        (ctx, _) -> {
          authenticator.signOut(ctx);
          ctx.redirect(signedOut(authenticator), HttpStatus.SEE_OTHER);
        });
  }

  private static boolean isOut(Context ctx) {
    return "1".equals(ctx.queryParam("out"));
  }

  /// The page that says that somebody signed out.
  static String signedOut(AccountAuthenticator authenticator) {
    return authenticator.federation().isPresent()
        ? home(Address.SIGN_IN) + "?out=1"
        : Link.to(Address.SIGN_IN);
  }

  /// An address of the server that people sign in to.
  private static String home(Address address) {
    return Link.home() == null ? Link.to(address) : Link.atHome(address.path());
  }

  /// The page to sign in.
  ///
  /// @param trouble why it did not work; empty for nothing
  /// @param isOut whether somebody just signed out
  static SignInPage page(
      AccountAuthenticator authenticator, Context ctx, String trouble, boolean isOut) {
    Optional<FederatedSignIn> other = authenticator.federation();
    return new SignInPage(
        trouble,
        other.map(FederatedSignIn::label).orElse(""),
        home(Address.PROVIDER_SIGN_IN),
        other
            .map(FederatedSignIn::passwordForm)
            .orElse(FederatedSignIn.PasswordForm.SHOWN)
            .name()
            .toLowerCase(Locale.ROOT),
        other
            .filter(_ -> isOut)
            .flatMap(FederatedSignIn::signOutAddress)
            .map(Object::toString)
            .orElse(""),
        authenticator.passkeys().server(ctx).isPresent());
  }

  private void signIn(Context ctx) {
    String name = given(ctx, "name").strip();
    AccountAuthenticator.PasswordOutcome came =
        authenticator.signIn(ctx, name, given(ctx, "password"));
    long wait = came.waitSeconds();
    if (wait == 0) {
      Address next = after(came.next());
      ctx.redirect(
          Link.to(next == Address.BOARD ? first(authenticator, name) : next), HttpStatus.SEE_OTHER);
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
        page(
            authenticator,
            ctx,
            wait > 0 ? Say.text("signin.wait", "seconds", wait) : Say.text("signin.wrong"),
            false));
  }

  /// The page that somebody sees first: what changed of their credentials, else the board.
  static Address first(AccountAuthenticator authenticator, String name) {
    return authenticator.identities().credentialChanges().list(name).isEmpty()
        ? Address.BOARD
        : Address.CREDENTIAL_CHANGES;
  }

  static Address after(SignInSteps.NextStep next) {
    return switch (next) {
      case NONE -> Address.BOARD;
      case CODE -> Address.SIGN_IN_CODE;
      case ENROLMENT -> Address.SIGN_IN_ENROL;
    };
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
