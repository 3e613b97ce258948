package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import java.util.Optional;
import org.parley.answer.AnswerJson;
import org.parley.passkey.PasskeyFault;
import org.parley.passkey.RelyingParty;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.PasskeySteps;
import org.parley.web.access.PasskeySteps.PasskeyOutcome;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.access.SignInSteps.NextStep;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Say;

/// Sign-in with a passkey: alone, or after the password. A script asks for a challenge, and a form
/// brings the answer.
final class PasskeyRoutes {

  private static final String SECOND = "second";
  private static final String ENROL = "enrol";

  private final AccountAuthenticator authenticator;
  private final PasskeySteps passkeys;
  private final Templates templates;

  PasskeyRoutes(AccountAuthenticator authenticator, Templates templates) {
    this.authenticator = authenticator;
    this.passkeys = authenticator.passkeys();
    this.templates = templates;
  }

  void addTo(Routes routes) {
    add(routes, Address.SIGN_IN_CHALLENGE, "asks for an answer of a passkey", this::ask);
    add(routes, Address.SIGN_IN_PASSKEY, "signs in with a passkey", this::signIn);
  }

  private static void add(
      Routes routes, Address address, String does, java.util.function.Consumer<Context> handler) {
    routes.add(
        new Route("POST", address.path(), Access.EVERYONE, Kind.PAGE, does),
        (ctx, _) -> handler.accept(ctx));
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  /// A sentence for the script that asked.
  record PasskeyTrouble(String trouble) {}

  /// Answers a script.
  static void json(Context ctx, Object answer) {
    ctx.contentType("application/json; charset=utf-8").result(AnswerJson.bytes(answer));
  }

  static void refuse(Context ctx, HttpStatus status, String why) {
    ctx.status(status);
    json(ctx, new PasskeyTrouble(why));
  }

  /// Why there are no passkeys at this address.
  static String absent() {
    return Say.text("passkey.absent");
  }

  static String refused(PasskeyFault fault) {
    return Say.text("passkey.refused", "why", fault);
  }

  private void ask(Context ctx) {
    RelyingParty server = passkeys.server(ctx).orElse(null);
    if (server == null) {
      refuse(ctx, HttpStatus.NOT_FOUND, absent());
      return;
    }
    Optional<?> options =
        switch (given(ctx, "step")) {
          case SECOND -> passkeys.askSecond(ctx, server);
          case ENROL -> passkeys.askToEnrol(ctx, server);
          default -> Optional.of(passkeys.askAnybody(ctx, server));
        };
    options.ifPresentOrElse(
        each -> json(ctx, each),
        () -> refuse(ctx, HttpStatus.UNPROCESSABLE_CONTENT, refused(PasskeyFault.TOO_LATE)));
  }

  private void signIn(Context ctx) {
    boolean isSecond = given(ctx, "step").equals(SECOND);
    RelyingParty server = passkeys.server(ctx).orElse(null);
    if (server == null) {
      ctx.status(HttpStatus.NOT_FOUND);
      show(ctx, isSecond, absent());
      return;
    }
    String answer = given(ctx, "answer");
    PasskeyOutcome outcome =
        isSecond
            ? passkeys.signInSecond(ctx, server, answer)
            : passkeys.signIn(ctx, server, answer);
    PasskeyFault fault = outcome.fault();
    if (outcome.waitSeconds() > 0) {
      ctx.status(HttpStatus.TOO_MANY_REQUESTS);
      ctx.header("Retry-After", Long.toString(outcome.waitSeconds()));
      show(ctx, isSecond, Say.text("passkey.wait", "seconds", outcome.waitSeconds()));
    } else if (fault == null) {
      ctx.redirect(Link.to(SignIn.first(authenticator, outcome.account())), HttpStatus.SEE_OTHER);
    } else {
      ctx.status(HttpStatus.UNAUTHORIZED);
      show(ctx, isSecond, refused(fault));
    }
  }

  private void show(Context ctx, boolean isSecond, String trouble) {
    String name = authenticator.steps().waiting(ctx, NextStep.CODE).orElse("");
    if (isSecond && !name.isEmpty()) {
      templates.show(
          ctx, "signincode", SignInStepRoutes.codePage(authenticator, ctx, name, trouble));
    } else {
      templates.show(ctx, "signin", SignIn.page(authenticator, ctx, trouble, false));
    }
  }
}
