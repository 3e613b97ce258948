package org.parley.reading.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.parley.model.date.Edtf;

/// Days as the Unicode CLDR writes them in a language are read as these days.
class SaidDateOracleTest {

  private static final List<String> LANGUAGES =
      List.of(
          "en", "en-US", "fr", "de", "de-AT", "es", "es-MX", "pt", "pt-BR", "it", "nl", "pl", "tr",
          "ru", "uk", "ar", "ar-EG", "ar-SY", "ar-TN", "ar-MA", "zh", "ja");

  @Test
  void longDatesOfEveryLanguageAreRead() {
    for (String tag : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(tag);
      DateTimeFormatter formatter =
          DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
              .withLocale(locale)
              .withChronology(IsoChronology.INSTANCE)
              .withDecimalStyle(DecimalStyle.of(locale));
      for (LocalDate day = LocalDate.of(2025, 1, 3); day.getYear() < 2026; day = day.plusDays(13)) {
        String words = formatter.format(day);
        assertEquals(Edtf.of(day.toString()), SaidDate.of(words), tag + ": " + words);
      }
    }
  }

  @Test
  void monthsOfEveryLanguageAreRead() {
    for (String tag : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(tag);
      for (String pattern : List.of("LLLL y", "d MMM y")) {
        if (tag.matches("zh|ja")) {
          continue;
        }
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, locale);
        for (int month = 1; month <= 12; month++) {
          LocalDate day = LocalDate.of(2025, month, 3);
          String words = formatter.format(day);
          String expected =
              pattern.startsWith("d") ? day.toString() : day.toString().substring(0, 7);
          assertEquals(Edtf.of(expected), SaidDate.of(words), tag + ": " + words);
        }
      }
    }
  }
}
