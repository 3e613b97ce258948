package org.parley.store.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /// RFC 6238, appendix B, for SHA-1.
  @Test
  void theCodesOfTheStandardAreMade() {
    assertEquals("94287082", at(59));
    assertEquals("07081804", at(1_111_111_109));
    assertEquals("14050471", at(1_111_111_111));
    assertEquals("89005924", at(1_234_567_890));
    assertEquals("69279037", at(2_000_000_000));
    assertEquals("65353130", at(20_000_000_000L));
  }

  private static String at(long second) {
    return Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8);
  }

  @Test
  void aClockMayBeOneStepOff() {
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    long step = Totp.step(now);
    assertEquals(37_037_037, step);
    for (int off = -1; off <= 1; off++) {
      assertEquals(OptionalLong.of(step + off), match(step + off, now));
    }
    assertEquals(OptionalLong.empty(), match(step - 2, now));
    assertEquals(OptionalLong.empty(), match(step + 2, now));
    assertEquals(OptionalLong.empty(), Totp.match(SECRET, "", now));
  }

  private static OptionalLong match(long step, Instant now) {
    return Totp.match(SECRET, Totp.code(SECRET, step, Totp.DIGITS), now);
  }

  /// RFC 4648, section 10, without the padding.
  @Test
  void base32IsThatOfTheStandard() {
    String[] plain = {"", "f", "fo", "foo", "foob", "fooba", "foobar"};
    String[] encoded = {"", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"};
    for (int i = 0; i < plain.length; i++) {
      byte[] bytes = plain[i].getBytes(StandardCharsets.US_ASCII);
      assertEquals(encoded[i], Base32.encode(bytes));
      assertArrayEquals(bytes, Base32.decode(encoded[i]));
    }
    assertThrows(IllegalArgumentException.class, () -> Base32.decode("M1"));
  }
}
