package org.parley.reading.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which word depends on which in plain sentences, and where a sentence falls into parts.
@NullMarked
class SyntaxTest {

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" ", -1));
  }

  private static Tree tree(String text) {
    return Syntax.of("en").tree(words(text));
  }

  /// The word, its label, the word it depends on; `-` for none.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Berg signed the map .                    | Berg   | nsubj     | signed
          Berg signed the map .                    | map    | dobj      | signed
          Berg signed the map .                    | signed | root      | -
          The map was signed .                     | map    | nsubjpass | signed
          The map was signed .                     | was    | auxpass   | signed
          The map was not signed .                 | not    | neg       | signed
          Berg said the map was signed .           | signed | ccomp     | said
          Berg wants to sign .                     | sign   | xcomp     | wants
          Berg met the envoy of Chile .            | of     | prep      | envoy
          Berg met the envoy of Chile .            | Chile  | pobj      | of
          The map and the annex are open .         | annex  | conj      | map
          There is no deal .                       | There  | expl      | is
          """)
  void arcs(String text, String word, String label, String head) {
    Tree tree = tree(text);
    int at = words(text).indexOf(word);
    assertEquals(label, tree.label(at));
    assertEquals(head, tree.head(at) < 0 ? "-" : words(text).get(tree.head(at)));
  }

  /// No arc crosses a semicolon, a colon before a quotation, or a full stop within.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The map is signed ; the annex is open .       | ;
          Berg said : " The map is signed "             | :
          " It is signed . It is done " , Berg said .   | .
          Is it signed ? It is .                        | ?
          """)
  void partsAreParsedApart(String text, String mark) {
    Tree tree = tree(text);
    int at = words(text).indexOf(mark);
    assertEquals(-1, tree.head(at));
    assertEquals("punct", tree.label(at));
    for (int i = 0; i < tree.size(); i++) {
      boolean isCrossing = tree.head(i) >= 0 && (i < at) != (tree.head(i) < at);
      assertTrue(!isCrossing, words(text).get(i));
    }
  }

  @Test
  void longSequencesStayFlat() {
    Tree tree = Syntax.of("en").tree(Collections.nCopies(161, "word"));
    assertEquals(161, tree.size());
    assertTrue(tree.heads().stream().allMatch(each -> each == -1));
    Tree longest = Syntax.of("en").tree(Collections.nCopies(160, "word"));
    assertTrue(longest.heads().stream().anyMatch(each -> each >= 0));
  }

  @Test
  void nothingHasNoTree() {
    assertEquals(0, Syntax.of("en").tree(List.of()).size());
  }

  @Test
  void aLanguageWithoutModelsIsRefusedWithAdvice() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Syntax.of("xx"));
    assertTrue(String.valueOf(refused.getMessage()).contains("--language en"));
  }

  @Test
  void theSameWordsHaveTheSameTree() {
    String text = "Berg , who keeps the purse , said on Monday that the map was signed .";
    assertEquals(tree(text), tree(text));
  }
}
