package org.parley.reading.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Countries by name, adjective and capital.
@NullMarked
class CountriesTest {

  private static final Countries COUNTRIES = Countries.of("en");

  @ParameterizedTest
  @CsvSource({
    "Norway, NOR",
    "norwegian, NOR",
    "OSLO, NOR",
    "Kyiv, UKR",
    "Moscow, RUS",
    "Washington, USA",
    "Côte d'Ivoire, CIV",
    "Samoan, WSM",
    "Nuku'alofa, TON",
    "Dominican, DOM"
  })
  void isFound(String word, String code) {
    assertEquals(Optional.of(code), COUNTRIES.find(word).map(Countries.Country::iso3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Ruritania", "Nor", "Jersey", "Norway ", "Norway's", "|", "#"})
  void isNone(String word) {
    assertEquals(Optional.empty(), COUNTRIES.find(word));
  }

  @Test
  void anotherCaseOfTheTagIsTheSameLanguage() {
    assertEquals(COUNTRIES.withCode("NOR"), Countries.of("EN-gb").withCode("NOR"));
    assertEquals(Optional.empty(), Countries.of("xx").find("Norway"));
  }

  /// The oracle is the JDK's list of ISO 3166-1. Kosovo is in no such list, and has a code of its
  /// own in use.
  @Test
  void everyCountryOfTheStandardIsKnownByItsUsualName() {
    for (String code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)) {
      Countries.Country country =
          COUNTRIES.withCode(code).orElseThrow(() -> new AssertionError("no " + code));
      assertEquals(
          Optional.of(code),
          COUNTRIES.find(country.names().getFirst()).map(Countries.Country::iso3),
          code);
    }
    assertTrue(COUNTRIES.withCode("XKX").isPresent());
  }
}
