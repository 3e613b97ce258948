package org.parley.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days and numbers as tables of several countries write them.
class LocalFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025/3/4 | 2025-03-04",
        "2025.03.04. | 2025-03-04",
        "20250304 | 2025-03-04",
        "4.3.25 | 2025-03-04",
        "04. 03. 2025 | 2025-03-04",
        "13/04/25 | 2025-04-13",
        "13/04/99 | 1999-04-13",
        "04/13/2025 2:05 PM | 2025-04-13",
        "2025-03-04 00:00:00 | 2025-03-04",
        "2025-03-04 14:30 | 2025-03-04",
        "4-Mar-25 | 4 Mar 2025",
        "04/2025 | 2025-04",
        "٢٠٢٥/٠٣/٠٤ | 2025-03-04",
        "20251399 | 20251399",
        "early 2026 | early 2026",
        "2025-03-04T14:30:00Z | 2025-03-04T14:30:00Z",
      })
  void daysWithoutDoubt(String cell, String plain) {
    assertEquals(Optional.of(plain), LocalForms.UNKNOWN.date(cell));
  }

  @ParameterizedTest
  @CsvSource({"03/04/25", "3-4-2025", "03/04/2025 10:00"})
  void daysThatMayBeTwo(String cell) {
    assertEquals(Optional.empty(), LocalForms.UNKNOWN.date(cell));
    assertEquals(
        Optional.of("2025-04-03"),
        LocalForms.UNKNOWN.settled(List.of("25/12/24"), List.of()).date(cell));
    assertEquals(
        Optional.of("2025-03-04"),
        LocalForms.UNKNOWN.settled(List.of("12/25/24"), List.of()).date(cell));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.200 | 1200",
        "1'200 | 1200",
        "1 200 | 1200",
        "(1,300) | -1300",
        "−5 | -5",
        "300- | -300",
        "- 7 | -7",
        "١٬٢٠٠ | 1200",
        "1.2340 | 1.2340",
        "40..60 | 40..60",
        "CHF 5 | CHF 5",
      })
  void wholeNumbers(String cell, String plain) {
    assertEquals(Optional.of(plain), LocalForms.UNKNOWN.number(cell, true));
  }
}
