package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import org.parley.passkey.RelyingParty;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.Passkey;
import org.parley.store.people.Passkeys;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Authenticator.Caller;
import org.parley.web.access.PasskeySteps;
import org.parley.web.access.PasskeySteps.AddedPasskey;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.people.PasskeysPage;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Say;

/// One's own passkeys: added and removed, each time with the own password, as other factors are.
final class OwnPasskeyRoutes {

  private final AccountAuthenticator authenticator;
  private final Accounts identities;
  private final PasskeySteps passkeys;
  private final Templates templates;
  private final OwnFrame frame;

  OwnPasskeyRoutes(AccountAuthenticator authenticator, Templates templates, OwnFrame frame) {
    this.authenticator = authenticator;
    this.identities = authenticator.identities();
    this.passkeys = authenticator.passkeys();
    this.templates = templates;
    this.frame = frame;
  }

  void addTo(Routes routes) {
    String path = Address.OWN_PASSKEYS.path();
    routes.add(
        new Route("GET", path, Access.READ, Kind.PAGE, "one's own passkeys"),
        (ctx, visitor) -> show(ctx, visitor, FormOutcome.NOTHING));
    routes.add(
        new Route("POST", path, Access.READ, Kind.PAGE, "changes one's own passkeys"),
        (ctx, visitor) -> show(ctx, visitor, change(ctx, visitor)));
    routes.add(
        new Route(
            "POST",
            Address.OWN_CHALLENGE.path(),
            Access.READ,
            Kind.PAGE,
            "asks a device for a new passkey"),
        this::ask);
  }

  /// The outcome of a form.
  private record FormOutcome(List<String> codes, String done, String trouble) {
    static final FormOutcome NOTHING = new FormOutcome(List.of(), "", "");

    static FormOutcome refused(String why) {
      return new FormOutcome(List.of(), "", why);
    }
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  /// Why the own password does not do; empty if it does.
  private String troubleOfPassword(Context ctx, Visitor visitor) {
    long wait =
        authenticator.checkOwn(authenticator.caller(ctx), visitor.name(), given(ctx, "password"));
    return wait == 0 ? "" : Say.text("cases.own.wrong", "seconds", Math.max(0, wait));
  }

  private void ask(Context ctx, Visitor visitor) {
    Caller caller = authenticator.caller(ctx);
    RelyingParty server = passkeys.server(ctx).orElse(null);
    if (!caller.bySession() || server == null) {
      PasskeyRoutes.refuse(ctx, HttpStatus.NOT_FOUND, PasskeyRoutes.absent());
      return;
    }
    String trouble = troubleOfPassword(ctx, visitor);
    if (trouble.isEmpty() && own(visitor).size() >= Passkeys.MOST) {
      trouble = Say.text("passkey.most", "count", Passkeys.MOST);
    }
    if (trouble.isEmpty()) {
      PasskeyRoutes.json(ctx, passkeys.askToAdd(caller, visitor.name(), server));
    } else {
      PasskeyRoutes.refuse(ctx, HttpStatus.UNPROCESSABLE_CONTENT, trouble);
    }
  }

  private List<Passkey> own(Visitor visitor) {
    return identities.passkeys().list(visitor.name());
  }

  private FormOutcome change(Context ctx, Visitor visitor) {
    Caller caller = authenticator.caller(ctx);
    if (!caller.bySession()) {
      return FormOutcome.NOTHING;
    }
    if (given(ctx, "_do").equals("add")) {
      return add(ctx, visitor, caller);
    }
    return given(ctx, "passkey").isEmpty()
        ? FormOutcome.NOTHING
        : remove(ctx, visitor, caller, given(ctx, "passkey"));
  }

  private FormOutcome add(Context ctx, Visitor visitor, Caller caller) {
    RelyingParty server = passkeys.server(ctx).orElse(null);
    Account account = identities.find(visitor.name()).orElse(null);
    if (server == null || account == null) {
      return FormOutcome.refused(PasskeyRoutes.absent());
    }
    AddedPasskey added =
        passkeys.add(ctx, caller, account, server, given(ctx, "name"), given(ctx, "answer"));
    return added.fault() == null
        ? new FormOutcome(added.codes(), Say.text("passkey.added"), "")
        : FormOutcome.refused(PasskeyRoutes.refused(added.fault()));
  }

  private FormOutcome remove(Context ctx, Visitor visitor, Caller caller, String id) {
    String trouble = troubleOfPassword(ctx, visitor);
    if (!trouble.isEmpty()) {
      return FormOutcome.refused(trouble);
    }
    if (isLastOfNeeded(visitor)) {
      return FormOutcome.refused(Say.text("passkey.needed"));
    }
    AccountEditor by = new AccountEditor(visitor.name(), visitor.role().word());
    return identities
        .passkeys()
        .remove(by, visitor.name(), id, caller.session(), authenticator.now())
        .map(
            each ->
                new FormOutcome(List.of(), Say.text("passkey.removed", "name", each.name()), ""))
        .orElseGet(() -> FormOutcome.refused(Say.text("passkey.gone")));
  }

  /// Whether a role must have a factor, and one passkey is all there is.
  private boolean isLastOfNeeded(Visitor visitor) {
    return own(visitor).size() == 1
        && !identities.factors().listApps().containsKey(visitor.name())
        && identities.find(visitor.name()).filter(identities::needsFactor).isPresent();
  }

  private void show(Context ctx, Visitor visitor, FormOutcome came) {
    if (!authenticator.caller(ctx).bySession()) {
      ctx.redirect(Link.to(Address.SIGN_IN), HttpStatus.SEE_OTHER);
      return;
    }
    if (!came.trouble.isEmpty()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    templates.show(
        ctx,
        "people/passkeys",
        new PasskeysPage(
            frame.of(Say.text("passkey.title"), visitor),
            passkeys.server(ctx).map(RelyingParty::id).orElse(""),
            own(visitor),
            came.codes,
            came.done,
            came.trouble));
  }
}
