package org.parley.model.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// Dates of the Extended Date/Time Format: the examples of its specification (Library of Congress,
/// 2019, levels 0 and 1), what they bound, how they order, how they read.
class EdtfTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # level 0
          1985-04-12,                  1985-04-12, 1985-04-12
          1985-04,                     1985-04-01, 1985-04-30
          1985,                        1985-01-01, 1985-12-31
          1985-04-12T23:20:30Z,        1985-04-12, 1985-04-12
          1985-04-12T23:20:30-04:00,   1985-04-13, 1985-04-13
          1985-04-12T23:20:30+04:30,   1985-04-12, 1985-04-12
          1985-04-12T23:59Z,           1985-04-12, 1985-04-12
          1964/2008,                   1964-01-01, 2008-12-31
          2004-06/2006-08,             2004-06-01, 2006-08-31
          2004-02-01/2005-02-08,       2004-02-01, 2005-02-08
          2004-02-01/2005-02,          2004-02-01, 2005-02-28
          2004-02-01/2005,             2004-02-01, 2005-12-31
          2005/2006-02,                2005-01-01, 2006-02-28
          # level 1: seasons
          2001-21,                     2001-03-01, 2001-05-31
          2001-22,                     2001-06-01, 2001-08-31
          2001-23,                     2001-09-01, 2001-11-30
          2003-24,                     2003-12-01, 2004-02-29
          # level 1: uncertain, approximate, both
          1984?,                       1984-01-01, 1984-12-31
          2004-06~,                    2004-06-01, 2004-06-30
          2004-06-11%,                 2004-06-11, 2004-06-11
          # level 1: unspecified from the right
          201X,                        2010-01-01, 2019-12-31
          20XX,                        2000-01-01, 2099-12-31
          2004-XX,                     2004-01-01, 2004-12-31
          1985-04-XX,                  1985-04-01, 1985-04-30
          1985-XX-XX,                  1985-01-01, 1985-12-31
          00XX,                        0001-01-01, 0099-12-31
          # level 1: intervals that are open, unknown, uncertain
          1985-04-12/..,               1985-04-12, open
          1985-04/..,                  1985-04-01, open
          ../1985,                     open,       1985-12-31
          1985-04-12/,                 1985-04-12, open
          /1985-04-12,                 open,       1985-04-12
          1984~/2004-06,               1984-01-01, 2004-06-30
          1984/2004-06~,               1984-01-01, 2004-06-30
          1984?/2004%,                 1984-01-01, 2004-12-31
          1984-06-02?/2004-08-08~,     1984-06-02, 2004-08-08
          2004-06-XX/2004-07-03,       2004-06-01, 2004-07-03
          # the calendar
          2024-02-29,                  2024-02-29, 2024-02-29
          2024-02,                     2024-02-01, 2024-02-29
          1900-02,                     1900-02-01, 1900-02-28
          0001,                        0001-01-01, 0001-12-31
          9999-12-31,                  9999-12-31, 9999-12-31
          """)
  void bounds(String written, String first, String last) {
    Edtf date = Edtf.of(written);
    assertEquals(first.equals("open") ? LocalDate.MIN : LocalDate.parse(first), date.earliestDay());
    assertEquals(last.equals("open") ? LocalDate.MAX : LocalDate.parse(last), date.latestDay());
    assertEquals(written, date.toString());
    assertEquals(written.contains("~") || written.contains("%"), date.isApproximate());
    assertEquals(written.contains("?") || written.contains("%"), date.isUncertain());
    assertTrue(date.earliest().isBefore(date.end()), written);
  }

  @Test
  void moments() {
    assertEquals(
        Instant.parse("2025-12-28T18:30:00Z"), Edtf.of("2025-12-28T13:30-05:00").earliest());
    assertEquals(Instant.parse("2025-12-28T18:31:00Z"), Edtf.of("2025-12-28T13:30-05:00").end());
    assertEquals(
        Instant.parse("2025-12-28T13:30:16Z"), Edtf.of("2025-12-28T13:30:15Z").end(), "a second");
    assertEquals(Instant.MIN, Edtf.of("../2025").earliest());
    assertEquals(Instant.MAX, Edtf.of("2025/..").end());
    assertEquals(Edtf.of("2025-12-28"), Edtf.of(LocalDate.of(2025, 12, 28)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/",
        "../..",
        "..",
        "today",
        "28.12.2025",
        "12/28/2025",
        "2025-13",
        "2025-00",
        "2025-20",
        "2025-25",
        "2025-12-32",
        "2025-02-29",
        "2025-12-00",
        "0000",
        "0000-01-01",
        "00000",
        "85",
        "2025-1-2",
        "20251228",
        "2025-12-28T25:00Z",
        "2025-12-28T10:00",
        "2025-12-28 10:00Z",
        "2025-12-28T10:00:60Z",
        "2025-12-28T10:00+99:00",
        "2X25",
        "XXXX",
        "2025-X2",
        "2025-XX-12",
        "2025-13-XX",
        "0000-XX",
        "Y170000002",
        "-1985",
        "2025-12-28??",
        "?",
        "~2025",
        "2025/2024",
        "2025-06/2025-05",
        "2025-12-28/2025-12-27",
        "2025/2026/2027",
        " 2025",
        "2025 ",
        "2025-12-28\n",
        "２０２５",
      })
  void isNotADate(String written) {
    InvalidValueException e =
        assertThrows(InvalidValueException.class, () -> Edtf.of(written), written);
    assertEquals(written, e.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-13    | NO_SUCH_MOMENT
          2025-02-29 | NO_SUCH_MOMENT
          0000       | NO_SUCH_MOMENT
          soon       | NOT_A_DATE
          2026/2025  | DATES_REVERSED
          ../..      | OPEN_ON_BOTH_SIDES
          """)
  void why(String written, InvalidValue.Plain why) {
    InvalidValueException e = assertThrows(InvalidValueException.class, () -> Edtf.of(written));
    assertEquals(why, e.why());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-27, 2025-12-28, true",
    "2025-12-28, 2025-12-28, false",
    "2025-11, 2025-12-01, true",
    "2025-12, 2025-12-31, false",
    "2025-12-01, 2025-12, false",
    "2025, 2026-01-01, true",
    "2025-12-28T10:00Z, 2025-12-28T10:01Z, true",
    "2025-12-28T10:00Z, 2025-12-28T10:00:30Z, false",
    "2025-12-28T23:00-05:00, 2025-12-29T04:30Z, true",
    "../2025, 2026, true",
    "2025/.., 9999, false",
  })
  void wasOverBefore(String one, String other, boolean before) {
    assertEquals(before, Edtf.of(one).isBefore(Edtf.of(other)));
    assertFalse(Edtf.of(other).isBefore(Edtf.of(one)));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-28, 2025-12-27, false",
    "2025-12-28, 2025-12-28, true",
    "2025-12, 2025-12-30, false",
    "2025-12, 2025-12-31, true",
    "2026-01/2026-03~, 2026-03-30, false",
    "2026-01/2026-03~, 2026-03-31, true",
    "2025-12-28T23:30-05:00, 2025-12-28, false",
    "2025-12-28T23:30-05:00, 2025-12-29, true",
    "2025/.., 9999-12-31, false",
    "../2025, 2025-12-31, true",
  })
  void hasCertainlyComeToPass(String date, LocalDate day, boolean by) {
    assertEquals(by, Edtf.of(date).isBy(day));
  }

  @Test
  void order() {
    List<Edtf> sorted = new ArrayList<>();
    for (String each :
        List.of(
            "../2024",
            "2024",
            "2025-12-28T10:00Z",
            "2025-12-29",
            "2025-12-29~",
            "2025-12-29/2025-12-30",
            "2025-12-29/..",
            "2026")) {
      sorted.add(Edtf.of(each));
    }
    List<Edtf> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(3));
    shuffled.sort(null);
    assertEquals(sorted, shuffled);
  }

  /// Alike in meaning, but not written alike.
  @Test
  void equality() {
    assertEquals(Edtf.of("2025-12"), Edtf.of("2025-12"));
    assertEquals(Edtf.of("2025-12").hashCode(), Edtf.of("2025-12").hashCode());
    assertNotEquals(Edtf.of("2025-12"), Edtf.of("2025-12-XX"));
    assertNotEquals(0, Edtf.of("2025-12").compareTo(Edtf.of("2025-12-XX")));
  }
}
