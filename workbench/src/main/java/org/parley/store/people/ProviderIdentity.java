package org.parley.store.people;

import java.time.Instant;

/// Who an account is at an OpenID provider.
///
/// @param account the name of the account
/// @param issuer the provider
/// @param subject the identifier that the provider never gives to somebody else
/// @param created when they were connected
public record ProviderIdentity(String account, String issuer, String subject, Instant created) {}
