package org.parley.store.cipher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first block of an encrypted file. H2 writes its own mark and salt there, and leaves the rest
/// to us.
///
/// @param derivation how the key of the file is derived: `hkdf-sha256` or `argon2id-m65536-t3-p4`
/// @param salt 16 random bytes, in hexadecimal digits
/// @param check tells the right key from a wrong one, in hexadecimal digits
public record CipherHeader(String derivation, String salt, String check) {

  /// The length of the header in bytes.
  public static final int LENGTH = 4096;

  private static final byte[] MARK = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);
  private static final int H2_SALT_LENGTH = 8;

  /// Where our line begins.
  private static final int LINE = 64;

  private static final int LONGEST_LINE = 256;
  private static final String FORMAT = "parley-journal-1";

  private static final Pattern TEXT =
      Pattern.compile(FORMAT + " ([a-z0-9-]{1,64}) ([0-9a-f]{32}) ([0-9a-f]{32})\n");

  private static final SecureRandom RANDOM = new SecureRandom();

  /// Reads the header of a file; empty if the file is not encrypted.
  ///
  /// @throws ForeignCipherException if another program, or a later Parley, encrypted it
  public static Optional<CipherHeader> read(FileChannel file)
      throws IOException, ForeignCipherException {
    ByteBuffer block = ByteBuffer.allocate(LENGTH);
    long at = 0;
    while (block.hasRemaining()) {
      int read = file.read(block, at);
      if (read < 0) {
        return Optional.empty();
      }
      at += read;
    }
    byte[] bytes = block.array();
    if (!Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
      return Optional.empty();
    }
    String text = new String(bytes, LINE, LONGEST_LINE, StandardCharsets.ISO_8859_1);
    Matcher parts = TEXT.matcher(text.substring(0, text.indexOf('\n') + 1));
    if (!parts.matches() || !JournalKey.derives(parts.group(1))) {
      throw new ForeignCipherException();
    }
    return Optional.of(new CipherHeader(parts.group(1), parts.group(2), parts.group(3)));
  }

  /// Writes the header into an empty file.
  public void write(FileChannel file) throws IOException {
    byte[] block = Arrays.copyOf(MARK, LENGTH);
    byte[] salt = new byte[H2_SALT_LENGTH];
    RANDOM.nextBytes(salt);
    System.arraycopy(salt, 0, block, MARK.length, H2_SALT_LENGTH);
    byte[] line =
        (FORMAT + " " + derivation + " " + salt() + " " + check + "\n")
            .getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(line, 0, block, LINE, line.length);
    ByteBuffer all = ByteBuffer.wrap(block);
    long at = 0;
    while (all.hasRemaining()) {
      at += file.write(all, at);
    }
  }

  /// Whether the key is derived from a passphrase.
  public boolean isOfPassphrase() {
    return !derivation.equals(JournalKey.HKDF);
  }

  byte[] saltBytes() {
    return HexFormat.of().parseHex(salt);
  }
}
