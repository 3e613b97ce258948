package org.parley.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.model.LocalizedText;
import org.parley.wording.ForeignText.LanguageRun;

class ForeignTextTest {

  private static final String RIVER = ForeignText.mark("ріка", "uk", Language.FRENCH);

  @Test
  void aNameKeepsItsLanguageInsideASentence() {
    assertEquals(
        List.of(
            new LanguageRun(null, "Le point "),
            new LanguageRun("uk", "ріка"),
            new LanguageRun(null, " est ouvert.")),
        ForeignText.runs("Le point " + RIVER + " est ouvert."));
    assertEquals(
        "Le point ріка est ouvert.", ForeignText.plain("Le point " + RIVER + " est ouvert."));
  }

  @Test
  void aNameInTheLanguageOfThePageIsNotMarked() {
    LocalizedText river = new LocalizedText("la rivière", "fr-CH", Map.of("uk", "ріка"));
    assertEquals(river, ForeignText.mark(river, Language.FRENCH));
    LocalizedText plain = LocalizedText.of("river");
    assertSame(plain, ForeignText.mark(plain, Language.FRENCH), "of a plain text nobody knows it");
  }

  @Test
  void aSentenceBeginsWithACapitalBehindTheMark() {
    assertEquals("Ріка est", ForeignText.plain(ForeignText.sentence(RIVER + " est")));
    assertEquals("", ForeignText.sentence(""));
  }

  @Test
  void aTextIsCutInsideAName() {
    String longer = "Point " + ForeignText.mark("довга назва ріки", "uk", Language.ENGLISH);
    assertEquals(
        List.of(
            new LanguageRun(null, "Point "),
            new LanguageRun("uk", "довга"),
            new LanguageRun(null, "\u2026")),
        ForeignText.runs(ForeignText.shortened(longer, 12)));
    assertEquals(longer, ForeignText.shortened(longer, 22));
  }

  /// A case may hold such characters: they lose nothing and end where the text ends.
  @Test
  void marksThatNobodyMadeLoseNoWords() {
    String begin = RIVER.substring(0, 2);
    assertEquals("ab", ForeignText.plain("a" + begin + "b"));
    assertEquals("ab", ForeignText.plain("a" + begin + begin + "b"));
    assertEquals("river", ForeignText.plain("river" + begin));
  }

  /// The flag of Scotland is written with the same tags, and ends with CANCEL TAG.
  @Test
  void aFlagInANameIsKept() {
    String flag =
        new StringBuilder("\ud83c\udff4")
            .appendCodePoint(0xE0067)
            .appendCodePoint(0xE0062)
            .appendCodePoint(0xE007F)
            .toString();
    assertEquals(
        List.of(new LanguageRun("en", flag + " Scotland")),
        ForeignText.runs(ForeignText.mark(flag + " Scotland", "en", Language.FRENCH)));
  }
}
