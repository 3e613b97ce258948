package org.parley.reading.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;
import org.parley.model.date.Edtf;

class SaidDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-12-28 | 2025-12-28
          2026-01/2026-03~ | 2026-01/2026-03~
          2025-12-XX | 2025-12-XX
          28 December 2025 | 2025-12-28
          28 Dec. 2025 | 2025-12-28
          December 28, 2025 | 2025-12-28
          28th of December 2025 | 2025-12-28
          28.12.2025 | 2025-12-28
          1.2.2026 | 2026-02-01
          December 2025 | 2025-12
          Sept 2025 | 2025-09
          2026 | 2026
          early 2026 | 2026-01/2026-03~
          mid-2026 | 2026-05/2026-08~
          late 2026 | 2026-10/2026-12~
          the 2020s | 202X
          early January 2026 | 2026-01-01/2026-01-10~
          late February 2028 | 2028-02-21/2028-02-29~
          end of February 2026 | 2026-02-21/2026-02-28~
          spring 2026 | 2026-21
          about spring 2026 | 2026-21~
          perhaps 28 December 2025 | 2025-12-28?
          2026? | 2026?
          Q1 2026 | 2026-01/2026-03
          second quarter of 2026 | 2026-04/2026-06
          first half of 2026 | 2026-01/2026-06
          second half of March 2026 | 2026-03-16/2026-03-31
          January to March 2026 | 2026-01/2026-03
          from January 2026 to March 2027 | 2026-01/2027-03
          between 28 and 30 December 2025 | 2025-12-28/2025-12-30
          28-30 December 2025 | 2025-12-28/2025-12-30
          before 15 March 2026 | ../2026-03-15
          until March 2026 | ../2026-03
          since 24 February 2022 | 2022-02-24/..
          circa 1994 | 1994~
          early 2026 to late 2027 | 2026-01/2027-12~
          28 December 2025, 13:30 UTC | 2025-12-28T13:30Z
          28 décembre 2025 | 2025-12-28
          le 1er janvier 2026 | 2026-01-01
          août 2025 | 2025-08
          début 2026 | 2026-01/2026-03~
          mi-2026 | 2026-05/2026-08~
          fin février 2026 | 2026-02-21/2026-02-28~
          début d’avril 2026 | 2026-04-01/2026-04-10~
          printemps 2026 | 2026-21
          peut-être vers janvier 2026 | 2026-01%
          peut-être janvier 2026 | 2026-01?
          vers 2026 | 2026~
          janvier – mars 2026 | 2026-01/2026-03
          décembre 2025 – mars 2026 | 2025-12/2026-03
          du 28 au 30 décembre 2025 | 2025-12-28/2025-12-30
          entre le 28 et le 30 décembre 2025 | 2025-12-28/2025-12-30
          de janvier à mars 2026 | 2026-01/2026-03
          jusqu’en mars 2026 | ../2026-03
          jusqu’au 4 mars 2026 | ../2026-03-04
          avant le 15 mars 2026 | ../2026-03-15
          à partir de 2026 | 2026/..
          à partir du 4 mars 2026 | 2026-03-04/..
          depuis le 24 février 2022 | 2022-02-24/..
          années 2020 | 202X
          deuxième trimestre 2026 | 2026-04/2026-06
          premier semestre de 2026 | 2026-01/2026-06
          à l’automne 2026 | 2026-23
          28 décembre 2025, 10:05 UTC | 2025-12-28T10:05Z
          """)
  void wordsAreRead(String words, String date) {
    assertEquals(date, SaidDate.of(words).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-12-28",
        "2025-12",
        "2025",
        "202X",
        "2026-21",
        "2026-24~",
        "2025-12-28T13:30-05:00",
        "2025-12-28T13:30:15Z",
        "2026-01/2026-03",
        "2026-01/2026-03~",
        "2025-12-28/2026-01-02",
        "../2026-03-15",
        "2022-02-24/..",
        "2025-12-28?",
        "2025~",
        "2025-12%"
      })
  void whatIsSaidOfADateIsReadBackAsTheSameTime(String date) {
    Edtf meant = Edtf.of(date);
    Edtf read = SaidDate.of(DateInWords.of(meant));
    assertEquals(meant.earliest(), read.earliest(), read.toString());
    assertEquals(meant.end(), read.end(), read.toString());
    assertEquals(meant.isApproximate(), read.isApproximate(), read.toString());
    assertEquals(meant.isUncertain(), read.isUncertain(), read.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "31 February 2026", "early", "32.1.2026", "early soon", "March", "to"})
  void whatIsNoDateIsRefused(String words) {
    assertEquals(
        InvalidValue.Plain.NOT_A_SAID_DATE,
        assertThrows(InvalidValueException.class, () -> SaidDate.of(words)).why());
  }

  @Test
  void dayAndMonthAreNotGuessed() {
    assertEquals(
        new InvalidValue.AmbiguousDate(LocalDate.of(2026, 4, 3)),
        assertThrows(InvalidValueException.class, () -> SaidDate.of("03/04/2026")).why());
    assertEquals(
        InvalidValue.Plain.DAY_OR_MONTH,
        assertThrows(InvalidValueException.class, () -> SaidDate.of("03/14/2026")).why());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-12-28             | 28 December 2025
          2025-12-01             | 1 December 2025
          2025-12                | December 2025
          2025                   | 2025
          2025-12-28T13:30-05:00 | 28 December 2025, 13:30-05:00
          2025-12-28T18:30Z      | 28 December 2025, 18:30 UTC
          2025-12-XX             | December 2025
          2025-XX-XX             | 2025
          202X                   | 2020s
          20XX                   | 2000s
          2026-21                | spring 2026
          2026-24                | winter 2026
          2026-01/2026-03~       | about January to March 2026
          2025-12/2026-03        | December 2025 to March 2026
          2025-12-28/2025-12-30  | 28 December to 30 December 2025
          2025?                  | perhaps 2025
          2025%                  | perhaps about 2025
          2025~                  | about 2025
          2026/..                | from 2026
          ../2026-03             | until March 2026
          2024/2026              | 2024 to 2026
          """)
  void inWords(String written, String words) {
    assertEquals(words, DateInWords.of(Edtf.of(written)));
  }
}
