package org.parley.app;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.cli.team.ServerPlan;
import org.parley.oidc.OidcPlan;
import org.parley.oidc.Provider;
import org.parley.oidc.ProviderException;
import org.parley.operate.LogFields;
import org.parley.operate.ServerLog;
import org.parley.store.people.Accounts;
import org.parley.web.access.FederatedSignIn;
import org.parley.web.cases.HostedCases;
import org.parley.web.oidc.CaseRoleStore;
import org.parley.web.oidc.CasesRoleStore;
import org.parley.web.oidc.OidcSignIn;
import org.parley.web.oidc.RoleStore;

/// Sign-in by an OpenID provider, if one is configured. It is given its accounts once they are
/// open.
final class Federation implements AutoCloseable {

  private static final String SIGN_IN = "sign-in";
  private static final String ANSWER = "sign-in/oidc/answer";

  private final ServerPlan plan;
  private final InstantSource clock;
  private final @Nullable Provider provider;
  private volatile @Nullable FederatedSignIn signIn;

  Federation(ServerPlan plan, InstantSource clock) {
    OidcPlan oidc = plan.signIn().oidc();
    this.plan = plan;
    this.clock = clock;
    this.provider =
        oidc == null
            ? null
            : new Provider(oidc, () -> TeamServer.publicAddress(plan).resolve(ANSWER), clock);
  }

  /// With the accounts of the one case.
  void begin(Accounts people) {
    OidcPlan oidc = plan.signIn().oidc();
    if (oidc != null) {
      begin(oidc, people, new CaseRoleStore(oidc.roles(), people, clock));
    }
  }

  /// With the accounts of a server of many cases.
  void begin(Accounts people, HostedCases hosted) {
    OidcPlan oidc = plan.signIn().oidc();
    if (oidc != null) {
      begin(oidc, people, new CasesRoleStore(oidc.roles(), people, hosted, clock));
    }
  }

  private void begin(OidcPlan oidc, Accounts people, RoleStore roles) {
    Provider asked = provider;
    if (asked != null) {
      URI home = TeamServer.publicAddress(plan).resolve(SIGN_IN);
      signIn = new OidcSignIn(oidc, asked, people, roles, () -> home, clock);
      Thread.ofVirtual().start(() -> discover(asked));
    }
  }

  /// A provider that does not fit is found before somebody signs in; the server starts anyhow.
  private static void discover(Provider provider) {
    try {
      provider.discover();
    } catch (ProviderException e) {
      ServerLog.warn(
          LogFields.of("provider").with("fault", e.fault().word()).with("detail", e.detail()));
    }
  }

  /// It; empty if none is configured, or the accounts are not open yet.
  Optional<FederatedSignIn> signIn() {
    return Optional.ofNullable(signIn);
  }

  @Override
  public void close() {
    if (provider != null) {
      provider.close();
    }
  }
}
