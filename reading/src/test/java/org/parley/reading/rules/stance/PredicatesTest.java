package org.parley.reading.rules.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the main verb of a clause says of its subject.
@NullMarked
class PredicatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The council accepts the draft. | AGREED
          The council accepted it in principle. | MOSTLY_AGREED
          The council does not accept the draft. | REJECTED
          The council has not accepted the draft. | OPEN
          The council must accept the draft. | PREFERS
          The council may accept the draft. | OPEN
          The council refuses to accept the draft. | REJECTED
          """)
  void acceptanceHasAMood(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The border has been settled. | AGREED
          The border is almost settled. | MOSTLY_AGREED
          The border must be settled. | OPEN
          The border is being negotiated. | OPEN
          The border has not been settled. | OPEN
          The border might be settled. | -
          How many there must be has been settled. | AGREED
          """)
  void settlementHasAMood(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The union demanded that the tariffs be scrapped. | PREFERS
          The union wants a longer truce. | PREFERS
          The union does not want a longer truce. | REJECTED
          The union called for an inquiry. | PREFERS
          One of them, asked on the way out, smiled. | -
          """)
  void aWishIsNoState(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The minister declined to comment. | -
          The minister asked not to be named. | -
          """)
  void wordsAboutWordsAreNoStance(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The plan is dead. | REJECTED
          The question is open. | OPEN
          The question is no longer open. | AGREED
          We are open to a longer truce. | AGREED
          The annex is complete. | AGREED
          The annex is not complete. | OPEN
          The text is all but complete. | MOSTLY_AGREED
          Only details remain. | MOSTLY_AGREED
          """)
  void aPredicateJudgesItsThing(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          We have never promised a referendum. | DENIED_REPORT
          We promised nobody anything. | DENIED_REPORT
          """)
  void neverHavingPromisedIsADenial(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }
}
