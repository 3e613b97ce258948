package org.parley.oidc;

import java.util.Locale;

/// Why a provider did not say who somebody is.
public enum ProviderFault {
  /// It does not answer, in time or at all, or its answer is too long.
  AWAY,
  /// Its discovery document does not fit: another issuer, an address without TLS.
  UNFIT,
  /// Too many people are signing in right now.
  BUSY,
  /// The answer belongs to no sign-in that this browser has begun, or came too late.
  STATE,
  /// The answer was used before.
  REPLAY,
  /// The answer is that of another provider.
  ISSUER,
  /// The person was refused there, or stopped.
  DENIED,
  /// It answered with an error.
  ERROR,
  /// It takes this server for another: wrong id or secret.
  CLIENT,
  /// It does not accept the code.
  CODE,
  /// Its token does not hold.
  TOKEN,
  /// Its token does not name the groups.
  GROUPS;

  /// Its word in messages and logs.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it may work later, without anybody doing anything.
  public boolean isOutage() {
    return this == AWAY || this == BUSY;
  }
}
