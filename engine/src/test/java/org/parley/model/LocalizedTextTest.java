package org.parley.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which text of a name is shown.
@NullMarked
class LocalizedTextTest {

  private static LocalizedText river() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("uk", "Річка");
    texts.put("en", "River");
    texts.put("sr-Latn", "Reka");
    texts.put("fr-CA", "Rivière");
    texts.put("fr-CH", "Fleuve");
    return LocalizedText.of(texts);
  }

  @ParameterizedTest
  @CsvSource({
    "en, River, en",
    "uk, Річка, uk",
    "UK, Річка, uk",
    "fr, Rivière, fr-CA",
    "fr-CH, Fleuve, fr-CH",
    "sr, Reka, sr-Latn",
    "de, Річка, uk",
    "e, Річка, uk",
  })
  void itIsShownInTheLanguageThatIsWanted(String wanted, String text, String language) {
    LocalizedText shown = river().in(wanted);
    assertEquals(text, shown.toString());
    assertEquals(language, shown.language());
    assertEquals(river().byLanguage(), shown.byLanguage(), "none is lost");
    assertEquals(river(), shown.in("uk"), "and the first comes back");
  }

  @Test
  void thePlainTextStaysAsItIs() {
    LocalizedText plain = LocalizedText.of("River");
    assertSame(plain, plain.in("fr"));
    assertEquals(Map.of(), plain.byLanguage());
    assertEquals(List.of("uk", "en"), List.copyOf(river().byLanguage().keySet()).subList(0, 2));
  }

  @Test
  void aPlainTextHasNoTranslationsAndNoLanguageStandsTwice() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LocalizedText("River", null, Map.of("fr", "Rivière")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LocalizedText("River", "en", Map.of("en", "Stream")));
  }
}
