package org.parley.reading.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;

/// Where a noun phrase begins and ends; `^` marks the place from which it is looked for.
@NullMarked
class NounPhraseTest {

  private static int at(Sentence s, int place) {
    int at = 0;
    while (at < s.size() && s.get(at).span().start() < place) {
      at++;
    }
    return at;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          the new envoy ^said so                  | the new envoy
          In Oslo the envoy of Norway ^said so    | the envoy of Norway
          the union's chief negotiator ^said so   | the union's chief negotiator
          and his lawyer ^said so                 | his lawyer
          She ^said so                            | She
          they know that she ^said so             | she
          and ^said so                            | ''
          the map that Berg ^signed               | Berg
          27 states ^signed                       | 27 states
          """)
  void before(String marked, String phrase) {
    String text = marked.replace("^", "");
    Sentence s = Parser.parse(text, "en").sentences().getFirst();
    int end = at(s, marked.indexOf('^'));
    assertEquals(phrase, s.words(NounPhrase.startOf(s, end, 0), end, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          They met ^the new envoy in Oslo         | the new envoy
          They met ^the envoy of Norway on Monday | the envoy of Norway
          They met ^the union's chief negotiator  | the union's chief negotiator
          They met ^her and left                  | her
          They met ^her lawyer and left           | her lawyer
          They gave ^Berg the map                 | Berg
          They ^met her                           | ''
          """)
  void after(String marked, String phrase) {
    String text = marked.replace("^", "");
    Sentence s = Parser.parse(text, "en").sentences().getFirst();
    int start = at(s, marked.indexOf('^'));
    assertEquals(phrase, s.words(start, NounPhrase.endOf(s, start, s.size()), text));
  }

  /// The noun that a whole sentence without a verb is about.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the envoy to the talks       | envoy
          the envoy of Norway          | envoy
          the union's chief negotiator | negotiator
          two officials in Oslo        | officials
          Berg                         | Berg
          """)
  void head(String text, String noun) {
    Sentence s = Parser.parse(text, "en").sentences().getFirst();
    assertEquals(noun, s.get(NounPhrase.headOf(s, 0, s.size())).text());
  }
}
