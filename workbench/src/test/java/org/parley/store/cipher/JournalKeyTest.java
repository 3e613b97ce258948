package org.parley.store.cipher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class JournalKeyTest {

  private static final String HEX = "000102030405060708090a0b0c0d0e0f";
  private static final String BASE64 = "AAECAwQFBgcICQoLDA0ODw==";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "correct horse battery staple",
        "000102030405060708090a0b0c0d0e",
        "AAECAwQFBgcICQoLDA0O",
        "00000000000000000000000000000000",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void aKeyOfFewerThan128RandomBitsIsRefused(String text) {
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> JournalKey.ofText(text))
                .getMessage());
    assertTrue(said.contains("Maybe make one with parley journal key"), said);
    assertTrue(text.isEmpty() || !said.contains(text), said);
  }

  /// Both spell the bytes 0 to 15.
  @Test
  void digitsAndBase64AreTheSameKey() {
    CipherHeader header = JournalKey.ofText(HEX).newHeader();
    String password = JournalKey.ofText(HEX).filePassword(header).orElseThrow();
    assertEquals(64, password.length());
    assertEquals(Optional.of(password), JournalKey.ofText(BASE64).filePassword(header));
    assertEquals(
        Optional.of(password),
        JournalKey.ofText(HEX.toUpperCase(Locale.ROOT)).filePassword(header));
  }

  @Test
  void eachFileHasAPasswordOfItsOwn() {
    JournalKey key = JournalKey.ofText(HEX);
    CipherHeader one = key.newHeader();
    CipherHeader other = key.newHeader();
    assertNotEquals(key.filePassword(one), key.filePassword(other));
    assertNotEquals(one.check(), other.check());
  }

  @Test
  void anotherKeyIsNotTaken() {
    CipherHeader header = JournalKey.ofText(HEX).newHeader();
    JournalKey other = JournalKey.ofText("ff0102030405060708090a0b0c0d0e0f");
    assertEquals(Optional.empty(), other.filePassword(header));
    assertEquals(Optional.empty(), JournalKey.ofPassphrase(HEX.toCharArray()).filePassword(header));
  }

  /// At the cost that RFC 9106 recommends second: t=3, p=4, 64 MiB.
  @Test
  void aPassphraseIsStretched() {
    JournalKey key = JournalKey.ofPassphrase("four words in a row".toCharArray());
    CipherHeader header = key.newHeader();
    assertEquals("argon2id-m65536-t3-p4", header.derivation());
    assertTrue(header.isOfPassphrase());
    assertEquals(
        key.filePassword(header),
        JournalKey.ofPassphrase("four words in a row".toCharArray()).filePassword(header));
    assertEquals(
        Optional.empty(),
        JournalKey.ofPassphrase("four words in a roW".toCharArray()).filePassword(header));
  }

  @Test
  void aMadeKeyIsForItsOwnerAlone() throws Exception {
    Path file = folder.resolve("made.key");
    JournalKey.create(file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    String text = Files.readString(file);
    assertFalse(JournalKey.ofText(text).isPassphrase());
    assertThrows(FileAlreadyExistsException.class, () -> JournalKey.create(file));
    assertEquals(text, Files.readString(file));
  }

  private Path written(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private static Optional<CipherHeader> read(Path file) throws Exception {
    try (FileChannel channel = FileChannel.open(file)) {
      return CipherHeader.read(channel);
    }
  }

  @Test
  void aHeaderIsReadAsItWasWritten() throws Exception {
    CipherHeader header = JournalKey.ofText(HEX).newHeader();
    Path file = folder.resolve("header");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      header.write(channel);
    }
    assertEquals(CipherHeader.LENGTH, Files.size(file));
    assertEquals(Optional.of(header), read(file));
    assertEquals(Optional.empty(), read(written("short", new byte[100])));
    assertEquals(Optional.empty(), read(written("plain", new byte[9_000])));
  }

  /// A header may not make the program do more than it can afford.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "parley-journal-2 hkdf-sha256 %1$s %1$s\n",
        "parley-journal-1 argon2id-m9999999-t3-p4 %1$s %1$s\n",
        "parley-journal-1 argon2id-m65536-t0-p4 %1$s %1$s\n",
        "parley-journal-1 md5 %1$s %1$s\n",
        "parley-journal-1 hkdf-sha256 %1$s %1$s"
      })
  void aHeaderOfAnotherKindIsRefused(String line) throws Exception {
    byte[] block = Arrays.copyOf("H2encrypt\n".getBytes(StandardCharsets.US_ASCII), 5_000);
    byte[] text = line.formatted(HEX).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, block, 64, text.length);
    Path file = written("foreign", block);
    assertThrows(ForeignCipherException.class, () -> read(file));
  }
}
