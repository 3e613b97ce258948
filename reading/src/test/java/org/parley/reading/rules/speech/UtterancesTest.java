package org.parley.reading.rules.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Speaker;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;

/// Who says a sentence, however it is put.
@NullMarked
class UtterancesTest {

  private static List<String> speakers(String text) {
    ParsedText parsed = Parser.parse(text, "en");
    Coreference people = Coreference.of(parsed, "en");
    Utterances utterances = new Utterances(parsed.lexicon(), people);
    List<String> found = new ArrayList<>();
    for (Sentence each : parsed.sentences()) {
      utterances.in(each).stream()
          .flatMap(told -> told.speakers().stream())
          .map(Speaker::name)
          .forEach(found::add);
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Karl Oye said the map was agreed. | Karl Oye
          The map, Karl Oye said, was agreed. | Karl Oye
          According to Karl Oye, the map is agreed. | Karl Oye
          In Karl Oye's view the map is agreed. | Karl Oye
          The map is agreed, said Karl Oye. | Karl Oye
          Karl Oye, the mediator, told reporters that the map was agreed. | Karl Oye
          Karl Oye: The map is agreed. | Karl Oye
          """)
  void isNamed(String text, String speaker) {
    assertEquals(List.of(speaker), speakers(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The map is agreed.",
        "The map says nothing of the river.",
        "It is said.",
        "Said.",
        "",
        ": : :",
        "12:30 Lunch."
      })
  void isNobody(String text) {
    assertEquals(List.of(), speakers(text), text);
  }
}
