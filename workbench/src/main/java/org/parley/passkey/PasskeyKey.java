package org.parley.passkey;

import java.util.List;

/// The public part of a passkey, as it is stored. Texts are Base64 for addresses (base64url).
///
/// @param credential the credential id
/// @param attested the attested credential data: model of the authenticator, credential id, COSE
///   key
/// @param counter the signature counter
/// @param isSynced whether it may be copied to other devices of its owner (backup eligible)
/// @param transports how the authenticator is reached, as the browser said
public record PasskeyKey(
    String credential, String attested, long counter, boolean isSynced, List<String> transports) {
  public PasskeyKey {
    transports = List.copyOf(transports);
  }
}
