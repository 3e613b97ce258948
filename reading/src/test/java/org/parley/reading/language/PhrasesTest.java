package org.parley.reading.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.TextSpan;
import org.parley.reading.syntax.Tree;

/// Phrases of word lists in sentences of made-up tokens; `was/be` is a word with its lemma.
@NullMarked
class PhrasesTest {

  private static Sentence sentence(String words) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (String each : words.split(" ", -1)) {
      String[] parts = each.split("/", -1);
      TextSpan span = new TextSpan(at, at + parts[0].length());
      tokens.add(new Token(parts[0], parts[0], "X", parts[parts.length - 1], false, span));
      at = span.end() + 1;
    }
    List<String> same = java.util.Collections.nCopies(tokens.size(), "x");
    List<Integer> roots = java.util.Collections.nCopies(tokens.size(), -1);
    return new Sentence(0, 0, new TextSpan(0, at), tokens, new Tree(roots, same, same));
  }

  /// A list, a sentence, and the words of every match.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          agree             | they agree now                          | agree
          agree             | they agreed/agree now                   | agreed
          agreed            | they agreed/agree now                   | agreed
          agreed            | they agree now                          | ''
          be agree          | it was/be agreed/agree                  | was agreed
          be agree          | it was/be not agreed/agree              | ''
          be ~ agree        | it was/be agreed/agree                  | was agreed
          be ~ agree        | it was/be not yet agreed/agree          | was not yet agreed
          be ~ agree        | it was/be a b c d agreed/agree          | was a b c d agreed
          be ~ agree        | it was/be a b c d e agreed/agree        | ''
          not yet;not       | it is not yet so and not now            | not yet, not
          not;not yet       | it is not yet so                        | not yet
          a b;b c           | a b c                                   | a b
          a a               | a a a a                                 | a a, a a
          a b c             | a b                                     | ''
          """)
  void matches(String list, String words, String found) {
    Phrases phrases = Phrases.of(List.of(list.split(";", -1)));
    Sentence sentence = sentence(words);
    List<String> matched =
        phrases.in(sentence, 0, sentence.size()).stream()
            .map(
                each ->
                    String.join(
                        " ",
                        sentence.tokens().subList(each.from(), each.to()).stream()
                            .map(Token::text)
                            .toList()))
            .toList();
    assertEquals(found, String.join(", ", matched));
    assertEquals(!found.isEmpty(), phrases.isIn(sentence, 0, sentence.size()));
  }

  @Test
  void oneOfSeveralWordsMatches() {
    Phrases phrases = Phrases.of(List.of("sign|seal the map"));
    assertEquals(2, phrases.in(sentence("they seal the map and sign the map"), 0, 8).size());
    assertTrue(phrases.in(sentence("they signed the map"), 0, 4).isEmpty());
  }

  @Test
  void aMatchEndsBeforeTheEnd() {
    Sentence sentence = sentence("it was agreed");
    Phrases phrases = Phrases.of(List.of("was agreed"));
    assertTrue(phrases.at(sentence, 1, 3).isPresent());
    assertTrue(phrases.at(sentence, 1, 2).isEmpty());
    assertTrue(phrases.at(sentence, 0, 3).isEmpty());
    assertNull(phrases.first(sentence, 0, 2));
    assertEquals(
        Optional.of(1), Optional.ofNullable(phrases.first(sentence, 0, 3)).map(m -> m.from()));
  }

  @Test
  void aPhraseHasAValueOrItself() {
    Phrases phrases = Phrases.of(List.of("half a dozen = 6", "seven = 7", "eight"));
    Sentence sentence = sentence("half a dozen seven eight");
    assertEquals(
        List.of("6", "7", "eight"),
        phrases.in(sentence, 0, 5).stream().map(Phrases.Match::value).toList());
    assertEquals(Optional.of("7"), phrases.valueOf("seven"));
    assertEquals(Optional.empty(), phrases.valueOf("half"));
    assertEquals(Optional.of("eight"), phrases.valueOf("eight"));
  }

  @Test
  void singleWordsAreOnTheListAloneNotAsPartOfAPhrase() {
    Phrases phrases = Phrases.of(List.of("in force", "agree|accept"));
    assertFalse(phrases.hasWord("in"));
    assertTrue(phrases.hasWord("accept"));
    assertTrue(phrases.has(sentence("accepted/accept").get(0)));
    assertFalse(phrases.has(sentence("in").get(0)));
    assertEquals(java.util.Set.of("in", "force", "agree", "accept"), phrases.words());
  }

  @Test
  void everyListOfEnglishIsFoundAndOthersAreRefused() {
    Lexicon lexicon = Lexicon.of("en-GB");
    assertTrue(lexicon.get("saying.verbs").hasWord("say"));
    assertTrue(lexicon.isKnown("agree"));
    assertFalse(lexicon.isKnown("ruritania"));
    assertTrue(
        String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> lexicon.get("saying.nothing"))
                    .getMessage())
            .contains("saying.nothing"));
    assertTrue(
        String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Lexicon.of("xx")).getMessage())
            .contains("--language en"));
  }
}
