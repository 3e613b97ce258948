package org.parley.passkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Browsers have passkeys for a host name, over TLS or on the machine itself.
@NullMarked
class RelyingPartyTest {

  private static Optional<RelyingParty> of(String address) {
    return RelyingParty.of(URI.create(address));
  }

  @Test
  void aHostNameOverTlsHasThem() {
    assertEquals(
        Optional.of(new RelyingParty("parley.example.org", "https://parley.example.org")),
        of("https://Parley.example.org:443/river/"));
    assertEquals(
        Optional.of(new RelyingParty("parley.example.org", "https://parley.example.org:8443")),
        of("https://parley.example.org:8443"));
    assertEquals(
        Optional.of(new RelyingParty("localhost", "http://localhost:7171")),
        of("http://localhost:7171/"));
  }

  @Test
  void othersHaveNone() {
    for (String each :
        List.of(
            "http://parley.example.org/",
            "http://127.0.0.1:7171/",
            "https://192.0.2.7/",
            "https://[::1]/",
            "ftp://localhost/",
            "https:parley")) {
      assertEquals(Optional.empty(), of(each), each);
    }
  }

  @Test
  void anOriginIsSchemeHostAndPort() {
    RelyingParty server = of("https://parley.example.org").orElseThrow();
    assertTrue(server.isAt("https://PARLEY.example.org"));
    assertFalse(server.isAt("http://parley.example.org"));
    assertFalse(server.isAt("https://parley.example.org:8443"));
    assertFalse(server.isAt("https://evil.parley.example.org"));
  }
}
