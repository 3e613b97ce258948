package org.parley.reading.rules.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.language.Lexicon;

/// A description is told by its article, number and noun, never by the name in it.
@NullMarked
class SpeakerWordsTest {

  private final SpeakerWords words = new SpeakerWords(Lexicon.of("en"));

  @ParameterizedTest
  @CsvSource({
    "the captain, theSrole 1",
    "the former artillery officer, theSrole +",
    "The ministry of trade, theSbody 1of",
    "two envoys, twoProle 1",
    "his government, hisSbody 1",
    "Norway, capSotherC 1",
    "the Chilean, theShumanC 1",
    "the chapter on education, theSbody 1of",
    "skippers from Aden, barePhuman 1of",
  })
  void articleNumberAndNoun(String name, String expected) {
    assertEquals(expected, words.kind(name) + " " + words.detail(name));
  }

  @Test
  void anEmptyWordIsNoNoun() {
    assertEquals("bareSother 1", words.kind("") + " " + words.detail(""));
  }
}
