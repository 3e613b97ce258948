package org.parley.store.cipher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.parley.casefile.folder.PrivateFiles;

/// The key that an operator keeps for the files of journals: random bytes, or a passphrase. Each
/// file has a key of its own, derived from it. Thread-safe.
public final class JournalKey {

  /// The derivation from random bytes.
  static final String HKDF = "hkdf-sha256";

  /// The shortest key in bytes.
  public static final int LEAST_BYTES = 16;

  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int CHECK_BYTES = 16;

  /// The fewest values of bytes in a key: a random one of [#LEAST_BYTES] has fewer than that once
  /// in 10^8.
  private static final int LEAST_VALUES = 8;

  /// The second recommended choice of RFC 9106.
  private static final String ARGON2 = "argon2id-m65536-t3-p4";

  private static final Pattern STRETCHED =
      Pattern.compile("argon2id-m(\\d{1,7})-t(\\d{1,2})-p(\\d{1,2})");

  /// The most memory that a header may ask for, in KiB.
  private static final int MOST_MEMORY = 1 << 20;

  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret;
  private final boolean isPassphrase;

  /// Derived secrets, by derivation and salt: stretching a passphrase takes long.
  private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

  private JournalKey(byte[] secret, boolean isPassphrase) {
    this.secret = secret.clone();
    this.isPassphrase = isPassphrase;
  }

  /// The key of random bytes, as hexadecimal digits or Base64.
  ///
  /// @throws IllegalArgumentException if it has fewer than 128 bits, with advice
  public static JournalKey ofText(String text) {
    byte[] bytes = bytes(text.strip());
    if (bytes.length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "the key of the journal is no text of at least "
              + LEAST_BYTES * 8
              + " random bits, in Base64 or hexadecimal digits. Maybe make one with parley journal"
              + " key FILE, or openssl rand -base64 32; a passphrase is for --ask-passphrase");
    }
    if (countValues(bytes) < LEAST_VALUES) {
      throw new IllegalArgumentException(
          "the key of the journal repeats few characters, so it is not random. Maybe make one with"
              + " parley journal key FILE, or openssl rand -base64 32");
    }
    return new JournalKey(bytes, false);
  }

  private static byte[] bytes(String text) {
    if (HEX.matcher(text).matches()) {
      return HexFormat.of().parseHex(text);
    }
    try {
      return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static int countValues(byte[] bytes) {
    boolean[] there = new boolean[256];
    int count = 0;
    for (byte each : bytes) {
      count += there[each & 0xff] ? 0 : 1;
      there[each & 0xff] = true;
    }
    return count;
  }

  /// The key of a passphrase. Cost of the first use for a file: 64 MiB of memory and some tenths of
  /// a second, on purpose.
  public static JournalKey ofPassphrase(char[] words) {
    return new JournalKey(new String(words).getBytes(StandardCharsets.UTF_8), true);
  }

  /// Makes a key of 256 random bits in a file that its owner alone may read.
  ///
  /// @throws FileAlreadyExistsException if there is a file
  public static void create(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(
          file.toString(), null, "it is there already. Maybe name another file");
    }
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    PrivateFiles.make(file);
    Files.writeString(file, Base64.getEncoder().encodeToString(bytes) + "\n");
  }

  /// Whether it is a passphrase.
  public boolean isPassphrase() {
    return isPassphrase;
  }

  /// The header of a new file under this key.
  public CipherHeader newHeader() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    String derivation = isPassphrase ? ARGON2 : HKDF;
    CipherHeader blank = new CipherHeader(derivation, HexFormat.of().formatHex(salt), "");
    return new CipherHeader(derivation, blank.salt(), check(blank));
  }

  /// The password of the file for H2; empty if the file has another key.
  public Optional<String> filePassword(CipherHeader header) {
    if (header.isOfPassphrase() != isPassphrase
        || !MessageDigest.isEqual(
            check(header).getBytes(StandardCharsets.US_ASCII),
            header.check().getBytes(StandardCharsets.US_ASCII))) {
      return Optional.empty();
    }
    return Optional.of(expand(header, "parley journal file", KEY_BYTES));
  }

  private String check(CipherHeader header) {
    return expand(header, "parley journal check", CHECK_BYTES);
  }

  private String expand(CipherHeader header, String purpose, int length) {
    SecretKey key =
        derived.computeIfAbsent(header.derivation() + " " + header.salt(), _ -> extract(header));
    return HexFormat.of()
        .formatHex(
            derive(
                HKDFParameterSpec.expandOnly(
                    key, purpose.getBytes(StandardCharsets.US_ASCII), length)));
  }

  private SecretKey extract(CipherHeader header) {
    byte[] salt = header.saltBytes();
    byte[] material = isPassphrase ? stretched(header.derivation(), salt) : secret;
    return new SecretKeySpec(
        derive(HKDFParameterSpec.ofExtract().addIKM(material).addSalt(salt).extractOnly()), "HKDF");
  }

  private static byte[] derive(HKDFParameterSpec what) {
    try {
      return KDF.getInstance("HKDF-SHA256").deriveData(what);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has HKDF-SHA256", e);
    }
  }

  /// Whether this program knows a derivation, and may afford it.
  static boolean derives(String derivation) {
    Matcher parts = STRETCHED.matcher(derivation);
    return derivation.equals(HKDF)
        || (parts.matches()
            && Integer.parseInt(parts.group(1)) <= MOST_MEMORY
            && Integer.parseInt(parts.group(2)) >= 1
            && Integer.parseInt(parts.group(3)) >= 1);
  }

  private byte[] stretched(String derivation, byte[] salt) {
    Matcher parts = STRETCHED.matcher(derivation);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no derivation from a passphrase: " + derivation);
    }
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(Integer.parseInt(parts.group(1)))
            .withIterations(Integer.parseInt(parts.group(2)))
            .withParallelism(Integer.parseInt(parts.group(3)))
            .withSalt(salt)
            .build());
    byte[] hash = new byte[KEY_BYTES];
    generator.generateBytes(secret, hash);
    return hash;
  }
}
