package org.parley.reading.rules.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;

/// When something was said, against Wednesday 14 May 2031; the day of what is told of is another.
@NullMarked
class SaidDatesTest {

  private static final LocalDate PUBLISHED = LocalDate.of(2031, 5, 14);
  private static final Edtf BEFORE = Edtf.of("2031-05-02");

  private static @Nullable Edtf said(String text) {
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    Utterance head =
        new Utterances(parsed.lexicon(), Coreference.of(parsed, "en")).in(s).getFirst();
    return new SaidDates(Article.of(text, PUBLISHED), parsed.lexicon()).of(s, head, BEFORE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ann Berg said on Monday that the map was agreed. | 2031-05-12
          On 3 May Ann Berg said the map was agreed. | 2031-05-03
          The map is agreed, Ann Berg said on Tuesday. | 2031-05-13
          "The map is agreed," Ann Berg said yesterday. | 2031-05-13
          """)
  void isTheDayNearestToTheVerb(String text, String day) {
    assertEquals(Edtf.of(day), said(text), text);
  }

  /// A day in what is said is no day on which it is said; the last one known goes on.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ann Berg said that the map would be signed on Friday. | 2031-05-02
          Ann Berg said the map was agreed. | 2031-05-02
          Ann Berg said the map of 1998 was agreed. | 2031-05-02
          Ann Berg said the same day that the map was agreed. | 2031-05-02
          """)
  void isNotADayOfTheContent(String text, String day) {
    assertEquals(Edtf.of(day), said(text), text);
  }

  /// The day line of an article counts for all of it, unless it is to come or long past.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Oslo, 12 May. The map is agreed.  | 2031-05-12
          Oslo, 20 May. The map is agreed.  |
          Oslo, 3 January. The map is agreed. |
          The map is agreed.                |
          """)
  void theFirstParagraphHasADay(String text, @Nullable String day) {
    ParsedText parsed = Parser.parse(text, "en");
    Edtf first = new SaidDates(Article.of(text, PUBLISHED), parsed.lexicon()).first(parsed);
    assertEquals(day == null ? null : Edtf.of(day), first, text);
  }

  @Test
  void withoutADayOfPublicationThereIsNone() {
    String text = "Ann Berg said on Monday that the map was agreed.";
    ParsedText parsed = Parser.parse(text, "en");
    SaidDates dates = new SaidDates(Article.of(text, null), parsed.lexicon());
    assertNull(dates.first(parsed));
    assertNull(dates.published());
    assertEquals(
        Edtf.of("2031-05-14"),
        new SaidDates(Article.of(text, PUBLISHED), parsed.lexicon()).published());
  }
}
