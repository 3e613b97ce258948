package org.parley.store.people;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.parley.casefile.folder.PrivateFiles;

/// The key that seals the secrets of second factors (AES-256 in GCM). It lies outside the database,
/// so a copy of the database makes no codes.
public final class FactorKey {

  /// The shortest text of a key.
  public static final int LEAST_LENGTH = 32;

  /// The ending of the file that a key is made in, beside the journal.
  public static final String ENDING = ".factor-key";

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private FactorKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /// The key of a text of random characters.
  ///
  /// @throws IllegalArgumentException if it is shorter than [#LEAST_LENGTH], with advice
  public static FactorKey of(String text) {
    if (text.length() < LEAST_LENGTH) {
      throw new IllegalArgumentException(
          "The key of second factors has "
              + text.length()
              + " characters. Maybe make one of at least "
              + LEAST_LENGTH
              + ": openssl rand -base64 32");
    }
    try {
      return new FactorKey(
          MessageDigest.getInstance("SHA-256")
              .digest(("parley second factors " + text).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The key in a file, made if there is none: readable by its owner alone.
  ///
  /// @throws IOException if it can neither be read nor made
  public static FactorKey inFile(Path file) throws IOException {
    PrivateFiles.make(file);
    if (Files.size(file) == 0) {
      byte[] bytes = new byte[KEY_BYTES];
      RANDOM.nextBytes(bytes);
      Files.writeString(file, Base64.getEncoder().encodeToString(bytes) + "\n");
    }
    return of(Files.readString(file).strip());
  }

  /// Seals a text.
  ///
  /// @param purpose what it is sealed for; it opens for nothing else
  String seal(String purpose, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose);
      byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing a second factor", e);
    }
  }

  /// The text that was sealed; empty if another key sealed it, or it was for another purpose.
  Optional<String> open(String purpose, String sealed) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(sealed);
      if (all.length < NONCE_BYTES) {
        return Optional.empty();
      }
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), purpose);
      byte[] text = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
