package org.parley.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A line of the log is one line, whatever was sent.
@NullMarked
class LogFormatTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final LogFields LINE =
      LogFields.of("request").with("route", "/claims/{id}").with("millis", 12L);

  private static String line(LogFormat format, LogFields line) {
    return format.line(NOON, "info", "access", "r-1", line);
  }

  @Test
  void textIsForPeople() {
    assertEquals(
        "2025-12-28T12:00:00Z info access request route=/claims/{id} millis=12 request=r-1",
        line(LogFormat.TEXT, LINE));
  }

  @Test
  void jsonIsForPrograms() {
    assertEquals(
        "{\"time\":\"2025-12-28T12:00:00Z\",\"level\":\"info\",\"logger\":\"access\","
            + "\"event\":\"request\",\"request\":\"r-1\",\"route\":\"/claims/{id}\",\"millis\":12}",
        line(LogFormat.JSON, LINE));
  }

  @Test
  void whatWouldLookLikeAnotherLineIsEscaped() {
    LogFields forged =
        LINE.with("account", "ann\r\n2025 error server hacked \u2028\u202e\u001b[2J");
    assertEquals(
        "2025-12-28T12:00:00Z info access request route=/claims/{id} millis=12"
            + " account=\"ann\\u000d\\u000a2025 error server hacked \\u2028\\u202e\\u001b[2J\""
            + " request=r-1",
        line(LogFormat.TEXT, forged));
    assertTrue(
        line(LogFormat.TEXT, LINE.with("account", "ann millis=0"))
            .contains(" account=\"ann millis=0\" "));
  }

  /// Whatever characters a value has, JSON gives them back, and neither format breaks its line.
  @Test
  void anyTextComesBackAndStaysOnItsLine() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      int[] points =
          random
              .ints(20, 0, i % 2 == 0 ? 0x100 : 0x11_000)
              .filter(each -> !(each >= 0xD800 && each < 0xE000))
              .toArray();
      String any = new String(points, 0, points.length);
      String json = line(LogFormat.JSON, LINE.with("account", any));
      JsonNode read = JsonMapper.shared().readTree(json);
      assertEquals(any, read.path("account").asString(), json);
      assertEquals(12, read.path("millis").asInt());
      for (LogFormat format : LogFormat.values()) {
        String line = line(format, LINE.with("account", any));
        assertFalse(
            line.codePoints()
                .map(Character::getType)
                .anyMatch(
                    each ->
                        each == Character.CONTROL
                            || each == Character.FORMAT
                            || each == Character.LINE_SEPARATOR
                            || each == Character.PARAGRAPH_SEPARATOR),
            line);
      }
    }
  }

  @Test
  void aLongValueIsCut() {
    assertTrue(line(LogFormat.JSON, LINE.with("account", "x".repeat(1_000_000))).length() < 5_000);
  }

  /// The message of an exception may quote a record.
  @Test
  void aProblemIsNamedWithoutItsMessage() {
    Exception problem = new IllegalStateException("the keys", new NullPointerException("sealed"));
    String line = line(LogFormat.JSON, LINE.with(problem));
    assertTrue(
        line.contains("java.lang.IllegalStateException by java.lang.NullPointerException"), line);
    assertTrue(line.contains("org.parley.operate.LogFormatTest"), line);
    assertFalse(line.contains("keys") || line.contains("sealed"), line);
  }
}
