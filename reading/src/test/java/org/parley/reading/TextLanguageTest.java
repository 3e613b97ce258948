package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.rules.RuleReader;

/// The words of a text outrank its declared language, and a reader says what it does not read.
@NullMarked
class TextLanguageTest {

  private static final String ENGLISH =
      "The minister said on Tuesday that the map was agreed and that the fees were not, and he"
          + " added that the talks on the harbour would go on in the autumn as they had in spring.";

  private static final String GERMAN =
      "Die Ministerin sagte am Dienstag, die Karte sei vereinbart und die Gebühren seien es nicht,"
          + " und sie fügte hinzu, dass die Gespräche über den Hafen im Herbst weitergehen und dass"
          + " sich der Rat mit dem Text befasst.";

  @Test
  void itsWordsOutrankWhatIsDeclared() {
    assertEquals(new TextLanguage("en", true), TextLanguage.of(ENGLISH, "fr"));
    assertEquals(new TextLanguage("de", true), TextLanguage.of(GERMAN, "en"));
    assertEquals(new TextLanguage("en-GB", true), TextLanguage.of(ENGLISH, "en-GB"));
    assertEquals(new TextLanguage("fr", false), TextLanguage.of("Berg: non.", "fr"));
    assertEquals(WrittenLanguage.OTHER, new TextLanguage("tlh", false).written());
  }

  @Test
  void theReaderOfRulesRefusesWhatItDoesNotUnderstand() {
    ForeignTextException refused =
        assertThrows(
            ForeignTextException.class,
            () -> ArticleReading.of(Article.of(GERMAN, null), new RuleReader()));
    assertEquals(WrittenLanguage.GERMAN, refused.language());
    assertTrue(new RuleReader().understands("en-GB"));
    assertFalse(new RuleReader().understands("de"));
  }

  @Test
  void anotherReaderMayReadIt() throws Exception {
    ArticleReading reading = ArticleReading.of(Article.of(GERMAN, null), _ -> List.of());
    assertEquals("de", reading.article().language());
    assertTrue(reading.language().isDetected());
  }
}
