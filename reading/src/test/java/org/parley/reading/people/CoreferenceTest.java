package org.parley.reading.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.Speaker;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Speakers;

/// Who is meant by the subject of each verb of saying, from the beginning of a text to its end.
@NullMarked
class CoreferenceTest {

  /// The speakers of the sentences, `-` for none; those of one sentence with a plus between.
  private static String speakers(String text) {
    ParsedText parsed = Parser.parse(text, "en");
    Coreference people = Coreference.of(parsed, "en");
    Speakers speakers = new Speakers(people);
    List<String> all = new ArrayList<>();
    for (Sentence s : parsed.sentences()) {
      for (int i = 0; i < s.size(); i++) {
        if (s.get(i).lemma().equals("say")) {
          all.add(
              speakers
                  .of(s, i)
                  .map(found -> found.speakers().stream().map(Speaker::name).toList())
                  .map(names -> String.join(" + ", names))
                  .orElse("-"));
        }
      }
      people.mentionOnly(s);
    }
    return String.join("; ", all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said so.                                                          | Ann Berg
          Berg said so. Then Ann Berg left.                                          | Ann Berg
          Ann Berg and Karl Oye said so.                                             | Ann Berg + Karl Oye
          Norway and Chile said so.                                                  | Norway and Chile
          Both delegations said so.                                                  | Both delegations
          The Kremlin said so. It said no more.                                      | The Kremlin; The Kremlin
          Two officials said so. They said no more.                                  | Two officials; Two officials
          Ann Berg came. She said so.                                                | Ann Berg
          The Prime Minister, Ann Berg, met the Prime Minister of Norway, Karl Oye. The Prime Minister said so. | Ann Berg
          Remarks of President Ann Berg. Envoys of the American President, Karl Oye and Tom Hale, came. The President said so. | Ann Berg
          The Foreign Minister, Ann Berg, met the Prime Minister, Karl Oye. The Foreign Minister said so. | Ann Berg
          They said so.                                                              | -
          She said so.                                                               | -
          I said so.                                                                 | -
          It is said.                                                                | -
          Nobody said so.                                                            | -
          The head of state said so.                                                 | The head of state
          President Ann Berg met Minister Karl Oye. The president said so.           | Ann Berg
          President Ann Berg met Minister Karl Oye. The minister said so.            | Karl Oye
          A Western diplomat following the talks came. The diplomat said so.         | The diplomat
          Omar al-Berg came. On Monday al-Berg said so.                              | Omar al-Berg
          Mayor Ann Berg came. Her party said so.                                    | Ann Berg
          Mayor Ann Berg came. Her office said so.                                   | Her office
          The Ministry of Transport said so. The ministry said so.                   | The Ministry of Transport; The Ministry of Transport
          Ferrovia said so. The union said so.                                       | Ferrovia; Ferrovia
          Norway said so. The union said so.                                         | Norway; The union
          Chile's envoy, Ann Berg, came. The Chilean said so.                        | Ann Berg
          Mayor Ann Berg of Norway came. The Norwegian said so.                      | Ann Berg
          The envoys met. The Norwegian said so.                                     | -
          Oslo said so.                                                              | Oslo
          Observers said so.                                                         | Observers
          Monday said so.                                                            | -
          """)
  void whoIsMeant(String text, String speakers) {
    assertEquals(speakers, speakers(text));
  }

  private static Coreference of(String text) {
    return Coreference.of(Parser.parse(text, "en"), "en");
  }

  @Test
  void theOfficeOfANameIsToldByItsLastWord() {
    Coreference people = of("Foreign Minister Karl Oye arrived.");
    assertEquals("Foreign Minister", people.officeOf("Oye"));
    assertEquals("Foreign Minister", people.officeOf("Karl Oye"));
    assertNull(people.officeOf("Ann Berg"));
  }

  @Test
  void theFirstOneNamedIsFirst() {
    assertEquals(
        "Ann Berg", of("The map. Ann Berg met Karl Oye.").firstPerson().orElseThrow().name());
    assertTrue(of("The map is agreed.").firstPerson().isEmpty());
  }

  @Test
  void namesWithinWordsAreThoseOfPeopleAlone() {
    String text = "Ann Berg of Norway met Karl Oye in Oslo.";
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    Coreference people = Coreference.of(parsed, "en");
    assertEquals(List.of("Ann Berg", "Karl Oye"), people.named(s, 0, s.size()));
    assertEquals(List.of("Ann Berg"), people.named(s, 0, 4));
    assertEquals(List.of(), people.named(s, 2, 5));
  }

  @Test
  void aPersonIsOneTheTextNamesAndSomebodyAlsoAnOffice() {
    String text = "Ann Berg met the minister in Oslo.";
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    Coreference people = Coreference.of(parsed, "en");
    Speaker berg = people.speaker(s, 0, 2).orElseThrow();
    Speaker minister = people.unnamed(s, 3, 5);
    assertTrue(people.isPerson(berg));
    assertFalse(people.isPerson(minister));
    assertTrue(people.isSomebody(minister));
    assertEquals("the minister", minister.name());
    assertFalse(minister.isNamed());
  }
}
