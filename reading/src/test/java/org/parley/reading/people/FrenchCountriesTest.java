package org.parley.reading.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The French list of countries against the names of the CLDR, as the JDK has them.
@NullMarked
class FrenchCountriesTest {

  /// Those that news calls otherwise.
  private static final List<String> OTHERS =
      List.of("COD", "COG", "HKG", "MAC", "MMR", "PSE", "SXM", "VAT", "VNM", "IOT");

  @Test
  void everyCountryHasItsNameOfTheCldr() {
    Countries countries = Countries.of("fr");
    List<String> missing = new ArrayList<>();
    for (String code : Locale.getISOCountries()) {
      Locale each = Locale.of("", code);
      String name = each.getDisplayCountry(Locale.FRENCH).replace('’', '\'');
      boolean isSame =
          OTHERS.contains(each.getISO3Country())
              || countries
                  .withCode(each.getISO3Country())
                  .filter(found -> found.names().contains(name))
                  .isPresent();
      if (!isSame) {
        missing.add(code + " " + name);
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void adjectivesAndCapitalsMeanTheCountry() {
    Countries countries = Countries.of("fr");
    for (String word : List.of("ukrainien", "ukrainienne", "Kiev", "Ukraine")) {
      assertTrue(countries.find(word).filter(each -> each.iso3().equals("UKR")).isPresent(), word);
    }
    assertEquals("fr-CA", Countries.serving("fr-CA"));
    assertEquals("en", Countries.serving("de"));
  }
}
