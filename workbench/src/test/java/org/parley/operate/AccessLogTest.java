package org.parley.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Which requests have a line.
@NullMarked
class AccessLogTest {

  private static RequestEnd request(boolean isSealed, boolean isStream, long millis) {
    return new RequestEnd(
        "r-1", "GET", "/claims", isSealed, isStream, 200, millis * 1_000_000, 5, "ann");
  }

  private static String told(AccessLog log, RequestEnd end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var _ =
        LogPrinter.begin(
            LogFormat.TEXT,
            LogLevel.INFO,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            Clock.systemUTC())) {
      log.accept(end);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aSlowRequestIsToldUnlessItStaysOpenOrTellsOfSealedWords() {
    AccessLog slow = new AccessLog(false, 1_000, "n");
    assertTrue(told(slow, request(false, false, 2_000)).contains("slow-request"));
    assertEquals("", told(slow, request(false, false, 10)));
    assertEquals("", told(slow, request(false, true, 20_000)));
    assertEquals("", told(slow, request(true, false, 20_000)));
    assertTrue(told(new AccessLog(true, 0, "n"), request(false, true, 20_000)).contains("/claims"));
  }
}
