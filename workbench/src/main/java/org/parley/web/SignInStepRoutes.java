package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.passkey.PasskeyFault;
import org.parley.store.people.SecondFactors;
import org.parley.store.people.SecondFactors.CodeOutcome;
import org.parley.store.people.SecondFactors.FactorOffer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.PasskeySteps;
import org.parley.web.access.PasskeySteps.AddedPasskey;
import org.parley.web.access.RequestGuard;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.access.SignInSteps;
import org.parley.web.access.SignInSteps.CodeAnswer;
import org.parley.web.access.SignInSteps.NextStep;
import org.parley.web.people.FactorPage;
import org.parley.web.people.OfferedFactor;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.Say;
import org.parley.web.view.SignInCodePage;

/// The steps after the right password: the code of a second factor, or its enrolment.
final class SignInStepRoutes {

  private final AccountAuthenticator authenticator;
  private final SignInSteps steps;
  private final PasskeySteps passkeys;
  private final SecondFactors factors;
  private final Templates templates;

  SignInStepRoutes(AccountAuthenticator authenticator, Templates templates) {
    this.authenticator = authenticator;
    this.steps = authenticator.steps();
    this.passkeys = authenticator.passkeys();
    this.factors = authenticator.identities().factors();
    this.templates = templates;
  }

  void addTo(Routes routes) {
    add(routes, "GET", Address.SIGN_IN_CODE, "the form for a code", (ctx, _) -> askForCode(ctx));
    add(routes, "POST", Address.SIGN_IN_CODE, "signs in with a code", (ctx, _) -> send(ctx));
    add(routes, "GET", Address.SIGN_IN_ENROL, "sets up a second factor", (ctx, _) -> offer(ctx));
    add(routes, "POST", Address.SIGN_IN_ENROL, "confirms a second factor", (ctx, _) -> enrol(ctx));
  }

  private static void add(
      Routes routes, String method, Address address, String shows, Routes.Handler handler) {
    routes.add(new Route(method, address.path(), Access.EVERYONE, Kind.PAGE, shows), handler);
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  /// The host name that an app shows beside a code.
  static String host(Context ctx) {
    return Objects.requireNonNullElse(URI.create(RequestGuard.origin(ctx)).getHost(), "localhost");
  }

  private static void again(Context ctx) {
    ctx.redirect(Link.to(Address.SIGN_IN), HttpStatus.SEE_OTHER);
  }

  private void askForCode(Context ctx) {
    steps
        .waiting(ctx, NextStep.CODE)
        .ifPresentOrElse(name -> refuse(ctx, name, ""), () -> again(ctx));
  }

  private void send(Context ctx) {
    String name = steps.waiting(ctx, NextStep.CODE).orElse("");
    CodeAnswer answer = steps.send(ctx, given(ctx, "code"));
    @Nullable CodeOutcome outcome = answer.outcome();
    if (answer.waitSeconds() > 0) {
      ctx.status(HttpStatus.TOO_MANY_REQUESTS);
      ctx.header("Retry-After", Long.toString(answer.waitSeconds()));
      refuse(ctx, name, Say.text("factor.wait", "seconds", answer.waitSeconds()));
    } else if (outcome == null) {
      again(ctx);
    } else if (outcome.opens()) {
      ctx.redirect(Link.to(SignIn.first(authenticator, name)), HttpStatus.SEE_OTHER);
    } else {
      ctx.status(HttpStatus.UNAUTHORIZED);
      refuse(ctx, name, Say.text("factor.refused", "why", outcome));
    }
  }

  private void refuse(Context ctx, String name, String why) {
    templates.show(ctx, "signincode", codePage(authenticator, ctx, name, why));
  }

  /// The page that asks for a second factor.
  ///
  /// @param name the account whose password was right
  /// @param trouble why it did not work; empty the first time
  static SignInCodePage codePage(
      AccountAuthenticator authenticator, Context ctx, String name, String trouble) {
    SecondFactors factors = authenticator.identities().factors();
    PasskeySteps passkeys = authenticator.passkeys();
    return new SignInCodePage(
        trouble,
        factors.listApps().containsKey(name),
        factors.countCodes(name) > 0,
        passkeys.server(ctx).filter(server -> passkeys.hasAny(name, server)).isPresent());
  }

  private void enrolPasskey(Context ctx, String name) {
    AddedPasskey added =
        passkeys
            .server(ctx)
            .map(server -> passkeys.enrol(ctx, server, given(ctx, "name"), given(ctx, "answer")))
            .orElseGet(() -> new AddedPasskey(PasskeyFault.ORIGIN, List.of()));
    if (added.fault() == null) {
      show(ctx, name, null, added.codes(), "");
    } else {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      FactorOffer offer = factors.offer(name, authenticator.now()).orElse(null);
      show(ctx, name, offer, List.of(), PasskeyRoutes.refused(added.fault()));
    }
  }

  private void offer(Context ctx) {
    String name = steps.waiting(ctx, NextStep.ENROLMENT).orElse(null);
    if (name == null) {
      again(ctx);
      return;
    }
    Optional<FactorOffer> offer = factors.offer(name, authenticator.now());
    show(ctx, name, offer.orElse(null), List.of(), "");
  }

  private void show(
      Context ctx, String name, @Nullable FactorOffer offer, List<String> codes, String trouble) {
    templates.show(
        ctx,
        "people/factor",
        FactorPage.atSignIn(
            new Frame(Say.text("factor.title"), "Parley", "door"),
            offer == null ? null : OfferedFactor.of(offer, name, host(ctx)),
            passkeys.server(ctx).isPresent(),
            codes,
            trouble));
  }

  private void enrol(Context ctx) {
    String name = steps.waiting(ctx, NextStep.ENROLMENT).orElse(null);
    if (name == null) {
      again(ctx);
      return;
    }
    if (given(ctx, "_do").equals("passkey")) {
      enrolPasskey(ctx, name);
      return;
    }
    FactorOffer offer = factors.reopen(name, given(ctx, "offer"), authenticator.now()).orElse(null);
    if (offer == null) {
      ctx.redirect(Link.to(Address.SIGN_IN_ENROL), HttpStatus.SEE_OTHER);
      return;
    }
    List<String> codes = steps.enrol(ctx, offer, given(ctx, "code")).orElse(List.of());
    if (codes.isEmpty()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(ctx, name, offer, codes, Say.text("factor.not-confirmed"));
    } else {
      show(ctx, name, null, codes, "");
    }
  }
}
