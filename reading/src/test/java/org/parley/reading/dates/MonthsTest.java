package org.parley.reading.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Token;

/// Names of months, numbers in dates, and the year of a month without one.
@NullMarked
class MonthsTest {

  private static final Months MONTHS = new Months(Lexicon.of("en"));

  private static Token token(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    return new Token(text, lower, "NOUN", lower, false, new TextSpan(0, text.length()));
  }

  @ParameterizedTest
  @CsvSource({
    "January, 1",
    "december, 12",
    "sept, 9",
    "jan, 1",
    "may, 5",
    "monday, 0",
    "mai, 0",
    "'', 0"
  })
  void byName(String name, int month) {
    assertEquals(month, MONTHS.of(name.toLowerCase(java.util.Locale.ROOT)));
  }

  /// "May" and "March" are months, "may" and "march" are not.
  @ParameterizedTest
  @CsvSource({
    "May, true",
    "may, false",
    "March, true",
    "march, false",
    "Sept., true",
    "Mon, false"
  })
  void inCapitals(String word, boolean isMonth) {
    assertEquals(isMonth, MONTHS.is(token(word)));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "03, 3",
    "3rd, 3",
    "1st, 1",
    "22nd, 22",
    "2031, 2031",
    "12345, -1",
    "3.5, -1",
    "third, -1",
    "3pm, -1",
    "-3, -1"
  })
  void numbers(String word, int number) {
    assertEquals(number, Months.number(token(word)));
  }

  @ParameterizedTest
  @CsvSource({"1899, false", "1900, true", "2100, true", "2101, false", "31, false", "-1, false"})
  void years(int number, boolean isYear) {
    assertEquals(isYear, Months.isYear(number));
  }

  /// The month, the day of publication, and the month meant looking back and ahead.
  @ParameterizedTest
  @CsvSource({
    "5, 2031-05-14, 2031-05, 2031-05",
    "4, 2031-05-14, 2031-04, 2032-04",
    "6, 2031-05-14, 2030-06, 2031-06",
    "12, 2031-01-01, 2030-12, 2031-12",
    "1, 2031-12-31, 2031-01, 2032-01",
    "1, 2031-01-31, 2031-01, 2031-01"
  })
  void nearest(int month, LocalDate day, String back, String ahead) {
    assertEquals(back, Months.nearest(month, day, false).toString());
    assertEquals(ahead, Months.nearest(month, day, true).toString());
  }
}
