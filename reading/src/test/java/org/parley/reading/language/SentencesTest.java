package org.parley.reading.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where sentences begin and end, and which words they have.
@NullMarked
class SentencesTest {

  private static List<String> sentences(String text) {
    return Parser.parse(text, "en").sentences().stream().map(s -> s.span().in(text)).toList();
  }

  /// A text, and its sentences with `¦` between.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          They met. They left.                              | They met. ¦ They left.
          Is it agreed? It is! They left.                   | Is it agreed? ¦ It is! ¦ They left.
          Mr. Berg met Gen. Oye on Jan. 3 in St. Lucia. Yes.| Mr. Berg met Gen. Oye on Jan. 3 in St. Lucia. ¦ Yes.
          No. 5 is agreed. The U.S. is late.                | No. 5 is agreed. ¦ The U.S. is late.
          It cost $3.5 million. The 2.5% is agreed.         | It cost $3.5 million. ¦ The 2.5% is agreed.
          He said: "It is agreed. It is done." Then he left.| He said: "It is agreed. It is done." ¦ Then he left.
          “It is agreed. It is done,” he said. It is.       | “It is agreed. It is done,” he said. ¦ It is.
          It is agreed (they left. It was late) and done.   | It is agreed (they left. It was late) and done.
          OSLO, 12 March (Agency) - It is agreed. They left.| It is agreed. ¦ They left.
          OSLO (Agency) — It is agreed.                     | It is agreed.
          17:40 It is agreed.                               | It is agreed.
          (2) It is open.                                   | It is open.
          - It is late.                                     | It is late.
          Agreed                                            | Agreed
          """)
  void end(String text, String parts) {
    assertEquals(parts, String.join(" ¦ ", sentences(text)));
  }

  @Test
  void linesArePartsOfTheirOwnAndBlankOnesAreNothing() {
    String text = "First line\nSecond line. Third.\n\n \t\nFourth.";
    List<Sentence> found = Parser.parse(text, "en").sentences();
    assertEquals(List.of("First line", "Second line.", "Third.", "Fourth."), sentences(text));
    assertEquals(List.of(0, 1, 1, 2), found.stream().map(Sentence::paragraph).toList());
    assertEquals(List.of(0, 1, 2, 3), found.stream().map(Sentence::number).toList());
  }

  @Test
  void aLineWithoutEndIsCutAtBlanks() {
    String text = "word ".repeat(600).strip();
    List<String> found = sentences(text);
    assertEquals(3, found.size());
    assertEquals(text.length(), found.stream().mapToInt(String::length).sum());
    found.forEach(each -> assertEquals("", each.replaceAll("word| ", "")));
    String noBlank = "w".repeat(2_500);
    assertEquals(noBlank, String.join("", sentences(noBlank)));
  }

  /// A sentence, and its words with `¦` between.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Anna's map isn't agreed.      | Anna ¦ 's ¦ map ¦ is ¦ n't ¦ agreed ¦ .
          They'll sign; we’ve signed.   | They ¦ 'll ¦ sign ¦ ; ¦ we ¦ ’ve ¦ signed ¦ .
          I'm late and she'd know.      | I ¦ 'm ¦ late ¦ and ¦ she ¦ 'd ¦ know ¦ .
          The 27-member bloc            | The ¦ 27-member ¦ bloc
          the 3rd round on 2031-02-28   | the ¦ 3rd ¦ round ¦ on ¦ 2031-02-28
          at 14:30 it cost 1,000.5      | at ¦ 14:30 ¦ it ¦ cost ¦ 1,000.5
          the U.S.-led talks            | the ¦ U.S. ¦ - ¦ led ¦ talks
          O'Neill's e-mail              | O'Neill ¦ 's ¦ e-mail
          «So», he says – twice         | « ¦ So ¦ » ¦ , ¦ he ¦ says ¦ – ¦ twice
          Zoë Ängström                  | Zoë ¦ Ängström
          """)
  void words(String text, String words) {
    List<String> found =
        Parser.parse(text, "en").sentences().stream()
            .flatMap(each -> each.tokens().stream())
            .map(Token::text)
            .toList();
    assertEquals(words, String.join(" ¦ ", found));
  }

  /// A word in a sentence, its class and its lemma.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          shelved  | They shelved it.                             | VERB  | shelve
          dug      | They dug in.                                 | VERB  | dig
          hinged   | The treaty hinged on money.                  | VERB  | hinge
          lying    | They hinged on lying.                        | VERB  | lie
          denies   | The union denies having signed.              | VERB  | deny
          having   | The union denies having signed.              | AUX   | have
          envoy    | The bloc's envoy said the map was agreed.    | NOUN  | envoy
          n't      | The map isn't agreed.                        | PART  | not
          'll      | They'll sign.                                | AUX   | will
          ’ve      | They’ve signed.                              | AUX   | have
          's       | Anna's map is agreed.                        | PART  | 's
          that     | She said that the map was agreed.            | SCONJ | that
          on       | They met on Monday.                          | ADP   | on
          was      | The map was agreed.                          | AUX   | be
          27       | They closed 27 chapters.                     | NUM   | 27
          Berg     | The envoy Berg signed.                       | PROPN | berg
          """)
  void classesAndLemmas(String word, String text, String tag, String lemma) {
    Token token =
        Parser.parse(text, "en").sentences().getFirst().tokens().stream()
            .filter(each -> each.text().equals(word))
            .findFirst()
            .orElseThrow();
    assertEquals(tag + " " + lemma, token.tag() + " " + token.lemma());
  }

  /// The words in quotation marks, whatever the marks.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "It is agreed", he said.        | It is agreed
          “It is agreed”, he said.        | It is agreed
          „It is agreed“, he said.        | It is agreed
          «It is agreed», he said.        | It is agreed
          He said it was "agreed".        | agreed
          The so-called ‘map’ is agreed.  | ``
          "It is", he said, "agreed".     | It is agreed
          """)
  void quoted(String text, String words) {
    List<String> found =
        Parser.parse(text, "en").sentences().stream()
            .flatMap(each -> each.tokens().stream())
            .filter(each -> each.isQuoted() && each.isWord())
            .map(Token::text)
            .toList();
    assertEquals(words, String.join(" ", found));
  }

  @Test
  void aPartOfASentenceKeepsItsOwnArcs() {
    Sentence whole = Parser.parse("Berg said the map was agreed.", "en").sentences().getFirst();
    Sentence part = whole.part(List.of(2, 3, 4, 5));
    assertEquals(List.of("the", "map", "was", "agreed"), words(part));
    assertEquals(-1, part.tree().head(3));
    assertEquals("root", part.tree().label(3));
    assertEquals(3, part.tree().head(1));
    Sentence turned = whole.part(List.of(5, 3));
    assertEquals(List.of("agreed", "map"), words(turned));
    assertEquals(0, turned.tree().head(1));
  }

  private static List<String> words(Sentence sentence) {
    return sentence.tokens().stream().map(Token::text).toList();
  }

  @Test
  void aSpanHasNoSignsAtItsEnds() {
    String text = "Yes, the map, he said - is agreed.";
    Sentence sentence = Parser.parse(text, "en").sentences().getFirst();
    assertEquals("Yes", sentence.words(0, 2, text));
    assertEquals("the map", sentence.words(1, 5, text));
    assertEquals("he said - is agreed", sentence.words(4, sentence.size(), text));
    assertEquals("", sentence.words(3, 3, text));
  }

  /// An aside between commas changes nothing of what depends on what around it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ann Berg, who keeps the purse and has done so for years, said the map was agreed. | Berg | said | nsubj
          Ann Berg, the envoy of the union in the north, said the map was agreed.           | Berg | said | nsubj
          Ann Berg, whose term ends in May, said the map was agreed.                        | agreed | said | ccomp
          Ann Berg, the envoy, and Karl Oye said the map was agreed.                        | Berg | said | nsubj
          """)
  void asides(String text, String word, String head, String label) {
    Sentence sentence = Parser.parse(text, "en").sentences().getFirst();
    int at = words(sentence).indexOf(word);
    assertEquals(head, sentence.get(sentence.tree().head(at)).text());
    assertEquals(label, sentence.tree().label(at));
  }

  @Test
  void aLanguageWithoutListsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Parser.parse("So.", "xx"));
  }
}
