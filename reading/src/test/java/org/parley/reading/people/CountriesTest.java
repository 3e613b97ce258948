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
    "Côte d'Ivoire, CIV"
  })
  void isFound(String word, String code) {
    assertEquals(Optional.of(code), COUNTRIES.find(word).map(Countries.Country::iso3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Ruritania", "Nor", "Norway ", "Norway's", "|", "#"})
  void isNone(String word) {
    assertEquals(Optional.empty(), COUNTRIES.find(word));
  }

  @Test
  void anotherCaseOfTheTagIsTheSameLanguage() {
    assertEquals(COUNTRIES.withCode("NOR"), Countries.of("EN-gb").withCode("NOR"));
    assertEquals(Optional.empty(), Countries.of("xx").find("Norway"));
  }

  /// ISO 3166-1 alpha-3: three capitals, and every country leads back to itself by its usual name.
  @Test
  void everyCountryIsKnownByItsUsualName() {
    int known = 0;
    for (String code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)) {
      Optional<Countries.Country> country = COUNTRIES.withCode(code);
      known += country.isPresent() ? 1 : 0;
      country.ifPresent(
          each -> {
            assertEquals(code, each.iso3());
            assertEquals(
                Optional.of(code),
                COUNTRIES.find(each.names().getFirst()).map(Countries.Country::iso3));
          });
    }
    assertTrue(known > 175, "only " + known + " countries");
  }
}
