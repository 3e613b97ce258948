package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Files of others that ship with Parley are the ones that were published, with their licences.
class AssetsTest {

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = AssetsTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static String sha256(String name) throws IOException, GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(name)));
  }

  /// dist/htmx.min.js of htmx.org 2.0.11, as npm serves it.
  @Test
  void htmxIsThePublishedOne() throws Exception {
    assertEquals(
        "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717", sha256("htmx.min.js"));
    assertTrue(
        new String(bytes("htmx.LICENSE.txt"), StandardCharsets.UTF_8).contains("Zero-Clause BSD"));
  }

  /// Natural Earth's coasts, as they were simplified once.
  @Test
  void theCoastsAreThoseThatWereSimplified() throws Exception {
    assertEquals(
        "7a5b5358ab190bc09d398afde1534fb0c5bd0261f42cec0fc50812efcc9666b6",
        sha256("place/coast.txt"));
    String licence = new String(bytes("place/coast.LICENSE.txt"), StandardCharsets.UTF_8);
    assertTrue(licence.contains("public domain") && licence.contains("Michael Bostock"));
  }

  /// axe.min.js of axe-core 4.14.1, as npm serves it; used by tests alone.
  @Test
  void axeIsThePublishedOne() throws Exception {
    assertEquals(
        "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c", sha256("axe.min.js"));
    assertTrue(
        new String(bytes("axe.LICENSE.txt"), StandardCharsets.UTF_8)
            .contains("Mozilla Public License"));
  }
}
