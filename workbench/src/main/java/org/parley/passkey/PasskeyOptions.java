package org.parley.passkey;

import java.util.List;

/// The questions to a browser, in the JSON of the specification.
public final class PasskeyOptions {

  /// How long a person may take.
  public static final int TIMEOUT_MILLIS = 300_000;

  private static final String KEY = "public-key";

  private PasskeyOptions() {}

  /// A server.
  public record RelyingPartyName(String id, String name) {}

  /// The owner of a new passkey.
  ///
  /// @param id the user handle: random, so that it tells nothing of its owner
  public record Owner(String id, String name, String displayName) {}

  /// An algorithm.
  public record Algorithm(String type, int alg) {}

  /// A passkey that is known.
  public record Descriptor(String type, String id, List<String> transports) {
    public Descriptor {
      transports = List.copyOf(transports);
    }
  }

  /// The duties of the authenticator: to keep the passkey so that it is found without a name, and
  /// to verify its owner.
  public record AuthenticatorDuties(
      String residentKey, boolean requireResidentKey, String userVerification) {}

  /// `PublicKeyCredentialCreationOptionsJSON`.
  public record Creation(
      RelyingPartyName rp,
      Owner user,
      String challenge,
      List<Algorithm> pubKeyCredParams,
      int timeout,
      List<Descriptor> excludeCredentials,
      AuthenticatorDuties authenticatorSelection,
      String attestation) {
    public Creation {
      pubKeyCredParams = List.copyOf(pubKeyCredParams);
      excludeCredentials = List.copyOf(excludeCredentials);
    }
  }

  /// `PublicKeyCredentialRequestOptionsJSON`.
  public record Request(
      String challenge,
      int timeout,
      String rpId,
      List<Descriptor> allowCredentials,
      String userVerification) {
    public Request {
      allowCredentials = List.copyOf(allowCredentials);
    }
  }

  /// Asks for a new passkey.
  ///
  /// @param handle the user handle of the account
  /// @param account its name, as the device shows it
  /// @param known those that it has
  public static Creation create(
      RelyingParty server,
      String challenge,
      String handle,
      String account,
      List<PasskeyKey> known) {
    return new Creation(
        new RelyingPartyName(server.id(), "Parley"),
        new Owner(handle, account, account),
        challenge,
        PasskeyVerifier.ALGORITHMS.stream().map(each -> new Algorithm(KEY, each)).toList(),
        TIMEOUT_MILLIS,
        descriptors(known),
        new AuthenticatorDuties("required", true, "required"),
        "none");
  }

  /// Asks for an answer of a passkey.
  ///
  /// @param known those that may answer; empty for any that the device has for the server
  public static Request request(RelyingParty server, String challenge, List<PasskeyKey> known) {
    return new Request(challenge, TIMEOUT_MILLIS, server.id(), descriptors(known), "required");
  }

  private static List<Descriptor> descriptors(List<PasskeyKey> known) {
    return known.stream()
        .map(each -> new Descriptor(KEY, each.credential(), each.transports()))
        .toList();
  }
}
