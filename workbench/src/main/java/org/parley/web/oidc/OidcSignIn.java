package org.parley.web.oidc;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.oidc.KnownPerson;
import org.parley.oidc.OidcPlan;
import org.parley.oidc.Provider;
import org.parley.oidc.ProviderException;
import org.parley.oidc.ProviderFault;
import org.parley.oidc.RoleTable.GivenRole;
import org.parley.oidc.SignInAttempt;
import org.parley.operate.LogFields;
import org.parley.operate.ServerLog;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.ProviderIdentity;
import org.parley.web.access.FederatedSignIn;

/// Sign-in by an OpenID provider. Thread-safe.
///
/// A browser keeps the secret of its attempt, and an attempt concludes once. Then the account of
/// issuer and subject is looked up, and its roles become those of its groups.
public final class OidcSignIn implements FederatedSignIn {

  /// Who changes accounts here, in the audit.
  static final AccountEditor BY = new AccountEditor("provider", "operator");

  private static final String UNKNOWN = "unknown";
  private static final String NO_ROLE = "no-role";

  private final OidcPlan plan;
  private final Provider provider;
  private final Accounts identities;
  private final RoleStore roles;
  private final Supplier<URI> home;
  private final InstantSource clock;
  private final UsedAttempts used = new UsedAttempts();

  /// @param identities the accounts that sign in
  /// @param roles theirs
  /// @param home the page to sign in, as browsers reach it
  public OidcSignIn(
      OidcPlan plan,
      Provider provider,
      Accounts identities,
      RoleStore roles,
      Supplier<URI> home,
      InstantSource clock) {
    this.plan = plan;
    this.provider = provider;
    this.identities = identities;
    this.roles = roles;
    this.home = home;
    this.clock = clock;
  }

  @Override
  public String label() {
    return plan.label();
  }

  @Override
  public String service() {
    return plan.issuer().toString();
  }

  /// Where groups give roles, a password must not outlast them.
  @Override
  public boolean letsPasswordIn(String account) {
    return plan.passwordsFor().contains(account)
        || (!plan.isOnly() && (plan.roles().isEmpty() || !identities.identities().has(account)));
  }

  @Override
  public PasswordForm passwordForm() {
    return !plan.isOnly()
        ? PasswordForm.SHOWN
        : plan.passwordsFor().isEmpty() ? PasswordForm.NONE : PasswordForm.FOLDED;
  }

  @Override
  public Beginning begin() {
    SignInAttempt attempt = SignInAttempt.begin(clock.instant());
    try {
      return new SentThere(provider.authorization(attempt), attempt.secret());
    } catch (ProviderException e) {
      return refused(e);
    }
  }

  @Override
  public Conclusion conclude(@Nullable String secret, Map<String, List<String>> parameters) {
    Optional<SignInAttempt> begun =
        SignInAttempt.find(secret == null ? "" : secret, clock.instant())
            .filter(each -> Provider.isAnswerTo(each, parameters));
    if (begun.isEmpty()) {
      return refused(ProviderFault.STATE);
    }
    if (!used.use(begun.get().id())) {
      return refused(ProviderFault.REPLAY);
    }
    try {
      return admit(provider.person(begun.get(), parameters));
    } catch (ProviderException e) {
      return refused(e);
    }
  }

  private static Refused refused(ProviderFault fault) {
    return new Refused(fault.word(), "", fault.isOutage(), "", "");
  }

  /// Those who run the server are told why, without a name.
  private static Refused refused(ProviderException e) {
    ServerLog.warn(
        LogFields.of("sign-in-by-provider")
            .with("fault", e.fault().word())
            .with("detail", e.detail()));
    return new Refused(e.fault().word(), e.words(), e.fault().isOutage(), "", "");
  }

  private Conclusion admit(KnownPerson person) {
    Optional<Account> known = identities.identities().find(person.issuer(), person.subject());
    if (plan.roles().isEmpty()) {
      return known
          .<Conclusion>map(each -> new SignedIn(each.name(), person.subject()))
          .orElseGet(() -> stranger(person, UNKNOWN));
    }
    Optional<GivenRole> role = roles.find(person.groups());
    if (role.isEmpty()) {
      known.ifPresent(roles::withdraw);
      return known
          .<Conclusion>map(each -> new Refused(NO_ROLE, "", false, person.subject(), each.name()))
          .orElseGet(() -> stranger(person, NO_ROLE));
    }
    return known
        .or(() -> plan.makesAccounts() ? make(person, role.get()) : Optional.empty())
        .<Conclusion>map(each -> given(each, role.get(), person))
        .orElseGet(() -> stranger(person, UNKNOWN));
  }

  private SignedIn given(Account account, GivenRole role, KnownPerson person) {
    roles.give(account, role, person.groups());
    return new SignedIn(account.name(), person.subject());
  }

  private static Refused stranger(KnownPerson person, String why) {
    return new Refused(why, "", false, person.subject(), "");
  }

  /// Makes an account under the first free name; empty if none is.
  private Optional<Account> make(KnownPerson person, GivenRole role) {
    Instant now = clock.instant();
    Optional<String> name = AccountNames.of(person.name()).filter(roles::isFree).findFirst();
    name.ifPresent(
        each ->
            identities
                .identities()
                .add(
                    BY,
                    new ProviderIdentity(each, person.issuer(), person.subject(), now),
                    role.role(),
                    role.party()));
    // another request may have been faster
    return identities.identities().find(person.issuer(), person.subject());
  }

  @Override
  public Optional<URI> signOutAddress() {
    return provider.signOut(home.get());
  }
}
