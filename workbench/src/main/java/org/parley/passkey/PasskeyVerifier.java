package org.parley.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/// Verifies the answers of authenticators. Thread-safe.
public final class PasskeyVerifier {

  /// The algorithms that are taken, best known first (COSE): ES256, EdDSA, RS256.
  public static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

  private static final ObjectConverter CONVERTER = new ObjectConverter();
  private static final WebAuthnManager MANAGER =
      WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
  private static final AttestedCredentialDataConverter ATTESTED =
      new AttestedCredentialDataConverter(CONVERTER);
  private static final List<PublicKeyCredentialParameters> PARAMETERS =
      ALGORITHMS.stream()
          .map(
              each ->
                  new PublicKeyCredentialParameters(
                      PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(each)))
          .toList();
  private static final Set<String> TRANSPORTS =
      Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

  private PasskeyVerifier() {}

  /// Verifies a new passkey.
  ///
  /// @param challenge what the authenticator was asked, in base64url
  /// @throws PasskeyException if it is refused
  public static PasskeyKey register(RelyingParty server, String challenge, PasskeyAnswer answer)
      throws PasskeyException {
    RegistrationData data =
        checked(
            () ->
                MANAGER.verifyRegistrationResponseJSON(
                    answer.json(),
                    new RegistrationParameters(
                        property(server, challenge), PARAMETERS, true, true)));
    AuthenticatorData<?> authenticator =
        Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
    AttestedCredentialData attested =
        Objects.requireNonNull(authenticator.getAttestedCredentialData());
    String credential = text(attested.getCredentialId());
    if (!credential.equals(answer.credential())) {
      throw new PasskeyException(PasskeyFault.UNREADABLE);
    }
    Set<AuthenticatorTransport> transports =
        Objects.requireNonNullElse(data.getTransports(), Set.of());
    return new PasskeyKey(
        credential,
        text(ATTESTED.convert(attested)),
        authenticator.getSignCount(),
        authenticator.isFlagBE(),
        transports.stream()
            .map(AuthenticatorTransport::getValue)
            .filter(TRANSPORTS::contains)
            .sorted()
            .toList());
  }

  /// Verifies that a passkey answered; returns its signature counter now.
  ///
  /// @param challenge what the authenticator was asked, in base64url
  /// @throws PasskeyException if it is refused
  public static long verify(
      RelyingParty server, String challenge, PasskeyKey key, PasskeyAnswer answer)
      throws PasskeyException {
    CredentialRecordImpl known =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            true,
            key.isSynced(),
            null,
            key.counter(),
            ATTESTED.convert(bytes(key.attested())),
            null,
            null,
            null,
            null);
    AuthenticationData data =
        checked(
            () ->
                MANAGER.verifyAuthenticationResponseJSON(
                    answer.json(),
                    new AuthenticationParameters(
                        property(server, challenge),
                        known,
                        List.of(bytes(key.credential())),
                        true,
                        true)));
    return Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
  }

  private static ServerProperty property(RelyingParty server, String challenge) {
    return ServerProperty.builder()
        .origin(new Origin(server.origin()))
        .rpId(server.id())
        .challenge(new DefaultChallenge(bytes(challenge)))
        .build();
  }

  private static <T> T checked(Supplier<T> verification) throws PasskeyException {
    try {
      return verification.get();
    } catch (VerificationException e) {
      throw new PasskeyException(fault(e), e);
    } catch (DataConversionException | IllegalArgumentException | NullPointerException e) {
      throw new PasskeyException(PasskeyFault.UNREADABLE, e);
    }
  }

  private static PasskeyFault fault(VerificationException e) {
    return switch (e) {
      case BadChallengeException _ -> PasskeyFault.CHALLENGE;
      case BadOriginException _ -> PasskeyFault.ORIGIN;
      case CrossOriginException _ -> PasskeyFault.ORIGIN;
      case BadRpIdException _ -> PasskeyFault.RELYING_PARTY;
      case UserNotVerifiedException _ -> PasskeyFault.UNVERIFIED;
      case UserNotPresentException _ -> PasskeyFault.UNVERIFIED;
      case BadSignatureException _ -> PasskeyFault.SIGNATURE;
      case MaliciousCounterValueException _ -> PasskeyFault.COUNTER;
      default -> PasskeyFault.FORBIDDEN;
    };
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
