package org.parley.reading.rules.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.Speaker;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;

/// Whose words which part of a sentence is: a clause under the wrong name is worse than none.
@NullMarked
class AttributionTest {

  /// `Name: words` of each utterance of the first sentence, `; ` between them; `-` if it has none.
  private static String attributed(String text) {
    ParsedText parsed = Parser.parse(text, "en");
    Coreference people = Coreference.of(parsed, "en");
    Sentence s = parsed.sentences().getFirst();
    List<Utterance> found = new Utterances(parsed.lexicon(), people).in(s);
    return found.isEmpty()
        ? "-"
        : found.stream().map(each -> told(s, each)).collect(Collectors.joining("; "));
  }

  private static String told(Sentence s, Utterance each) {
    return each.speakers().stream().map(Speaker::name).collect(Collectors.joining(" and "))
        + ": "
        + each.content().stream()
            .map(i -> s.get(i).text())
            .filter(word -> word.matches(".*\\w.*"))
            .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Karl Oye said the map was agreed. | Karl Oye: the map was agreed
          Karl Oye and Ann Berg said the map was agreed. | Karl Oye and Ann Berg: the map was agreed
          The mill stays open, promised Ann Berg. | Ann Berg: The mill stays open
          The mill stays open, promised Ann Berg, its owner. | Ann Berg: The mill stays open
          The mill stays open, promised its owner, Ann Berg. | Ann Berg: The mill stays open
          The map, Ann Berg went on, is settled. | Ann Berg: The map is settled
          "The map is settled," Ann Berg told reporters on Monday. | Ann Berg: The map is settled
          The map is settled, an envoy who helped to draw it noted. | an envoy: The map is settled
          The map is settled, the council of the guild wrote to its members. | the council of the guild: The map is settled
          The map is settled, Ann Berg, the Chilean envoy, charged on Friday. | Ann Berg: The map is settled
          The map is settled, as Ann Berg, who led the talks, put it. | Ann Berg: The map is settled
          """)
  void byAVerbOfSaying(String text, String expected) {
    assertEquals(expected, attributed(text), text);
  }

  /// A phrase names the speaker as well as a verb does.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          According to Ann Berg, the map is settled. | Ann Berg: the map is settled
          The map is settled, according to Ann Berg. | Ann Berg: The map is settled
          In Ann Berg's view, the map is settled. | Ann Berg: the map is settled
          In the words of Ann Berg, the map is settled. | Ann Berg: the map is settled
          For Ann Berg, a return is out of the question. | Ann Berg: a return is out of the question
          """)
  void byAPhrase(String text, String expected) {
    assertEquals(expected, attributed(text), text);
  }

  /// Each covers the words before it; a semicolon closes what one speaker says.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The map is settled, Ann Berg said; the annex is open, Karl Oye said. | Ann Berg: The map is settled; Karl Oye: the annex is open
          Ann Berg said the map was settled; Karl Oye said the annex was open. | Ann Berg: the map was settled; Karl Oye: the annex was open
          """)
  void severalSpeakers(String text, String expected) {
    assertEquals(expected, attributed(text), text);
  }

  /// Acts and objects of an act are nobody's words.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ann Berg signed the map. | -
          The map, which Ann Berg signed, is settled. | -
          The delegation of Ann Berg left the room. | -
          """)
  void noSpeech(String text, String expected) {
    assertEquals(expected, attributed(text), text);
  }
}
