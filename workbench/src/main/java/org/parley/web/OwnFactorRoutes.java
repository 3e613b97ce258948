package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.SecondFactors;
import org.parley.store.people.SecondFactors.FactorOffer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Authenticator.Caller;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.people.FactorPage;
import org.parley.web.people.OfferedFactor;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Say;

/// One's own second factor: set up, replaced, removed. Every change needs the own password, since
/// an unattended session would otherwise be enough to keep its owner out.
final class OwnFactorRoutes {

  private final AccountAuthenticator authenticator;
  private final Accounts identities;
  private final SecondFactors factors;
  private final Templates templates;
  private final OwnFrame frame;

  OwnFactorRoutes(AccountAuthenticator authenticator, Templates templates, OwnFrame frame) {
    this.authenticator = authenticator;
    this.identities = authenticator.identities();
    this.factors = identities.factors();
    this.templates = templates;
    this.frame = frame;
  }

  void addTo(Routes routes) {
    String path = Address.OWN_FACTOR.path();
    routes.add(
        new Route("GET", path, Access.READ, Kind.PAGE, "one's own second factor"),
        (ctx, visitor) -> answer(ctx, visitor, FormOutcome.nothing()));
    routes.add(
        new Route("POST", path, Access.READ, Kind.PAGE, "changes one's own second factor"),
        (ctx, visitor) -> answer(ctx, visitor, change(ctx, visitor)));
  }

  /// The outcome of a form.
  private record FormOutcome(
      @Nullable FactorOffer offer, List<String> codes, String done, String trouble) {

    static FormOutcome nothing() {
      return new FormOutcome(null, List.of(), "", "");
    }

    static FormOutcome refused(String why) {
      return new FormOutcome(null, List.of(), "", why);
    }

    static FormOutcome coded(List<String> codes, String done) {
      return new FormOutcome(null, codes, done, "");
    }
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  private static AccountEditor by(Visitor visitor) {
    return new AccountEditor(visitor.name(), visitor.role().word());
  }

  private FormOutcome change(Context ctx, Visitor visitor) {
    Caller caller = authenticator.caller(ctx);
    if (!caller.bySession()) {
      return FormOutcome.nothing();
    }
    return switch (given(ctx, "_do")) {
      case "begin" -> withPassword(ctx, visitor, () -> begin(visitor));
      case "confirm" -> confirm(ctx, visitor, caller);
      case "codes" -> withPassword(ctx, visitor, () -> renew(visitor));
      case "remove" -> withPassword(ctx, visitor, () -> remove(visitor, caller));
      default -> FormOutcome.nothing();
    };
  }

  private FormOutcome withPassword(Context ctx, Visitor visitor, Supplier<FormOutcome> action) {
    long wait =
        authenticator.checkOwn(authenticator.caller(ctx), visitor.name(), given(ctx, "password"));
    return wait == 0
        ? action.get()
        : FormOutcome.refused(Say.text("cases.own.wrong", "seconds", Math.max(0, wait)));
  }

  private FormOutcome begin(Visitor visitor) {
    return factors
        .offer(visitor.name(), authenticator.now())
        .map(each -> new FormOutcome(each, List.of(), "", ""))
        .orElseGet(() -> FormOutcome.refused(Say.text("factor.no-key")));
  }

  private FormOutcome confirm(Context ctx, Visitor visitor, Caller caller) {
    String name = visitor.name();
    Instant now = authenticator.now();
    Optional<FactorOffer> offer = factors.reopen(name, given(ctx, "offer"), now);
    return offer
        .map(
            each ->
                factors
                    .confirm(by(visitor), name, each, given(ctx, "code"), caller.session(), now)
                    .map(codes -> FormOutcome.coded(codes, Say.text("factor.confirmed")))
                    .orElseGet(
                        () ->
                            new FormOutcome(each, List.of(), "", Say.text("factor.not-confirmed"))))
        .orElseGet(() -> FormOutcome.refused(Say.text("factor.too-late")));
  }

  private FormOutcome renew(Visitor visitor) {
    return factors
        .renewCodes(by(visitor), visitor.name(), authenticator.now())
        .map(codes -> FormOutcome.coded(codes, Say.text("factor.renewed")))
        .orElseGet(FormOutcome::nothing);
  }

  private FormOutcome remove(Visitor visitor, Caller caller) {
    if (isNeeded(visitor) && identities.passkeys().list(visitor.name()).isEmpty()) {
      return FormOutcome.refused(Say.text("factor.needed-refused"));
    }
    boolean isRemoved =
        factors.removeApp(by(visitor), visitor.name(), caller.session(), authenticator.now());
    return isRemoved
        ? new FormOutcome(null, List.of(), Say.text("factor.removed"), "")
        : FormOutcome.nothing();
  }

  private boolean isNeeded(Visitor visitor) {
    return identities.find(visitor.name()).filter(identities::needsFactor).isPresent();
  }

  private void answer(Context ctx, Visitor visitor, FormOutcome came) {
    if (!authenticator.caller(ctx).bySession()) {
      ctx.redirect(Link.to(Address.SIGN_IN), HttpStatus.SEE_OTHER);
      return;
    }
    if (!came.trouble.isEmpty()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    FactorOffer offer = came.offer;
    templates.show(
        ctx,
        "people/factor",
        new FactorPage(
            frame.of(Say.text("factor.title"), visitor),
            false,
            isNeeded(visitor),
            factors.isOffered(),
            factors.listApps().get(visitor.name()),
            identities.passkeys().list(visitor.name()).size(),
            factors.countCodes(visitor.name()),
            authenticator.passkeys().server(ctx).isPresent(),
            offer == null
                ? null
                : OfferedFactor.of(offer, visitor.name(), SignInStepRoutes.host(ctx)),
            came.codes,
            came.done,
            came.trouble));
  }
}
