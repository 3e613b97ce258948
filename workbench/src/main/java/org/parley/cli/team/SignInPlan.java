package org.parley.cli.team;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.store.people.FactorKey;

/// What is asked of those who sign in.
///
/// @param rolesWithFactor the roles that must have a second factor
/// @param factorKey the key that seals second factors; null for one beside the journal
public record SignInPlan(Set<String> rolesWithFactor, @Nullable FactorKey factorKey) {

  /// Nothing but a password.
  public static final SignInPlan USUAL = new SignInPlan(Set.of(), null);

  public SignInPlan {
    rolesWithFactor = Set.copyOf(rolesWithFactor);
  }
}
