package org.parley.exchange.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "48.2082, 16.3738|48.2082, 16.3738",
        "48,2082; 16,3738|48.2082, 16.3738",
        "48.2 N, 16.4 E|48.2, 16.4",
        "E 16.4, N 48.2|48.2, 16.4",
        "33.9 S 18.4 E|-33.9, 18.4",
        "48°12'30\" N 16°22'30\" E|48.208333, 16.375",
        "12°06' N 61°41' W|12.1, -61.683333",
        "-33.9,18.4|-33.9, 18.4",
        "(48.2, 37.5)|48.2, 37.5",
        "POINT(37.5 48.2)|48.2, 37.5",
        "48.2 n, 16.3 e|48.2, 16.3",
      })
  void degreesOfOneCellAreAPosition(String cell, String position) {
    assertEquals(position, LocalWords.position(cell));
  }

  /// O is the west in French and the east in German; two longitudes are no place.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"48°12' N 16°22' O", "48.2 O, 16.4 N", "16.4 E, 18.4 E", "Vienna, Austria", "1 2 3"})
  void othersStayAsTheyAre(String cell) {
    assertEquals(cell, LocalWords.position(cell));
  }

  @ParameterizedTest
  @CsvSource({
    "30 days,P30D",
    "2 Wochen,P2W",
    "6 mois,P6M",
    "3 месяца,P3M",
    "1 año,P1Y",
    "10 ans,P10Y",
    "5 тижнів,P5W",
    "a while,a while",
    "5 годин,5 годин",
    "5 годов,P5Y",
    "30,30",
    "P30D,P30D"
  })
  void periodsInWordsAreThoseOfTheCase(String words, String period) {
    assertEquals(period, LocalWords.period(words));
  }

  /// Whether a comma of a plain number stands before decimals is asked, as of all numbers.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"48,123|48,123", "-3,5|-3,5", "48,123°|48.123", "W 3,5|-3.5", "50°27' N|50.45"})
  void aPlainNumberIsNoDegree(String cell, String degrees) {
    assertEquals(degrees, LocalWords.degrees(cell, !cell.startsWith("W")));
  }

  /// A letter of the other axis, or one that contradicts its sign, is no degree of this one.
  @ParameterizedTest
  @CsvSource({"33.9 S,false", "18.4 E,true", "-12.5 N,true", "-3.5E,false"})
  void degreesThatContradictTheirColumnStay(String cell, boolean isLatitude) {
    assertEquals(cell, LocalWords.degrees(cell, isLatitude));
  }
}
