package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The day a text was published, on which everything said in it depends.
@NullMarked
class PageDatesTest {

  private static Optional<LocalDate> day(@Nullable String iso) {
    return Optional.ofNullable(iso).map(LocalDate::parse);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          2031-05-14                | 2031-05-14
          20310514                  | 2031-05-14
          2031-05-14T08:30:00+02:00 | 2031-05-14
          2031-05-14 08:30          | 2031-05-14
          ' 2031-05-14 '            | 2031-05-14
          2031-02-30                | -
          2031-13-01                | -
          2031-05                   | -
          2031-05-145               | -
          14.05.2031                | -
          yesterday                 | -
          """)
  void theDayOfAMomentIsRead(String words, @Nullable String iso) {
    assertEquals(day(iso), PageDates.day(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          en | Published: 2031-05-14                     | 2031-05-14
          en | Published on 14 May 2031                  | 2031-05-14
          en | Posted: May 14, 2031                      | 2031-05-14
          en | Updated May 14th, 2031 at 08:30 GMT       | 2031-05-14
          en | Wednesday, 14 May 2031                    | 2031-05-14
          en | 14 may 2031                               | 2031-05-14
          en | 3rd Oct. 2031                             | 2031-10-03
          en | OSLO, 14 May 2031 - The talks went on.    | 2031-05-14
          en | NEW DELHI, 14 May 2031 — The talks ended. | 2031-05-14
          en | 31 February 2031                          | -
          en | The talks of 14 May 2031 went on.         | -
          en | 14 Mai 2031                               | -
          de | 14 Mai 2031                               | 2031-05-14
          fr | 14 mai 2031                               | 2031-05-14
          fr | 1 février 2031                            | 2031-02-01
          es | 14 mayo 2031                              | 2031-05-14
          """)
  void theDayIsReadInTheFirstLines(String language, String line, @Nullable String iso) {
    assertEquals(day(iso), PageDates.inText("The Courier\n\n" + line + "\n\nText.", language));
  }

  @Test
  void theFirstDayCountsAndOnlyTheFirstLines() {
    assertEquals(day("2031-05-14"), PageDates.inText("14 May 2031\nUpdated: 15 May 2031\n", "en"));
    assertEquals(Optional.empty(), PageDates.inText("line\n".repeat(8) + "14 May 2031", "en"));
    assertEquals(Optional.empty(), PageDates.inText("x".repeat(600) + "\n14 May 2031", "en"));
    assertEquals(Optional.empty(), PageDates.inText("", "en"));
  }
}
