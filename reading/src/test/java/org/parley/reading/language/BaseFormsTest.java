package org.parley.reading.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The verb behind a form that the statistical lemmatizer does not know: guessed as the form
/// itself.
class BaseFormsTest {

  private static final Lexicon LEXICON = Lexicon.of("en");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          shelved, shelve
          hinged, hinge
          dug, dig
          withdrew, withdraw
          forbade, forbid
          denied, deny
          replies, reply
          tying, tie
          signing, sign
          planned, plan
          agreed, agree
          insists, insist
          """)
  void theVerbIsFound(String form, String verb) {
    assertEquals(verb, BaseForms.ofVerb(form, form, LEXICON));
  }

  @ParameterizedTest
  @CsvSource({"zorked, zorked", "blick, blick"})
  void whatIsNoVerbStays(String form, String same) {
    assertEquals(same, BaseForms.ofVerb(form, form, LEXICON));
  }

  @ParameterizedTest
  @CsvSource({"signed, sign", "urging, urge"})
  void aGoodGuessStays(String form, String guess) {
    assertEquals(guess, BaseForms.ofVerb(form, guess, LEXICON));
  }
}
