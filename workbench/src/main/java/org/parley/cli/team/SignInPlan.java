package org.parley.cli.team;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.oidc.OidcPlan;
import org.parley.store.people.Accounts;
import org.parley.store.people.FactorKey;

/// The rules of signing in.
///
/// @param rolesWithFactor the roles that must have a second factor
/// @param factorKey the key that seals second factors; null for one beside the journal
/// @param idle how long a session lasts without use
/// @param oidc the OpenID provider that people sign in with; null for none
/// @param passkeyOrigin the origin that passkeys are made for; null for that of the first name
public record SignInPlan(
    Set<String> rolesWithFactor,
    @Nullable FactorKey factorKey,
    Duration idle,
    @Nullable OidcPlan oidc,
    @Nullable URI passkeyOrigin) {

  /// Nothing but a password.
  public static final SignInPlan USUAL = new SignInPlan(Set.of(), null, Accounts.IDLE, null, null);

  public SignInPlan {
    rolesWithFactor = Set.copyOf(rolesWithFactor);
  }
}
