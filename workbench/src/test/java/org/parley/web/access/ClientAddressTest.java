package org.parley.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which address counts, as RFC 7239 and practice have it: the rightmost that is no trusted proxy.
class ClientAddressTest {

  /// Lines of the header are parted by `|`.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "127.0.0.1; -; -; 127.0.0.1",
        "127.0.0.1; 203.0.113.9; -; 203.0.113.9",
        "127.0.0.1; 10.0.0.1, 203.0.113.9; -; 203.0.113.9",
        "127.0.0.1; 10.0.0.1 | 203.0.113.9; -; 203.0.113.9",
        "127.0.0.1; 203.0.113.9 | 10.0.0.1, 198.51.100.7; -; 198.51.100.7",
        "10.0.0.2; 1.1.1.1 | 203.0.113.9, 10.0.0.3; 10.0.0.2 10.0.0.3; 203.0.113.9",
        "10.0.0.2; 10.0.0.3; 10.0.0.2 10.0.0.3; 10.0.0.3",
        "192.0.2.1; 203.0.113.9; 10.0.0.2; 192.0.2.1",
        "127.0.0.1; 203.0.113.9:4711; -; 203.0.113.9",
        "127.0.0.1; '[2001:db8::5]:80'; -; 2001:db8:0:0:0:0:0:0/64",
        "127.0.0.1; 2001:db8::ffff; -; 2001:db8:0:0:0:0:0:0/64",
        "127.0.0.1; 2001:db8:0:1::1; -; 2001:db8:0:1:0:0:0:0/64",
        "127.0.0.1; ::ffff:203.0.113.9; -; 203.0.113.9",
        "127.0.0.1; 203.0.113.9, unknown; -; 127.0.0.1",
        "127.0.0.1; 203.0.113.9,; -; 127.0.0.1",
        "127.0.0.1; evil.example; -; 127.0.0.1",
        "127.0.0.1; 999.1.1.1; -; 127.0.0.1",
        "0:0:0:0:0:0:0:1; 203.0.113.9; ::1; 203.0.113.9",
      })
  void theRightmostThatIsNoTrustedProxy(
      String peer,
      @org.jspecify.annotations.Nullable String header,
      @org.jspecify.annotations.Nullable String proxies,
      String place) {
    assertEquals(
        place,
        ClientAddress.of(
            peer,
            header == null ? List.of() : List.of(header.split("\\|")),
            proxies == null ? Set.of() : Set.of(proxies.split(" "))));
  }
}
