package org.parley.model.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// A commitment to a chance that nobody else can read.
///
/// It is the SHA-256 of the forecaster, the chance and a key, each on a line, in UTF-8. The key is
/// random, since there are few chances to try.
///
/// @param digest 64 hexadecimal digits, in lower case
public record Seal(String digest) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /// Validates the form.
  ///
  /// @throws InvalidValueException if it is no such digest
  public Seal {
    if (!FORM.matcher(digest).matches()) {
      throw new InvalidValueException(InvalidValue.Plain.NOT_A_SEAL, digest);
    }
  }

  /// The seal of a chance.
  ///
  /// @param forecaster the forecaster, as named in the forecast
  /// @param chance the chance, as written
  /// @param key a text that only the forecaster knows
  public static Seal of(String forecaster, Probability chance, String key) {
    try {
      byte[] text =
          (forecaster + "\n" + chance.said() + "\n" + key).getBytes(StandardCharsets.UTF_8);
      return new Seal(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return digest;
  }
}
