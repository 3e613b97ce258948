package org.parley.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.document.DocumentText;

/// Figures and dates that differ between the languages of a text.
class LanguageDifferencesTest {

  private static final String ENGLISH =
      """
      Article 1
      Arda shall pay 1,500 euros within thirty days.
      Article 2
      Bel shall withdraw by 1 June 2026.
      """;
  private static final String FRENCH =
      """
      Article premier
      Arda verse 1 500 euros dans les trente jours.
      Article 2
      Bel se retire avant le 1er juin 2026.
      """;

  private static List<String> edited(String language, String before, String after) {
    DocumentText english = Edits.read(ENGLISH, "en");
    return Edits.said(
        Edits.of(
            english,
            List.of(Edits.read(before, language)),
            english,
            List.of(Edits.read(after, language))));
  }

  @Test
  void figuresInDigitsAndWordsAgree() {
    assertEquals(
        List.of(),
        TextChecks.of(Edits.read(ENGLISH, "en"), List.of(Edits.read(FRENCH, "fr")), Edits::party)
            .languages());
  }

  @Test
  void aFigureThatChangesInOneLanguageIsFound() {
    assertEquals(
        List.of("art_1 differ en[1500] fr[1600]"),
        edited("fr", FRENCH, FRENCH.replace("1 500", "1 600")));
  }

  @Test
  void aNumberInWordsThatChangesInOneLanguageIsFound() {
    assertEquals(
        List.of("art_1 differ en[30] fr[20]"),
        edited("fr", FRENCH, FRENCH.replace("trente", "vingt")));
  }

  @Test
  void longNumbersInWordsAgree() {
    assertEquals(
        List.of(),
        TextChecks.of(
                Edits.read("Article 1\nArda shall pay 15 per cent of 90 euros.\n", "en"),
                List.of(
                    Edits.read(
                        "Article 1\nArda verse 15 pour cent de quatre-vingt-dix euros.\n", "fr")),
                Edits::party)
            .languages());
  }

  @Test
  void aDateThatChangesInOneLanguageIsFound() {
    assertEquals(
        List.of("art_2 differ en[2026-06-01] fr[2026-07-01]"),
        edited("fr", FRENCH, FRENCH.replace("juin", "juillet")));
  }

  @Test
  void aCorrectedFigureMakesThemAgree() {
    assertEquals(
        List.of("art_1 agree en[1500] fr[1600]"),
        edited("fr", FRENCH.replace("1 500", "1 600"), FRENCH));
  }

  @Test
  void anArticleThatOneLanguageLacksIsFound() {
    assertEquals(
        List.of("art_2 differ en[] frnull"),
        edited("fr", FRENCH, FRENCH.substring(0, FRENCH.indexOf("Article 2"))));
  }

  @Test
  void datesAreReadInTheirLanguage() {
    String ukrainian =
        """
        Стаття 1
        Арда сплачує 1500 євро протягом 30 днів.
        Стаття 2
        Бел відходить до 1 червня 2026 року.
        """;
    assertEquals(
        List.of("art_2 differ en[2026-06-01] uk[2026-07-01]"),
        edited("uk", ukrainian, ukrainian.replace("червня", "липня")));
  }

  @Test
  void aNewWordingWithTheSameFiguresChangesNothing() {
    assertEquals(List.of(), edited("fr", FRENCH, FRENCH.replace("verse", "paie")));
  }
}
