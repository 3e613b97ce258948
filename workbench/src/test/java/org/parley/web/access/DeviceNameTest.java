package org.parley.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DeviceNameTest {

  @Test
  void browsersAndSystemsAreKnown() {
    assertEquals(
        "Firefox, Linux",
        of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"));
    assertEquals(
        "Edge, Windows",
        of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0"));
    assertEquals(
        "Chrome, Android",
        of(
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36"));
    assertEquals(
        "Safari, macOS",
        of(
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15"));
    assertEquals("Windows", of("Something on Windows"));
    assertEquals("", of("curl/8.14.1"));
    assertEquals("", of("<script>alert(1)</script>"));
    assertEquals("", DeviceName.of(null));
  }

  private static String of(String userAgent) {
    return DeviceName.of(userAgent);
  }
}
