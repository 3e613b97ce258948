package org.parley.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One sign-in that a browser has begun. The browser keeps its secret; state, nonce and PKCE
/// verifier are digests of it. So they are bound to the browser, and the server keeps nothing.
///
/// @param secret 256 random bits and the second of the beginning, as the browser keeps them
public record SignInAttempt(String secret) {

  /// How long somebody may take at the provider.
  public static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int SECRET_BYTES = 32;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}\\.(\\d{1,12})");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /// Begins one.
  public static SignInAttempt begin(Instant now) {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return new SignInAttempt(BASE64.encodeToString(bytes) + "." + now.getEpochSecond());
  }

  /// The one that a browser began; empty if it began none, or took too long.
  public static Optional<SignInAttempt> find(String kept, Instant now) {
    Matcher parts = SECRET.matcher(kept);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long age = now.getEpochSecond() - Long.parseLong(parts.group(1));
    return age < 0 || age > LONGEST.toSeconds()
        ? Optional.empty()
        : Optional.of(new SignInAttempt(kept));
  }

  /// The state that the answer has to carry.
  String state() {
    return digest("state");
  }

  /// The nonce that the ID token has to carry.
  String nonce() {
    return digest("nonce");
  }

  /// The PKCE verifier that the code is exchanged with.
  String verifier() {
    return digest("verifier");
  }

  /// A name that tells it from others, and opens nothing.
  public String id() {
    return digest("id");
  }

  private String digest(String purpose) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return BASE64.encodeToString(
          sha.digest((purpose + "." + secret).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "SignInAttempt";
  }
}
