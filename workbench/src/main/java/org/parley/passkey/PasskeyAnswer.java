package org.parley.passkey;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The answer of an authenticator as a page sends it, not verified yet.
///
/// @param credential the credential id, in base64url
/// @param handle the user handle, in base64url; null if the authenticator named none
/// @param json all of it: `AuthenticationResponseJSON` or `RegistrationResponseJSON`
public record PasskeyAnswer(String credential, @Nullable String handle, String json) {

  /// The longest answer: credential ids have up to 1,023 bytes, keys a few hundred.
  public static final int LONGEST = 20_000;

  private static final JsonMapper MAPPER = new JsonMapper();

  /// The answer in a text.
  ///
  /// @throws PasskeyException if it is none
  public static PasskeyAnswer read(String json) throws PasskeyException {
    if (json.length() > LONGEST) {
      throw new PasskeyException(PasskeyFault.UNREADABLE);
    }
    try {
      JsonNode tree = MAPPER.readTree(json);
      String credential = tree.path("id").asString("");
      String handle = tree.path("response").path("userHandle").asString("");
      if (credential.isEmpty()) {
        throw new PasskeyException(PasskeyFault.UNREADABLE);
      }
      return new PasskeyAnswer(credential, handle.isEmpty() ? null : handle, json);
    } catch (JacksonException e) {
      throw new PasskeyException(PasskeyFault.UNREADABLE, e);
    }
  }
}
