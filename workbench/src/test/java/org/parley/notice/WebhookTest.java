package org.parley.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class WebhookTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final URI SERVER = URI.create("https://parley.example.org/river/");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.org/parley",
        "https://hooks.example.org:8443/a?b=c",
        "http://127.0.0.1:8123/",
        "http://localhost:8123/x",
        "http://[::1]:8123/"
      })
  void itTakesAddresses(String address) {
    assertEquals(URI.create(address), Webhook.of(address, SECRET).address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example.org",
        "http://hooks.example.org/",
        "http://127.0.0.1.example.org/",
        "http://169.254.169.254/latest/meta-data/",
        "ftp://hooks.example.org/",
        "file:///etc/passwd",
        "jar:https://example.org/a!/b",
        "https:///nohost",
        "https://ann:secret@hooks.example.org/",
        "https://hooks.example.org/#part",
        "https://hooks.example.org/\r\nHost: other",
        "https://hooks.example.org/ a"
      })
  void itRefusesOthersWithAdvice(String address) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Webhook.of(address, SECRET));
    assertTrue(String.valueOf(e.getMessage()).contains("Maybe "), e.getMessage());
  }

  @Test
  void aShortSecretIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Webhook.of("https://example.org/", "short"));
  }

  @Test
  void itsNameHasNeitherSecretNorPath() {
    String shown = Webhook.of("https://hooks.example.org/T0/B0/token", SECRET).toString();
    assertEquals("https://hooks.example.org", shown);
    assertFalse(shown.contains(SECRET));
  }

  /// The value was computed with: printf '1767009600.%s' "$body" | openssl dgst -sha256 -hmac KEY
  @Test
  void theSignatureIsThatOfOpenssl() {
    Webhook hook = Webhook.of("https://hooks.example.org/", SECRET);
    String body = Webhook.body(SERVER);
    assertEquals("{\"waiting\":true,\"server\":\"https://parley.example.org/river/\"}", body);
    assertEquals(
        "t=1767009600,v1=9365c98b2907bf0e32c0da0ff4c913f5425c272b7d2a63af71ecbf921a40cac8",
        hook.signature(Instant.parse("2025-12-29T12:00:00Z"), body));
  }
}
