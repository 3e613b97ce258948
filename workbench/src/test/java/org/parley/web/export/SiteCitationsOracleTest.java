package org.parley.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.wording.Language;

/// Citations of a site are those that each page would have by itself.
class SiteCitationsOracleTest {

  private static final List<String> HEADINGS =
      List.of(
          "Does everybody agree?",
          "Point 5: {costs} & \"fees\" at 5 % of $1_000 #2 \\ ~^",
          "Élysée – Şerif, \u201cquoted\u201d…",
          "  two   spaces and\ta tab ",
          "停火",
          "An end.");

  @Test
  void citationsOfASiteAreThoseOfEachPage() {
    for (Language language : List.of(Language.ENGLISH, Language.FRENCH)) {
      ScopedValue.where(Language.CURRENT, language).run(() -> hold(language));
    }
  }

  private static void hold(Language language) {
    SiteCitations site = new SiteCitations(citation("Another page", "https://a.org/", language));
    for (String heading : HEADINGS) {
      String address = "https://example.org/talks/claims/c1/?a=1&b=%C3%A9";
      for (CitationFormat format : CitationFormat.values()) {
        assertEquals(
            format.write(citation(heading, address, language)),
            site.write(format, heading, address),
            heading);
      }
    }
  }

  private static Citation citation(String heading, String address, Language language) {
    return new Citation(
        heading,
        "The talks of \"Aland\"",
        LocalDate.of(2026, 3, 1),
        null,
        "0123456789abcdef".repeat(4),
        address,
        LocalDate.of(2026, 3, 2),
        language);
  }
}
