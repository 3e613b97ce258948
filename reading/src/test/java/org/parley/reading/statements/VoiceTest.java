package org.parley.reading.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.people.Countries;

/// Who is one speaker in the words of several outlets.
@NullMarked
class VoiceTest {

  private static final List<String> SPEAKERS =
      List.of(
          "Ann Berg",
          "A. Berg",
          "Berg",
          "Bruno Berg",
          "the Norwegian foreign ministry",
          "Norway's foreign ministry",
          "a Norwegian official",
          "two officials",
          "the Kremlin",
          "Yuriy Melnyk",
          "Yury Melnik",
          "the mediator",
          "US officials",
          "U.S. officials",
          "Hamas",
          "");

  private static Voice voice(String speaker) {
    return Voice.of(speaker, Countries.of("en"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg                          | Berg
          Ann Berg                          | A. Berg
          Ann Berg                          | Ann  BERG
          Mr. Ann Berg                      | Ann Berg
          Dr Ann Berg                       | Mrs Berg
          Yuriy Melnyk                      | Yury Melnik
          Kopp Weimar                       | Kopp Veimar
          Norway's foreign ministry         | the Norwegian foreign ministry
          Oslo's foreign ministry           | the foreign ministry of Norway
          US officials                      | U.S. officials
          US officials                      | two American officials
          the UK government                 | the British government
          the council of elders             | the elders' council
          a senior Chilean negotiator       | the senior negotiator from Chile
          Hamas                             | Hamas
          """)
  void oneSpeaker(String one, String other) {
    assertTrue(voice(one).isSame(voice(other)), voice(one) + " " + voice(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg                          | Bruno Berg
          Ann Berg                          | Ann Holm
          Norway's foreign ministry         | Chile's foreign ministry
          Norway's foreign ministry         | the Norwegian army
          the mediator                      | the union
          a Norwegian official              | a Chilean official
          the Kremlin                       | the White House
          Hamas                             | Israel
          """)
  void twoSpeakers(String one, String other) {
    assertFalse(voice(one).isSame(voice(other)), voice(one) + " " + voice(other));
  }

  @Test
  void itIsTheSameEitherWayRound() {
    for (String one : SPEAKERS) {
      for (String other : SPEAKERS) {
        assertEquals(
            voice(one).isSame(voice(other)),
            voice(other).isSame(voice(one)),
            one + " and " + other);
      }
    }
  }

  @Test
  void everybodyIsThemselves() {
    for (String each : SPEAKERS.subList(0, SPEAKERS.size() - 1)) {
      assertTrue(voice(each).isSame(voice(each)), each);
    }
    assertFalse(voice("").isSame(voice("")));
  }

  /// Tellings are compared only where a key is shared.
  @Test
  void speakersWhoAreOneShareAKey() {
    for (String one : SPEAKERS) {
      for (String other : SPEAKERS) {
        if (voice(one).isSame(voice(other))) {
          assertFalse(
              Collections.disjoint(voice(one).keys(), voice(other).keys()), one + " and " + other);
        }
      }
    }
  }
}
