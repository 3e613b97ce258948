package org.parley.web.oidc;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.oidc.KnownPerson;
import org.parley.store.people.AccountEditor;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Authenticator.Caller;
import org.parley.web.access.FederatedSignIn;
import org.parley.web.view.Say;

/// Which accounts sign in by a provider, for those who give accounts.
///
/// To connect an account with somebody is to let them in, so the own password is asked for. Those
/// whom no password lets in are not asked.
public final class Connections {

  private final AccountAuthenticator authenticator;

  public Connections(AccountAuthenticator authenticator) {
    this.authenticator = authenticator;
  }

  /// The result of an action, in words.
  ///
  /// @param done what was done; empty for nothing
  /// @param trouble why nothing was; empty if it was done
  public record ConnectionOutcome(String done, String trouble) {
    private static ConnectionOutcome refused(String key) {
      return new ConnectionOutcome("", Say.text(key));
    }
  }

  /// The provider as the button names it; empty for passwords alone.
  public String provider() {
    return authenticator.federation().map(FederatedSignIn::label).orElse("");
  }

  /// The identifiers of the connected accounts, by their names.
  public Map<String, String> subjects() {
    Map<String, String> subjects = new TreeMap<>();
    if (!provider().isEmpty()) {
      authenticator
          .identities()
          .identities()
          .list()
          .forEach((name, identity) -> subjects.put(name, identity.subject()));
    }
    return subjects;
  }

  /// The provider of somebody whom no password lets in; empty for others.
  public String providerOf(String account) {
    return authenticator
        .federation()
        .filter(each -> !each.letsPasswordIn(account))
        .map(FederatedSignIn::label)
        .orElse("");
  }

  /// Connects an account with somebody.
  ///
  /// @param own the password of the editor
  public ConnectionOutcome connect(
      AccountEditor by, Caller caller, String account, String subject, String own) {
    Optional<FederatedSignIn> other = authenticator.federation();
    if (other.isEmpty() || !KnownPerson.isSubject(subject)) {
      return ConnectionOutcome.refused("signin.connect.no-subject");
    }
    if (!caller.bySession()) {
      return ConnectionOutcome.refused("signin.connect.program");
    }
    if (providerOf(by.who()).isEmpty()) {
      long wait = authenticator.checkOwn(caller, by.who(), own);
      if (wait != 0) {
        return new ConnectionOutcome("", Say.text("cases.own.wrong", "seconds", Math.max(0, wait)));
      }
    }
    return authenticator
            .identities()
            .identities()
            .connect(by, account, other.get().service(), subject, authenticator.now())
        ? new ConnectionOutcome(
            Say.text("signin.connected.done", "account", account, "provider", provider()), "")
        : ConnectionOutcome.refused("signin.connect.taken");
  }

  /// Disconnects an account, and ends its sessions.
  public ConnectionOutcome disconnect(AccountEditor by, String account) {
    if (!authenticator.identities().identities().remove(by, account, authenticator.now())) {
      return ConnectionOutcome.refused("signin.connect.not");
    }
    authenticator.identities().endAll(account);
    return new ConnectionOutcome(
        Say.text("signin.disconnected.done", "account", account, "provider", provider()), "");
  }
}
