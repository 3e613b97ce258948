package org.parley.cli.team;

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
public record SignInPlan(
    Set<String> rolesWithFactor,
    @Nullable FactorKey factorKey,
    Duration idle,
    @Nullable OidcPlan oidc) {

  /// Nothing but a password.
  public static final SignInPlan USUAL = new SignInPlan(Set.of(), null, Accounts.IDLE, null);

  public SignInPlan {
    rolesWithFactor = Set.copyOf(rolesWithFactor);
  }
}
