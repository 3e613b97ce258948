package org.parley.reading.rules.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// How sentences fall into clauses, how far a phrase goes, and which verb tells something.
@NullMarked
class ClauseTableTest {

  private static Sentence sentence(String text) {
    return Parser.parse(text, "en").sentences().getFirst();
  }

  private static int at(Sentence s, String word) {
    return IntStream.range(0, s.size())
        .filter(i -> s.get(i).text().equals(word))
        .findFirst()
        .orElse(-1);
  }

  private static List<TextClause> clauses(String text) {
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    return new Clauses(parsed.lexicon()).of(s, IntStream.range(0, s.size()).boxed().toList());
  }

  /// A sentence, and its clauses with `¦` between, each with the subject that it shares.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          She said the map was agreed and the annex was open.  | She said ¦ the map was agreed ¦ the annex was open
          The map was read and has been signed.                | The map was read ¦ The map has been signed
          The map is agreed, but the annex is open.            | The map is agreed ¦ the annex is open
          The map is agreed while the annex is open.           | The map is agreed ¦ the annex is open
          The map is agreed; the annex is open.                | The map is agreed ¦ the annex is open
          Although the annex is open, the map is agreed.       | the annex is open ¦ the map is agreed
          The map is agreed, so the treaty can be signed.      | The map is agreed ¦ the treaty can be signed
          The draft that came today is agreed.                 | The draft that came today is agreed
          The map was signed and published.                    | The map was signed and published
          Unless the map was agreed, there was no deal.        | Unless the map was agreed , there was no deal
          If the map is agreed, the treaty will be signed.     | If the map is agreed , the treaty will be signed
          The treaty stands, provided both want it.            | The treaty stands , provided both want it
          Of 30 chapters, 27 are closed.                       | Of 30 chapters , 27 are closed
          How it is paid is open.                              | How it is paid is open
          Berg said Oye had told her that the map was agreed.  | Berg said ¦ Oye had told her ¦ the map was agreed
          The map and the annex are agreed.                    | The map and the annex are agreed
          The map, the annex, the court.                       | The map , the annex , the court
          Agreed.                                              | Agreed
          """)
  void split(String text, String parts) {
    assertEquals(
        parts,
        clauses(text).stream()
            .map(
                each ->
                    each.whole().tokens().stream()
                        .map(Token::text)
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining(" ¦ ")));
  }

  /// No word is in two clauses, their words are in order, and no word but joints is lost.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "She said the map was agreed and the annex, which came late, was open.",
        "Unless the map was agreed, she said, there was no deal, and the war went on.",
        "Of 30 chapters, 27 are closed; three, on fish, coal and steel, are not.",
        "They want to sign, to publish and to keep the map, but nobody can say how.",
        "Berg said Oye had told her that Hale thought the map was agreed.",
        "The map? Agreed. The annex, no."
      })
  void wordsAreSharedOut(String text) {
    Set<Integer> seen = new HashSet<>();
    List<TextClause> clauses = clauses(text);
    for (TextClause each : clauses) {
      assertEquals(each.tokens().stream().sorted().toList(), each.tokens(), text);
      each.tokens().forEach(token -> assertTrue(seen.add(token), text));
      assertTrue(text.contains(each.span().in(text)));
    }
    Sentence s = sentence(text);
    for (int i = 0; i < s.size(); i++) {
      boolean isWord = s.get(i).isTagged("NOUN", "PROPN", "VERB", "NUM", "ADJ");
      assertTrue(!isWord || seen.contains(i), s.get(i).text());
    }
  }

  /// A noun, and its phrase: without clauses, appositions and what comes after a comma.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          envoy    | The envoy of Norway to the talks signed.          | The envoy of Norway to the talks
          map      | The new map, which came late, is agreed.          | The new map
          quotas   | They kept the quotas for cod.                     | the quotas for cod
          Schools  | Schools, roads and care were agreed.              | Schools, roads and care
          map      | The map that Berg drew is agreed.                 | The map
          exchange | An exchange of all prisoners of war is agreed.    | An exchange of all prisoners of war
          map      | The map and the annex are agreed.                 | The map and the annex
          """)
  void phrases(String noun, String text, String phrase) {
    Sentence s = sentence(text);
    TokenRange range = PhraseBounds.of(s, at(s, noun));
    assertEquals(phrase, s.words(range.from(), range.to(), text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          said     | Berg said the map was agreed.        | true
          agreed   | Berg said the map was agreed.        | true
          sign     | They want to sign the map.           | false
          signing  | They are signing the map.            | false
          are      | They are signing the map.            | true
          will     | They will sign the map.              | true
          map      | They will sign the map.              | false
          """)
  void finite(String word, String text, boolean isFinite) {
    Sentence s = sentence(text);
    assertEquals(isFinite, Grammar.isFinite(s, at(s, word)));
  }

  /// A verb that might be said, and one that was.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          say  | Berg may say the map is agreed.     | true
          say  | Berg should say the map is agreed.  | true
          say  | Berg cannot say it is agreed.       | true
          say  | Berg will say the map is agreed.    | false
          said | Berg said the map may be agreed.    | false
          say  | Berg did say the map is agreed.     | false
          """)
  void possible(String word, String text, boolean isPossible) {
    Sentence s = sentence(text);
    assertEquals(isPossible, Grammar.isPossible(s, at(s, word)));
  }

  /// A word, its verb, and the first of the verbs that tell one thing with it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          meet   | They are due to meet in Oslo.        | meet   | are
          sign   | They hope to be able to sign.        | sign   | hope
          Oslo   | They met in Oslo on Monday.          | met    | met
          signed | The map was signed.                  | signed | signed
          was    | The map was signed.                  | signed | signed
          agreed | Berg said the map was agreed.        | agreed | agreed
          """)
  void verbs(String word, String text, String verb, String top) {
    Sentence s = sentence(text);
    int found = Predicate.verbOf(s, at(s, word));
    assertEquals(verb, s.get(found).text());
    assertEquals(top, s.get(Predicate.topOf(s, found)).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          met    | They met in Oslo.             | true
          meet   | They will meet in Oslo.       | false
          met    | They have met in Oslo.        | false
          hoped  | They hoped to meet in Oslo.   | false
          meet   | They meet in Oslo.            | false
          """)
  void past(String word, String text, boolean isPast) {
    Sentence s = sentence(text);
    assertEquals(isPast, Predicate.isPast(s, at(s, word)));
  }

  /// Who can want or refuse something, and what cannot.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Berg      | Berg wants the map.               | true
          minister  | The minister wants the map.       | true
          council   | The council wants the map.        | true
          They      | They want the map.                | true
          nobody    | And nobody wants the map.         | true
          map       | The map wants a court.            | false
          It        | It wants a court.                 | false
          weather   | The weather wants a court.        | false
          """)
  void agents(String word, String text, boolean isOne) {
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    Agents agents = new Agents(parsed.lexicon());
    assertEquals(isOne, agents.isOne(s, at(s, word)));
    assertEquals(false, agents.isOne(s, -1));
  }
}
