package org.parley.reading.rules.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;

/// How a verb is meant: every flag of its mood, and no other.
@NullMarked
class MoodTest {

  private static String moodOf(String verb, String text) throws ReflectiveOperationException {
    Sentence s = Parser.parse(text, "en").sentences().getFirst();
    int at =
        IntStream.range(0, s.size()).filter(each -> s.get(each).is(verb)).findFirst().orElseThrow();
    Mood mood = Mood.of(s, at);
    Set<String> flags = new TreeSet<>();
    for (RecordComponent each : Mood.class.getRecordComponents()) {
      if ((boolean) each.getAccessor().invoke(mood)) {
        flags.add(each.getName().substring(2));
      }
    }
    return String.join(" ", flags);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          signed | The ministers signed the map. | ''
          sign | The ministers did not sign the map. | Denied
          sign | The ministers will sign the map. | Ahead
          sign | The ministers will not sign the map. | Ahead Denied
          sign | The ministers must sign the map. | Demanded
          sign | The ministers should sign the map. | Demanded
          sign | The ministers can sign the map. | Able
          sign | The ministers cannot sign the map. | Able Denied
          sign | The ministers may sign the map. | Doubtful
          signed | The ministers have signed the map. | Perfect
          signed | The ministers have never signed a map. | Denied Perfect
          signed | The map was signed on Monday. | Passive
          signed | The map has not been signed. | Denied Passive Perfect
          signed | The map will be signed in May. | Ahead Passive
          signed | Nobody signed the map. | Denied
          signed | No minister has signed the map. | Denied Perfect
          supports | The union no longer supports the map. | Denied Over
          signed | The ministers not only signed the map but published it. | ''
          signed | The map should be signed. | Demanded Passive
          discussed | The map is being discussed. | GoingOn Passive
          """)
  void ofAVerb(String verb, String text, String flags) throws ReflectiveOperationException {
    assertEquals(flags, moodOf(verb, text), text);
  }
}
