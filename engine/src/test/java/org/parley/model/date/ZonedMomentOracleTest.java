package org.parley.model.date;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Moments read by place are those that the library's formatter reads.
class ZonedMomentOracleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T18:00+02:00",
        "2026-03-01T18:00:59+02:00",
        "0001-01-01T00:00Z",
        "9999-12-31T23:59:59Z",
        "2024-02-29T07:08:09-09:30",
        "2025-12-28T12:00:00-00:00",
        "2025-12-28T12:00+18:00",
        "2025-12-28T12:00-18:00",
      })
  void aMomentIsReadAsTheFormatterReadsIt(String said) {
    ZonedMoment moment = new ZonedMoment(said);
    assertEquals(OffsetDateTime.parse(said), moment.local());
    assertEquals(OffsetDateTime.parse(said).toInstant(), moment.instant());
  }
}
