package org.parley.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.org",
        "a.b+parley@sub.example.org",
        "o'hara@example.org",
        "ann@localhost",
        "ann@xn--bcher-kva.example"
      })
  void itTakesAddresses(String text) {
    assertEquals(text, MailAddress.find(text).orElseThrow().text());
  }

  /// Each of these ends a header, names a second recipient, or is refused by servers.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "@example.org",
        "ann@",
        "ann@example.org\r\nBcc: all@example.org",
        "ann@example.org\nSubject: secret",
        "ann@example.org\r",
        "ann\r\n@example.org",
        "ann@example.org\u0000",
        "ann@example.org, bo@example.org",
        "ann@example.org;bo@example.org",
        "ann bo@example.org",
        "Ann <ann@example.org>",
        "<ann@example.org>",
        "\"ann\"@example.org",
        "\"ann\\\r\n\"@example.org",
        "ann(comment)@example.org",
        "ann@[127.0.0.1]",
        "ann@exa mple.org",
        "ann@-example.org",
        "ann@example..org",
        ".ann@example.org",
        "ann.@example.org",
        "a..b@example.org",
        "ann@example.org>",
        "ann@bücher.example",
        "ann@example.org\u2028",
        "ann@@example.org",
        "ann@example.org\u0085"
      })
  void itRefusesWhatCouldInject(String text) {
    assertEquals(Optional.empty(), MailAddress.find(text));
  }

  @Test
  void itIsBounded() {
    assertTrue(MailAddress.find("a".repeat(64) + "@example.org").isPresent());
    assertFalse(MailAddress.find("a".repeat(65) + "@example.org").isPresent());
    assertFalse(MailAddress.find("a@" + "b.".repeat(130) + "org").isPresent());
    assertFalse(MailAddress.find("a".repeat(1_000_000)).isPresent());
    assertFalse(MailAddress.find("a@" + "a".repeat(1_000_000)).isPresent());
  }

  /// Whatever is typed: an address that is taken has no character that means something in a header.
  @Test
  void noAddressHasAControlCharacter() {
    Random random = new Random(7);
    String letters = "ab@.\r\n\t <>,;:\"\\()[]\u0000\u00e9-+";
    int taken = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder typed = new StringBuilder("a");
      for (int n = random.nextInt(8); n >= 0; n--) {
        typed.append(letters.charAt(random.nextInt(letters.length())));
      }
      Optional<MailAddress> address = MailAddress.find(typed.toString());
      if (address.isPresent()) {
        assertTrue(address.get().text().matches("[a-zA-Z0-9.+@-]+"), typed.toString());
        taken++;
      }
    }
    assertTrue(taken > 100, "taken " + taken);
  }
}
